// The sections of the docs site say what the code does, and what is generated in them is complete.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import type TypeScript from "typescript-6";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import { isDescribed } from "../../scripts/dist/core/navigation.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { coverage } from "../../scripts/dist/coverage/index.js";
import { sectionsOf } from "../../scripts/dist/docs/sections/index.js";
import { withLinks } from "../../scripts/dist/docs/site/links.js";
import { ENGLISH } from "../../scripts/dist/docs/site/words.js";
import { MAGIC_INPUTS } from "../../scripts/dist/sandbox/index.js";
import { signatureDigest, signatureHeaders, signatureText } from "../../src/signing/signature.js";
import { at, document, isNode, operations } from "../support/bundle.js";
import { pandapon, ROOT } from "../support/workspace.js";

const SPEC = path.join(ROOT, "spec");
const entries = coverage(SPEC);
const sections = sectionsOf({
  spec: SPEC,
  // It is an OpenAPI document: the build made it.
  contract: readBundleFile(path.join(ROOT, "generated/openapi.yaml")) as unknown as Document,
  coverage: entries,
  words: ENGLISH,
});

function section(slug: string): string {
  const found = sections.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`there is no section ${slug}`);
  return found.markdown;
}
const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "gm"))].map(([, text = ""]) => text);
/** The rows of all tables, as lists of cells without marks of code. */
const rows = (markdown: string): string[][] =>
  markdown.split("\n").flatMap((line) =>
    line.startsWith("|")
      ? [
          line
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1")),
        ]
      : [],
  );

