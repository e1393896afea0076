// `pandapon lint` names missing, orphaned and outdated texts of other languages.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { Failure } from "../../scripts/dist/core/problem.js";
import { overlayOf, readTranslation, translate, wordsIn } from "../../scripts/dist/docs/translations/index.js";
import { applyOverlay } from "../../scripts/dist/overlay/index.js";
import { digest, translated, writeSmallDocs } from "../support/small-docs.js";
import { pandapon, ROOT, temporaryFolder, type Edit } from "../support/workspace.js";

const VI = "spec/translations/vi";
const LIST = "paths/shop/order.yaml";

interface Found {
  file: string;
  line: number;
  rule: string;
  message: string;
  fix: string;
}

/** Lints it. What is missing because the language has only a few texts is left out, unless `all`. */
async function linted(dir: string): Promise<{ code: number | null; problems: Found[]; translated: unknown }> {
  const { code, stdout } = await pandapon(["lint", "--json"], dir);
  // The command prints this form.
  const { problems, translated } = JSON.parse(stdout) as { problems: Found[]; translated: unknown };
  return { code, problems, translated };
}

function changed(changes: Readonly<Record<string, string | undefined>>, ...edits: Edit[]): string {
  const dir = temporaryFolder();
  writeSmallDocs(dir, changes, ...edits);
  return dir;
}

test("a section without a translation says so, in each of its forms", async () => {
  const dir = changed({ "docs/20-more.md": "# More\n\nText.\n" });
  expect((await pandapon(["generate", "--spec", "spec", "--out", "generated"], dir)).code).toBe(0);
  expect((await pandapon(["docs", "--lang", "en,vi", "--out", "site"], dir)).code).toBe(0);
  const read = (file: string): string => readFileSync(path.join(dir, "site", file), "utf8");
  const sections = readdirSync(path.join(dir, "site/vi/sections"));
  const note = "This section is not translated yet.";
  expect(sections.filter((file) => read(`vi/sections/${file}`).includes(note))).toEqual(["more.html", "more.md"]);
  expect(sections.filter((file) => read(`sections/${file}`).includes(note))).toEqual([]);
});

test("missing texts are named with their digest, and fields are counted", async () => {
  const { code, problems, translated } = await linted(changed({}));
  expect(code).toBe(1);
  expect(translated).toEqual([{ language: "vi", translated: 1, of: 20 }]);
  const missing = problems.filter(({ message }) => message.startsWith("operations/shop.orders.cancel/summary "));
  expect(missing).toEqual([
    expect.objectContaining({
      ...{ file: VI, line: 1, rule: "translation-missing" },
      message: expect.stringMatching(/has no text in vi: "/) as string,
      fix: expect.stringMatching(/Add it to a \.yaml file of its folder with `of: [0-9a-f]{8}`\./) as string,
    }),
  ]);
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(["translation-missing"]));
  // Descriptions of fields are only counted.
  expect(
    problems.filter(({ message }) =>
      /^(?:schemas\/|operations\/[^/]*\/(?:parameters|requestBody\/content))/.test(message),
    ),
  ).toEqual([]);
  const { stdout } = await pandapon(["lint"], changed({}));
  expect(stdout).toContain("vi: 1 of 20 descriptions of fields are translated.");
});

interface Case {
  what: string;
  changes?: Record<string, string | undefined>;
  edits?: Edit[];
  found: { file: string; line: number; rule: string; message: RegExp; fix: RegExp };
}

