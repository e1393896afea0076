// `pandapon docs`
import path from "node:path";
import { Option } from "commander";
import { isFile, openSpecFolder, shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import { jsonOption, portOf, type CommandContext, type Define } from "./command.js";
import { watchAndRun } from "./watching.js";

interface DocsFlags {
  bundle: string;
  spec?: string;
  out: string;
  lang: string;
  url?: string;
  serve?: boolean;
  port: number;
  json?: boolean;
}

export const define: Define = (program, context) => {
  program
    .command("docs")
    .description("build the docs site from the bundle and the spec folder")
    .option("--bundle <file>", "the bundle", "generated/openapi.yaml")
    .option("--spec <dir>", "the folder of sections, coverage and translations (default: spec, if there is one)")
    .option("--out <dir>", "the folder for the site", "site")
    .option("--lang <codes>", "the languages, the first one at the root: en,zh-CN", "en")
    .option("--url <address>", "where the site will be, for search engines")
    .addOption(
      new Option(
        "--serve",
        "show the site on this computer, and build it again whenever the spec folder changes",
      ).conflicts("bundle"),
    )
    .addOption(
      new Option("--port <number>", "the port to serve on; 0 for any that is free").argParser(portOf).default(8080),
    )
    .addOption(jsonOption().conflicts("serve"))
    .action((flags: DocsFlags) => (flags.serve ? serve(flags, context) : build(flags, context)));
};

const specOf = ({ spec }: DocsFlags): string | undefined => spec ?? (isFile("spec/openapi.yaml") ? "spec" : undefined);
const languagesOf = ({ lang }: DocsFlags): string[] =>
  lang.split(",").flatMap((code) => (code.trim() === "" ? [] : code.trim()));

async function build(flags: DocsFlags, { terminal, progress }: CommandContext): Promise<void> {
  const { bundle, out, url, json } = flags;
  progress.step("building the docs site");
  const { docs } = await import("../docs/index.js");
  const spec = specOf(flags);
  const languages = languagesOf(flags);
  const options = { bundle, out, languages, ...(spec !== undefined && { spec }), ...(url !== undefined && { url }) };
  const files = await docs(options);
  progress.end();
  const { milliseconds, elapsed } = progress;
  const folder = shownPath(path.resolve(out));
  if (json) return terminal.sayJson({ ok: true, milliseconds, out: folder, languages, files });
  terminal.say(`${terminal.good("written")}  ${folder}/index.html and ${count(files.length - 1, "other file")}`);
  terminal.say(`${terminal.good("Done.")} ${terminal.faint(elapsed)}`);
}

/** Builds from the spec folder, in memory, and again at each change of it. A build that fails leaves the pages as they were. */
async function serve(flags: DocsFlags, context: CommandContext): Promise<void> {
  const { terminal, io } = context;
  const { serveSite, siteFiles } = await import("../docs/index.js");
  const { publishedContract } = await import("../generate/index.js");
  const { specInputs } = await import("../generate/watch/index.js");
  const { dir: spec } = openSpecFolder(flags.spec ?? "spec");
  const languages = languagesOf(flags);
  const stopped = new AbortController();
  const ended = io.onInterrupt?.(() => stopped.abort());
  const server = await serveSite(flags.port);
  try {
    await watchAndRun(
      {
        known: () => specInputs(spec),
        run: async ({ progress }) => {
          progress.step("building the docs site");
          server.show(await siteFiles({ document: await publishedContract(spec), spec }, { languages }));
          progress.end();
          terminal.say(`${terminal.good("built")}  ${server.url} ${terminal.faint(progress.elapsed)}`);
        },
        signal: stopped.signal,
      },
      context,
    );
  } finally {
    ended?.();
    await server.close();
  }
}
