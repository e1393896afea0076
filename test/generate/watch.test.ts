// What `pandapon generate --watch` reacts to.
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { configInputs, specInputs, watch } from "../../scripts/dist/generate/watch/index.js";
import { temporaryFolder } from "../support/workspace.js";

function writeAll(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
}

interface Watching {
  /** The runs since the last call, each as the names of the files that caused it; waits for the first. */
  runs: () => Promise<string[][]>;
}

/** Watches these files of a folder. Each run does what `onRun` does. */
async function watching(dir: string, names: string[], onRun: () => boolean = () => true): Promise<Watching> {
  const stop = new AbortController();
  let runs: string[][] = [];
  let idle: () => void = () => undefined;
  let waiting = new Promise<void>((resolve) => (idle = resolve));
  const done = watch({
    known: () => names.map((name) => path.join(dir, name)),
    run: (changed) => {
      runs.push(changed.map((file) => path.relative(dir, file).replaceAll("\\", "/")).sort());
      return Promise.resolve(onRun());
    },
    onWait: () => idle(),
    signal: stop.signal,
  });
  onTestFinished(() => {
    stop.abort();
    return done;
  });
  const next = async (): Promise<string[][]> => {
    await waiting;
    waiting = new Promise<void>((resolve) => (idle = resolve));
    return runs.splice(0);
  };
  expect(await next()).toEqual([[]]);
  runs = [];
  return { runs: next };
}

const FILES = {
  "pandapon.config.ts": "1",
  "overlays/own.yaml": "1",
  "node_modules/pandapon-openapi/openapi.json": "1",
  "store/old/openapi.json": "1",
  "store/new/openapi.json": "2",
};
const WATCHED = [
  "pandapon.config.ts",
  "pandapon.config.mjs",
  "overlays/own.yaml",
  "overlays",
  "missing/deep/other.yaml",
  "node_modules/pandapon-openapi/openapi.json",
  "linked/openapi.json",
];

type Change = (at: (name: string) => string) => void;
const write =
  (name: string, text: string): Change =>
  (at) =>
    writeAll(at("."), { [name]: text });

const CHANGES: [what: string, change: Change, changed: string[]][] = [
  ["a file is written", write("pandapon.config.ts", "2"), ["pandapon.config.ts"]],
  [
    "a file is saved by renaming a new one",
    (at) => {
      writeFileSync(at("new"), "3");
      renameSync(at("new"), at("pandapon.config.ts"));
    },
    ["pandapon.config.ts"],
  ],
  ["it is written after that", write("pandapon.config.ts", "4"), ["pandapon.config.ts"]],
  [
    "a file is saved by renaming the old one",
    (at) => {
      renameSync(at("pandapon.config.ts"), at("pandapon.config.ts~"));
      writeFileSync(at("pandapon.config.ts"), "5");
    },
    ["pandapon.config.ts"],
  ],
  ["a file is deleted", (at) => rmSync(at("pandapon.config.ts")), ["pandapon.config.ts"]],
  ["another file appears", write("pandapon.config.mjs", "1"), ["pandapon.config.mjs"]],
  ["a deleted file comes back", write("pandapon.config.ts", "5"), ["pandapon.config.ts"]],
  ["a file appears in a watched folder", write("overlays/more.yaml", "1"), ["overlays"]],
  ["a folder is deleted", (at) => rmSync(at("overlays"), { recursive: true }), ["overlays", "overlays/own.yaml"]],
  ["a deleted folder comes back", write("overlays/own.yaml", "1"), ["overlays", "overlays/own.yaml"]],
  ["a file appears in folders that were missing", write("missing/deep/other.yaml", "1"), ["missing/deep/other.yaml"]],
  [
    "a package is replaced by another folder",
    (at) => {
      writeAll(at("node_modules"), { ".new/openapi.json": "2" });
      renameSync(at("node_modules/pandapon-openapi"), at("node_modules/.old"));
      renameSync(at("node_modules/.new"), at("node_modules/pandapon-openapi"));
      rmSync(at("node_modules/.old"), { recursive: true });
    },
    ["node_modules/pandapon-openapi/openapi.json"],
  ],
  [
    "a link leads to another version",
    (at) => {
      rmSync(at("linked"));
      symlinkSync(at("store/new"), at("linked"), "junction");
    },
    ["linked/openapi.json"],
  ],
  [
    "two files are written at once",
    (at) => writeAll(at("."), { "pandapon.config.ts": "6", "overlays/own.yaml": "2" }),
    ["overlays/own.yaml", "pandapon.config.ts"],
  ],
];

