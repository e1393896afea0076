// `pandapon docs` with wrong input: a clear message, the right exit code, and the old site stays byte for byte.
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, stringify } from "lossless-json";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { at, isNode, nodeAt } from "../support/bundle.js";
import { readHtml } from "../support/html-page.js";
import { filesOf } from "../support/docs.js";
import { translated, writeSmallDocs } from "../support/small-docs.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

/** A folder with a spec folder, its bundle and a site that was built before. */
let model: string;
beforeAll(async () => {
  model = mkdtempSync(path.join(tmpdir(), "pandapon-model-"));
  writeSmallDocs(model);
  expect(await pandapon(["generate", "--spec", "spec", "--out", "generated"], model)).toMatchObject({ code: 0 });
  const built = await pandapon(["docs", "--lang", "en,vi", "--url", "https://example.com/docs"], model);
  expect(built).toMatchObject({ code: 0, stderr: "" });
});
afterAll(() => rmSync(model, { recursive: true, force: true }));

/** A copy of the model with changed files: a text, or undefined for a file that is missing. */
function project(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const dir = temporaryFolder();
  cpSync(model, dir, { recursive: true });
  for (const [name, text] of Object.entries(changes)) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (text === undefined) rmSync(file, { recursive: true });
    else writeFileSync(file, text);
  }
  return dir;
}

interface Wrong {
  what: string;
  args?: string[];
  changes?: Record<string, string | undefined>;
  code: 1 | 2;
  says: RegExp;
}