test("the sections stand in the order of their numbers", () => {
  expect(sections.map(({ slug }) => slug)).toEqual([
    ...["getting-started", "flows", "signing", "ids", "money-and-time", "failures"],
    ...["webhooks", "sandbox", "unsaid", "changelog"],
  ]);
  for (const { title, markdown } of sections) {
    expect(title).not.toBe("");
    expect(markdown).not.toMatch(/^# |^```flow|\{\{/m);
  }
});

test("the worked example of signing is what the client computes", () => {
  const markdown = section("signing");
  const values = Object.fromEntries(rows(markdown).map(([name = "", value = ""]) => [name, value]));
  const parts = {
    accessKey: values["access key"] ?? "",
    timestamp: values["timestamp"] === undefined ? "" : (/\| `(\d+)`/.exec(markdown)?.[1] ?? ""),
    nonce: values["nonce"] ?? "",
    accessSecret: values["access secret"] ?? "",
  };
  const text = signatureText(parts);
  const digest = signatureDigest(text);
  const [, hashed = "", lower = ""] = blocks(markdown, "text").map((one) => one.trim());
  expect(hashed).toBe(text);
  expect(markdown).toContain(`has ${text.length} characters`);
  expect(lower.toUpperCase()).toBe(digest);
  const [command = ""] = blocks(markdown, "sh");
  const [, piped = ""] = /^printf %s (\w+) \| openssl dgst -md5 -r \| cut -c1-32 \| tr a-f A-F\n$/.exec(command) ?? [];
  expect(createHash("md5").update(piped).digest("hex").toUpperCase()).toBe(digest);
  const headers = Object.fromEntries(
    blocks(markdown, "http")
      .join("")
      .trim()
      .split("\n")
      .map((line) => line.split(": ")),
  );
  expect(headers).toEqual(signatureHeaders(parts, values["user id"] ?? ""));
  const inSeconds = signatureDigest(signatureText({ ...parts, timestamp: parts.timestamp.slice(0, 10) }));
  expect(markdown).toContain(`timestamp \`${parts.timestamp.slice(0, 10)}\`, the signature is \`${inSeconds}\``);
});

test("every kind and every outcome of an error has its causes and its steps", () => {
  const source = readFileSync(path.join(ROOT, "src/errors/error.ts"), "utf8");
  const names = (type: string): string[] =>
    [...(new RegExp(`export type ${type} = ([^;]*);`).exec(source)?.[1] ?? "").matchAll(/"([^"]*)"/g)].map(
      ([, name = ""]) => name,
    );
  const markdown = section("failures");
  const kinds = [...markdown.matchAll(/^### `([^`]*)`: .+\n\n\*\*Causes\.\*\* .+\n\n\*\*Steps\.\*\* .+$/gm)];
  expect(kinds.map(([, name]) => name).sort()).toEqual(names("PandaPonErrorKind").sort());
  const outcomes = rows(markdown).filter((row) => row.length === 3 && /^[a-z-]+$/.test(row[0] ?? ""));
  expect(outcomes.map(([name]) => name)).toEqual(expect.arrayContaining(names("Outcome")));
  expect(outcomes.filter(([name]) => name !== "outcome" && !/^-+$/.test(name ?? ""))).toHaveLength(
    names("Outcome").length,
  );
});

test("all magic inputs of the sandbox are there", () => {
  const magic = rows(section("sandbox")).filter(([text]) => text?.startsWith("sandbox:"));
  expect(magic).toEqual(
    MAGIC_INPUTS.map(({ text, orderId, refundId, taobaoId, offerId, what }) => [
      ...[text, orderId, refundId, taobaoId, offerId, what],
    ]),
  );
});

test("what is missing is told of each operation, each entry and each contradiction", () => {
  const words = (text: string): string => text.replaceAll(/[\s\\]+/g, " ").trim();
  const markdown = words(section("unsaid"));
  const nodes = [...operations.map(({ operation }) => operation), ...Object.values(at(document, "webhooks") ?? {})];
  const evidence = operations.map(({ id, operation }) => ({ id, ...(at(operation, "x-evidence") as object) }));
  expect(nodes.length).toBeGreaterThan(40);
  for (const { id, ...one } of evidence) {
    const missing = at(one, "missing");
    if (typeof missing === "string") expect(markdown).toContain(words(missing));
    const isWhole = missing === undefined && at(one, "request") === "complete" && at(one, "response") === "complete";
    expect(markdown.includes(`- [\`${id}\`](operation:${id}): `)).toBe(!isWhole);
  }
  const others = entries.filter((entry) => !isDescribed(entry));
  expect(others.length).toBeGreaterThan(30);
  for (const { reason = "", title } of others) (expect(markdown).toContain(`: ${words(reason)}`), void title);
  const reasons = new Set<string>();
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    for (const one of Object.values(at(node, "x-evidence", "accepted") ?? {})) reasons.add(String(at(one, "why")));
    Object.values(node).forEach(visit);
  };
  visit(document);
  expect(reasons.size).toBeGreaterThan(30);
  for (const why of reasons) expect(markdown).toContain(words(why));
});

test("the changelog has what was published first", () => {
  expect(section("changelog")).toContain("## 2026-11-26: version 0.1.0\n\nFirst publication: 39 operations");
});

test("the commands and their flags are those of the command line", async () => {
  const commands = sections.flatMap(({ markdown }) =>
    [...markdown.matchAll(/^npx pandapon (.*)$/gm)].map(([, one = ""]) => one.split(" ")),
  );
  expect(commands.length).toBeGreaterThan(8);
  for (const words of commands) {
    const name = words.slice(0, words[0] === "webhooks" ? 2 : 1);
    const { code, stdout } = await pandapon([...name, "--help"]);
    expect([code, words]).toEqual([0, words]);
    for (const flag of words.filter((word) => word.startsWith("--"))) expect(stdout).toContain(flag);
  }
});

test("the programs compile", () => {
  const ts = createRequire(path.join(ROOT, "scripts/package.json"))("typescript") as typeof TypeScript;
  // A program that declares what another one declares is a module of its own.
  const programs = sections.flatMap(({ slug, markdown }) =>
    ["ts", "js"].flatMap((language) =>
      blocks(markdown, language).map((text, index): [string, string] => [
        path.join(ROOT, `test/docs/${slug}-${language}-${index}.ts`).replaceAll("\\", "/"),
        `${text}\nexport {};\n`,
      ]),
    ),
  );
  const texts = new Map(programs);
  expect(texts.size).toBeGreaterThan(5);
  const options: TypeScript.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: ["node"] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
  };
  const host = ts.createCompilerHost(options);
  const [read, exists] = [host.readFile.bind(host), host.fileExists.bind(host)];
  const slashed = (file: string): string => file.replaceAll("\\", "/");
  host.readFile = (file) => texts.get(slashed(file)) ?? read(file);
  host.fileExists = (file) => texts.has(slashed(file)) || exists(file);
  const program = ts.createProgram([...texts.keys()], options, host);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      path.basename(file?.fileName ?? ""),
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    ]);
  expect(found).toEqual([]);
});

test("links in a text and in a drawing are turned into those of a renderer", () => {
  const flows = section("flows");
  const linked = withLinks(flows, (kind, name) => `../${kind}s/${name}.html`);
  expect(linked).toContain('href="../operations/alibaba.orders.create.html"');
  expect(linked).toContain("(../sections/unsaid.html)");
  expect(linked).not.toMatch(/(?:section|operation):/);
  const plain = sections.find(({ slug }) => slug === "flows")?.plain ?? "";
  expect(plain).not.toContain("<");
  const named = (markdown: string): string[] =>
    [...markdown.matchAll(/(?:\]\(|href=")operation:([^)"]+)/g)].map(([, name = ""]) => name);
  expect(named(plain)).toEqual(named(flows));
  expect(named(plain).length).toBeGreaterThan(30);
});