test("one run follows each change of an input, however it is made", async () => {
  const dir = temporaryFolder();
  const at = (name: string): string => path.join(dir, name);
  writeAll(dir, FILES);
  symlinkSync(at("store/old"), at("linked"), "junction");
  const { runs } = await watching(dir, WATCHED);
  for (const [what, change, changed] of CHANGES) {
    change(at);
    expect([what, await runs()]).toEqual([what, [changed]]);
  }
});

test("a file that is not an input, or that is only touched, causes no run", async () => {
  const dir = temporaryFolder();
  writeAll(dir, FILES);
  const { runs } = await watching(dir, WATCHED);
  writeAll(dir, { "out/index.ts": "1", "pandapon.config.ts.swp": "1" });
  utimesSync(path.join(dir, "pandapon.config.ts"), new Date(), new Date(0));
  writeAll(dir, { "pandapon.config.ts": "1" });
  // The next run has only this cause.
  writeAll(dir, { "overlays/own.yaml": "2" });
  expect(await runs()).toEqual([["overlays/own.yaml"]]);
});

test("a change during a run is followed by another run, and a run that fails is not the last", async () => {
  const dir = temporaryFolder();
  writeAll(dir, FILES);
  let runsLeft = 2;
  const { runs } = await watching(dir, WATCHED, () => {
    if (runsLeft-- === 1) writeAll(dir, { "overlays/own.yaml": "during" });
    return false;
  });
  writeAll(dir, { "pandapon.config.ts": "2" });
  expect(await runs()).toEqual([["pandapon.config.ts"]]);
  expect(await runs()).toEqual([["overlays/own.yaml"]]);
  writeAll(dir, { "pandapon.config.ts": "3" });
  expect(await runs()).toEqual([["pandapon.config.ts"]]);
});

test("a configuration depends on the modules that it imports, and on the package that it is compiled from", () => {
  const dir = temporaryFolder();
  writeAll(dir, {
    "app/pandapon.config.ts": `import { ids } from "./shared.js"; import own from '../own.json' with { type: "json" };
      const late = await import("./late"); export * from "./gone.mjs"; import path from "node:path"; import "pandapon-codegen"; import "./plain"; broken(`,
    "app/plain": "",
    "app/shared.ts": 'export { ids } from "./deep/ids.ts";',
    "app/deep/ids.ts": 'import "../shared.js"; export const ids = [];',
    "app/late/index.js": 'require("./more.cjs")',
    "app/late/more.cjs": "",
    "own.json": "[]",
    "node_modules/pandapon-openapi/package.json": "{}",
  });
  const found = configInputs(path.join(dir, "app/pandapon.config.ts")).map((file) =>
    path.relative(dir, file).replaceAll("\\", "/"),
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "app/pandapon.config.ts",
      "app/shared.ts",
      "app/deep/ids.ts",
      "own.json",
      "app/late.ts",
      "app/late/index.js",
      "app/late/more.cjs",
      "app/gone.mjs",
      "app/gone.mts",
      "node_modules/pandapon-openapi/package.json",
    ]),
  );
  expect(found.filter((file) => /node:|codegen/.test(file))).toEqual([]);
});

test("a spec folder is its files and folders, without the snapshot of the pages", () => {
  const dir = temporaryFolder();
  writeAll(dir, { "spec/openapi.yaml": "", "spec/paths/a/b.yaml": "", "spec/pages/api-1.json": "", "other.yaml": "" });
  const relative = (file: string): string => path.relative(dir, file).replaceAll("\\", "/");
  expect(specInputs(path.join(dir, "spec")).map(relative).sort()).toEqual([
    "spec",
    "spec/openapi.yaml",
    "spec/paths",
    "spec/paths/a",
    "spec/paths/a/b.yaml",
  ]);
  expect(specInputs(path.join(dir, "gone")).map(relative)).toEqual(["gone"]);
});