const VI = "spec/translations/vi";
const BOTH = ["--lang", "en,vi"];
const WRONG: Wrong[] = [
  {
    what: "an unknown language",
    args: ["--lang", "en,fr"],
    code: 2,
    says: /no language fr\. Use one of en, vi, or add the folder spec\/translations\/fr/,
  },
  {
    what: "a language in another case",
    args: ["--lang", "en,VI"],
    code: 2,
    says: /no language VI\. Use one of en, vi\.\n/,
  },
  {
    what: "a path as a language",
    args: ["--lang", "en,../vi"],
    code: 2,
    says: /no language \.\.\/vi\. Use one of en, vi\.\n/,
  },
  { what: "English in another case", args: ["--lang", "EN"], code: 2, says: /no language EN\. Use one of en, vi\.\n/ },
  { what: "no folder", args: ["--out", ""], code: 2, says: /Name a folder for the site: --out site\./ },
  { what: "a language twice", args: ["--lang", "en,vi,en"], code: 2, says: /named twice: en, vi, en/ },
  { what: "no language", args: ["--lang", ""], code: 2, says: /at least one language: --lang en/ },
  { what: "commas as languages", args: ["--lang", " , "], code: 2, says: /at least one language/ },
  { what: "a bundle that does not exist", args: ["--bundle", "nowhere.yaml"], code: 2, says: /nowhere\.yaml/ },
  { what: "a bundle that is a folder", args: ["--bundle", "spec"], code: 2, says: /spec/ },
  { what: "a bundle that is not OpenAPI", args: ["--bundle", "spec/docs/order.yaml"], code: 2, says: /order\.yaml/ },
  { what: "an empty bundle", changes: { "generated/openapi.yaml": "" }, code: 2, says: /generated\/openapi\.yaml/ },
  {
    what: "a bundle that is not YAML",
    changes: { "generated/openapi.yaml": "openapi: [\n" },
    code: 2,
    says: /generated\/openapi\.yaml/,
  },
  { what: "a spec folder that does not exist", args: ["--spec", "nowhere"], code: 2, says: /nowhere/ },
  {
    what: "an address that is none",
    args: ["--url", "example.com/docs"],
    code: 2,
    says: /not an address\. Write --url https:\/\/example\.com\/docs\//,
  },
  { what: "an empty address", args: ["--url", ""], code: 2, says: /not an address/ },
  { what: "the address of a script", args: ["--url", "javascript:alert(1)"], code: 2, says: /not an address/ },
  { what: "an address with a query", args: ["--url", "https://example.com/?a=1"], code: 2, says: /query or an anchor/ },
  { what: "an address with a password", args: ["--url", "https://me:secret@example.com/"], code: 2, says: /password/ },
  { what: "a port that is none", args: ["--serve", "--port", "70000"], code: 2, says: /0 to 65535/ },
  {
    what: "--bundle with --serve, which makes its own",
    args: ["--serve", "--port", "0", "--bundle", "generated/openapi.yaml"],
    code: 2,
    says: /'--serve' cannot be used with option '--bundle <file>'/,
  },
  { what: "--json with --serve", args: ["--serve", "--json"], code: 2, says: /cannot be used with/ },
  {
    // Node makes folders below /proc without an end if it is asked to make those around them too.
    what: "a folder that cannot be made",
    args: ["--out", process.platform === "linux" ? "/proc/site" : "spec/openapi.yaml/site"],
    code: 2,
    says: /Cannot write .*site \(\w+\)/,
  },
  { what: "a folder that is a file", args: ["--out", "spec/openapi.yaml"], code: 2, says: /spec\/openapi\.yaml/ },
  {
    what: "a folder in the place of a page",
    changes: { "site/index.html": undefined, "site/index.html/x": "" },
    code: 2,
    says: /site\/index\.html is in the way/,
  },
  {
    what: "a translation of nothing",
    args: BOTH,
    changes: {
      [`${VI}/more.yaml`]: `operations:\n  shop.orders.lst:\n    summary: ${translated("List orders", "x")}\n`,
    },
    code: 1,
    says: /spec\/translations\/vi\/more\.yaml:3:1 .*There is no text operations\/shop\.orders\.lst\/summary\.\n.*Remove it, or correct its name/s,
  },
  {
    what: "a word of nothing",
    args: BOTH,
    changes: { [`${VI}/words.yaml`]: `langage: ${translated("English", "x")}\n` },
    code: 1,
    says: /spec\/translations\/vi\/words\.yaml:1:1 .*no text langage/,
  },
  {
    what: "a translated section of nothing",
    args: BOTH,
    changes: { [`${VI}/docs/20-more.md`]: "---\nof: 12345678\n---\n\n# More\n" },
    code: 1,
    says: /vi\/docs\/20-more\.md:/,
  },
  {
    what: "a translation without its digest",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info:\n  title: { text: Cửa hàng }\n" },
    code: 2,
    says: /vi\/more\.yaml:2 .*digest/,
  },
  {
    what: "a text in the place of a translation",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info:\n  title: Cửa hàng\n" },
    code: 2,
    says: /vi\/more\.yaml:2 .*not a text with its digest/,
  },
  {
    what: "a list of translations",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "- a\n" },
    code: 2,
    says: /vi\/more\.yaml:1/,
  },
  {
    what: "a digest of digits without quotes",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info:\n  title: { of: 12345678, text: a }\n" },
    code: 2,
    says: /vi\/more\.yaml:2 `of` is not a digest.*in quotes/,
  },
  {
    what: "a digest that is too short",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info:\n  title: { of: abc, text: a }\n" },
    code: 2,
    says: /`of` is not a digest/,
  },
  {
    what: "a text that is translated twice",
    args: BOTH,
    changes: {
      [`${VI}/zz.yaml`]: `operations:\n  shop.orders.list:\n    summary: ${translated("List orders", "x")}\n`,
    },
    code: 2,
    says: /vi\/zz\.yaml:3 .*twice.*vi\/operations\.yaml:3/,
  },
  {
    what: "a translation file with a key twice",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info: {}\ninfo: {}\n" },
    code: 2,
    says: /vi\/more\.yaml:2/,
  },
  {
    what: "a translation file that is not YAML",
    args: BOTH,
    changes: { [`${VI}/more.yaml`]: "info: [\n" },
    code: 2,
    says: /vi\/more\.yaml:/,
  },
  {
    what: "a translation file of another kind",
    args: BOTH,
    changes: { [`${VI}/more.txt`]: "x" },
    code: 2,
    says: /vi\/more\.txt is not a translation/,
  },
  {
    what: "a translated section without a digest",
    args: BOTH,
    changes: { [`${VI}/docs/10-first-steps.md`]: "# Bước đầu\n" },
    code: 2,
    says: /10-first-steps\.md:1 The digest is missing/,
  },
  {
    what: "a section with a link to nowhere",
    changes: { "spec/docs/10-first-steps.md": "# First steps\n\n[a](operation:shop.orders.lst)\n" },
    code: 1,
    says: /spec\/docs\/10-first-steps\.md:3:/,
  },
  {
    what: "a translated section with a link to nowhere",
    args: BOTH,
    changes: { [`${VI}/docs/10-first-steps.md`]: '---\nof: "12345678"\n---\n\n# A\n\n[a](section:nowhere)\n' },
    code: 1,
    says: /vi\/docs\/10-first-steps\.md:7:/,
  },
  {
    what: "an order with an unknown operation",
    changes: { "spec/docs/order.yaml": "- shop.orders.cancel\n- shop.orders.lst\n" },
    code: 1,
    says: /spec\/docs\/order\.yaml:2:1 .*shop\.orders\.lst/,
  },
  {
    what: "an order that lacks an operation",
    changes: { "spec/docs/order.yaml": "- shop.orders.list\n" },
    code: 1,
    says: /spec\/docs\/order\.yaml.* lacks shop\.orders\.cancel/,
  },
  {
    what: "an order with an operation twice",
    changes: {
      "spec/docs/order.yaml": "- shop.orders.cancel\n- shop.orders.list\n- shop.orders.cancel\n",
    },
    code: 1,
    says: /spec\/docs\/order\.yaml:3:1 .*shop\.orders\.cancel is named twice/,
  },
  {
    what: "an order that is not a list",
    changes: { "spec/docs/order.yaml": "shop.orders.list: 1\n" },
    code: 2,
    says: /spec\/docs\/order\.yaml/,
  },
  {
    what: "an order that is not YAML",
    changes: { "spec/docs/order.yaml": "- [\n" },
    code: 2,
    says: /spec\/docs\/order\.yaml/,
  },
];