const CASES: Case[] = [
  {
    what: "an English summary that changed",
    edits: [[LIST, "summary: List orders\n", "summary: List all orders\n"]],
    found: {
      file: `${VI}/operations.yaml`,
      line: 3,
      rule: "outdated",
      message: /shop\.orders\.list\/summary is outdated.*"List all orders"/,
      fix: new RegExp(digest("List all orders")),
    },
  },
  {
    what: "an English field that changed",
    edits: [[LIST, "description: The shop.\n", "description: A shop.\n"]],
    found: {
      file: `${VI}/operations.yaml`,
      line: 7,
      rule: "outdated",
      message: /parameters\/shopId\/description is outdated/,
      fix: new RegExp(digest("A shop.")),
    },
  },
  {
    what: "an address that is misspelt",
    changes: {
      "translations/vi/more.yaml": `operations:\n  shop.orders.cancel:\n    sumary: ${translated("Cancel an order", "Hủy đơn hàng")}\n`,
    },
    found: {
      file: `${VI}/more.yaml`,
      line: 3,
      rule: "orphaned",
      message: /no text operations\/shop\.orders\.cancel\/sumary/,
      fix: /Remove it, or correct its name/,
    },
  },
  {
    what: "an English section that changed",
    changes: { "docs/10-first-steps.md": "# First steps\n\nAnother text.\n" },
    found: {
      file: `${VI}/docs/10-first-steps.md`,
      line: 2,
      rule: "outdated",
      message: /10-first-steps\.md is outdated/,
      fix: new RegExp(digest("# First steps\n\nAnother text.\n")),
    },
  },
  {
    what: "a section without a translation",
    changes: { "docs/20-more.md": "# More\n" },
    found: { file: VI, line: 1, rule: "missing", message: /20-more\.md has no text in vi/, fix: /Add it to docs\// },
  },
  {
    what: "a translated section of a file that is not there",
    changes: { "translations/vi/docs/20-more.md": "---\nof: 12345678\n---\n\n# Thêm\n" },
    found: {
      file: `${VI}/docs/20-more.md`,
      line: 2,
      rule: "orphaned",
      message: /no text 20-more\.md/,
      fix: /Remove it/,
    },
  },
  {
    what: "a word that the site does not have",
    changes: { "translations/vi/words.yaml": `siteTitel: ${translated("Shop", "Cửa hàng")}\n` },
    found: { file: `${VI}/words.yaml`, line: 1, rule: "orphaned", message: /no text siteTitel/, fix: /Remove it/ },
  },
];

test.each(CASES)("$what", async ({ changes = {}, edits = [], found }) => {
  const { code, problems } = await linted(changed(changes, ...edits));
  expect(code).toBe(1);
  const others = problems.filter(({ rule, message }) => rule !== "translation-missing" || found.message.test(message));
  const { file, line, rule, message, fix } = found;
  expect(others.find((one) => message.test(one.message))).toEqual(
    expect.objectContaining({
      file,
      line,
      rule: `translation-${rule}`,
      message: expect.stringMatching(message) as string,
      fix: expect.stringMatching(fix) as string,
    }),
  );
});

test("digests do not depend on line endings, and a language without a text has all of them missing", async () => {
  const windows = changed({
    "docs/10-first-steps.md": "# First steps\r\n\r\nCall [the list](operation:shop.orders.list).\r\n",
  });
  const { problems } = await linted(windows);
  expect(problems.filter(({ rule }) => rule !== "translation-missing")).toEqual([]);
  rmSync(path.join(windows, VI), { recursive: true });
  mkdirSync(path.join(windows, "spec/translations/th"));
  const empty = await linted(windows);
  expect(empty.translated).toEqual([{ language: "th", translated: 0, of: 20 }]);
  expect(empty.problems.length).toBeGreaterThan(problems.length);
  writeFileSync(path.join(windows, "spec/translations/th/note.txt"), "x");
  expect(await pandapon(["lint"], windows)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/note\.txt is not a translation/) as string,
  });
});

test("the overlay that is published makes of the contract what the site shows", () => {
  const spec = path.join(ROOT, "spec");
  const document = readBundleFile(path.join(ROOT, "generated/openapi.yaml")) as unknown as Document;
  const translation = readTranslation(spec, "zh-CN");
  const { actions } = overlayOf(document, translation);
  const applied = applyOverlay(document, {
    file: "overlay.yaml",
    actions: actions.map(({ target, update }) => ({
      target,
      change: { update },
      failure: (reason) => new Failure(2, `${target}: ${reason}`),
    })),
  });
  expect(actions.length).toBeGreaterThan(1000);
  expect(applied).toEqual(translate(document, translation, wordsIn(translation)));
  expect(document.info.title).toBe("PandaPon OpenAPI (unofficial)");
});