test.each(WRONG)("$what", async ({ args = [], changes = {}, code, says }) => {
  const dir = project(changes);
  const before = filesOf(dir);
  const ran = await pandapon(["docs", ...args], dir);
  expect(ran.stderr + ran.stdout).toMatch(says);
  expect(ran.stderr).not.toMatch(/Unexpected|\.ts:|\.js:|secret/);
  expect(ran.code).toBe(code);
  expect(filesOf(dir)).toEqual(before);
});

test("a file in the place of a folder of the site", async () => {
  const dir = project({ "site/operations": undefined });
  writeFileSync(path.join(dir, "site/operations"), "a file");
  const before = filesOf(dir);
  const { code, stderr } = await pandapon(["docs"], dir);
  expect(stderr).toMatch(/site\/operations is in the way and is not a folder/);
  expect(code).toBe(2);
  expect(filesOf(dir)).toEqual(before);
});

test("a bundle that lies without a spec folder: an English site without sections", async () => {
  const dir = temporaryFolder();
  cpSync(path.join(model, "generated/openapi.yaml"), path.join(dir, "shop.yaml"));
  const { code, stdout } = await pandapon(["docs", "--bundle", "shop.yaml", "--json"], dir);
  const { ok, out, languages, files } = JSON.parse(stdout) as Record<string, unknown>;
  expect({ code, ok, out, languages }).toEqual({ code: 0, ok: true, out: "site", languages: ["en"] });
  const site = filesOf(path.join(dir, "site"));
  expect([...site.keys()].sort()).toEqual([...(files as string[])].sort());
  expect([...site.keys()].filter((file) => /sections|sitemap|vi\/|yaml/.test(file))).toEqual([]);
  expect(site.get("operations/shop.orders.list.html")).toContain("Lists the orders of a shop");
  // A page without the entries of PandaPon's navigation would be empty.
  expect([...site.keys()]).not.toContain("coverage.html");
  expect([...site.values()].join("")).not.toContain("coverage.");
  const other = await pandapon(["docs", "--bundle", "shop.yaml", "--lang", "en,vi"], dir);
  expect(other).toMatchObject({ code: 2, stderr: expect.stringMatching(/English only, not vi/) as string });
});

test("the published JSON of a contract that is cut to a few operations", async () => {
  const dir = temporaryFolder();
  const ids = ["alibaba.orders.payBatch", "alibaba.refunds.get"];
  // As text, so that no digit is lost.
  const contract = parse(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"));
  const paths = nodeAt(contract, "paths");
  for (const [name, item] of Object.entries(paths)) {
    const kept = Object.values(isNode(item) ? item : {}).some((one) => ids.includes(String(at(one, "operationId"))));
    if (!kept) delete paths[name];
  }
  writeFileSync(path.join(dir, "few.json"), stringify(contract) ?? "");
  const built = await pandapon(["docs", "--bundle", "few.json"], dir);
  expect(built).toMatchObject({ code: 0, stderr: "" });
  const pages = readdirSync(path.join(dir, "site/operations")).filter(
    (name) => /\.html$/.test(name) && name !== name.toUpperCase() && !/^(?:1688|TAOBAO)_/.test(name),
  );
  expect(pages.sort()).toEqual(ids.map((id) => `${id}.html`).sort());
  // What it says of operations that are not there leads nowhere.
  for (const [file, text] of filesOf(path.join(dir, "site"))) {
    if (!file.endsWith(".html") || file === "index.html") continue;
    for (const link of readHtml(text).links) {
      if (/^(?:https?:|#|data:)/.test(link)) continue;
      expect(existsSync(path.join(dir, "site", path.dirname(file), link.split("#")[0] ?? "")), `${file}: ${link}`).toBe(
        true,
      );
    }
  }
});

test("texts without a translation are marked, and what the mark means stands once on the page", () => {
  const page = readFileSync(path.join(model, "site/vi/operations/shop.orders.list.html"), "utf8");
  expect(page).toContain("Liệt kê đơn hàng của cửa hàng.");
  expect(page).toContain("<td>Cửa hàng.</td>");
  expect(page).toContain("The page, from 1. (chưa dịch)");
  expect(page.split("Văn bản có (chưa dịch) chưa được dịch.")).toHaveLength(2);
  expect(
    readFileSync(path.join(model, "site/vi/operations/shop.orders.list.md"), "utf8").split("Văn bản có (chưa dịch)"),
  ).toHaveLength(2);
  // The overlay that is published has translations only, and the English page no mark.
  expect(readFileSync(path.join(model, "site/vi/overlay.yaml"), "utf8")).not.toContain("chưa dịch");
  expect(readFileSync(path.join(model, "site/operations/shop.orders.list.html"), "utf8")).not.toContain("(EN)");
  expect(readFileSync(path.join(model, "site/vi/index.html"), "utf8")).toContain(
    "Văn bản có (chưa dịch) chưa được dịch.",
  );
  expect(readFileSync(path.join(model, "site/index.html"), "utf8")).not.toContain("(EN)");
});

test("Ctrl-C while it builds leaves nothing behind", async () => {
  const dir = project();
  const temporary = path.join(dir, "tmp");
  mkdirSync(temporary);
  const before = filesOf(dir);
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/bin/pandapon.js"), "docs", "--lang", "en,vi"], {
    cwd: dir,
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  // It is in the middle when its temporary folder is there.
  const watcher = watch(temporary);
  await new Promise((resolve) => watcher.once("change", resolve));
  watcher.close();
  const ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
  expect(filesOf(dir)).toEqual(before);
});

test("an outdated translation is not shown, since it may be wrong: the English text is, with its mark", async () => {
  const outdated = `operations:
  shop.orders.cancel:
    summary: { of: "00000000", text: Hủy }
    description: { of: "00000000", text: Hủy đơn hàng. }
`;
  const dir = project({ [`${VI}/more.yaml`]: outdated });
  expect(await pandapon(["docs", ...BOTH], dir)).toMatchObject({ code: 0, stderr: "" });
  for (const [name, text] of filesOf(path.join(dir, "site"))) expect(text.includes("Hủy"), name).toBe(false);
});

test("operations are in the order of order.yaml", () => {
  const list = readFileSync(path.join(model, "site/llms.txt"), "utf8");
  const page = readFileSync(path.join(model, "site/index.html"), "utf8");
  for (const [text, before] of [
    [list, "operations/"],
    [page, '"operationId":"'],
  ] as const) {
    const [cancel, orders] = [text.indexOf(`${before}shop.orders.cancel`), text.indexOf(`${before}shop.orders.list`)];
    expect(cancel).toBeGreaterThan(0);
    expect(orders).toBeGreaterThan(cancel);
  }
  // In the bundle it is the other way round.
  const bundle = readFileSync(path.join(model, "generated/openapi.yaml"), "utf8");
  expect(bundle.indexOf("operationId: shop.orders.list")).toBeLessThan(
    bundle.indexOf("operationId: shop.orders.cancel"),
  );
});
