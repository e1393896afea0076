// What `sectionsOf` refuses: each bad file with its line and the fix, and nothing else.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { sectionsOf } from "../../scripts/dist/docs/sections/index.js";
import type { Section } from "../../scripts/dist/docs/site/site.js";
import { ENGLISH } from "../../scripts/dist/docs/site/words.js";
import { Failure } from "../../scripts/dist/index.js";
import { temporaryFolder } from "../support/workspace.js";

const contract: Document = {
  openapi: "3.1.1",
  info: { title: "Shop", version: "1.0.0" },
  paths: {
    "/order": {
      get: { operationId: "shop.orders.get", "x-effect": "read", "x-evidence": {} as never },
    },
  },
  webhooks: { PAID: { post: { operationId: "", "x-effect": "write", "x-evidence": {} as never } } },
};

/** Files below a spec folder: a text, or bytes. */
type Files = Readonly<Record<string, string | Buffer>>;

function read(files: Files, translated: Files = {}): Section[] {
  const spec = temporaryFolder();
  const write = (name: string, text: string | Buffer): string => {
    const file = path.join(spec, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const other = Object.entries(translated).map(([name, text]) => [name, { file: write(`zh/${name}`, text) }] as const);
  const input = { spec, contract, coverage: [], words: ENGLISH };
  return sectionsOf(other.length === 0 ? input : { ...input, translated: new Map(other) });
}

/** The exit code, and each problem as `file:line message`. */
function refused(files: Files, translated?: Files): [code: number, ...problems: string[]] {
  try {
    read(files, translated);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, problems } = error;
    for (const { fix } of problems) expect(fix).toMatch(/\.$/);
    return problems.length === 0
      ? [code, message.replace(/^.*?[\\/](?=[^\\/]+ is )/, "")]
      : [code, ...problems.map((one) => `${one.file.replace(/^.*\//, "")}:${one.line} ${one.message}`)];
  }
  throw new Error("it was accepted");
}

const HEAD = "title: T\ndesc: D\nwho: You, Shop\n";
const flow = (text: string): string => `# Title\n\n\`\`\`flow\n${text}\n\`\`\`\n`;

test.each<[what: string, text: string, problem: string]>([
  ["an empty file", "", "1 The section has no title."],
  ["no title", "Text\n", "1 The section has no title."],
  ["an empty title", "# \nText\n", "1 The section has no title."],
  ["a heading in place of the title", "## Title\n", "1 The section has no title."],
  ["a second title", "# One\n\nText\n\n# Two\n", "5 A second title stands in the section."],
  ["a second title, underlined", "# One\n\nText\n\nTwo\n===\n", "5 A second title stands in the section."],
  [
    "a link to no section",
    "# T\n\nSee\n[that](section:that).\n",
    "4 The link leads to section:that, which does not exist.",
  ],
  ["a link to an anchor", "# T\n\n[b](section:b#c)\n", "3 The link leads to section:b#c, which does not exist."],
  [
    "a link to no operation",
    "# T\n\n- a\n- [`x`](operation:x.y)\n",
    "4 The link leads to operation:x.y, which does not exist.",
  ],
  [
    "a link in a table",
    "# T\n\n| a |\n| - |\n| [x](section:q) |\n",
    "5 The link leads to section:q, which does not exist.",
  ],
  ["a link by reference", "# T\n\n[x][1]\n\n[1]: section:q\n", "3 The link leads to section:q, which does not exist."],
  ["a link to a file", "# T\n\n[x](docs/calls.md)\n", "3 The link to docs/calls.md leads nowhere."],
  ["a link that runs a script", "# T\n\n[x](javascript:alert)\n", "3 The link to javascript:alert leads nowhere."],
  ["a link without encryption", "# T\n\n[x](http://example.com)\n", "3 The link to http://example.com leads nowhere."],
  [
    "a section linked by reference",
    "# T\n\n[x][r]\n\n[r]: section:a\n",
    "3 The link to section:a has another form than links of the site have.",
  ],
  [
    "a section linked with a title",
    "# T\n\n[x](section:a 'a title')\n",
    "3 The link to section:a has another form than links of the site have.",
  ],
  [
    "a section linked in angle brackets",
    "# T\n\n[x](<section:a>)\n",
    "3 The link to section:a has another form than links of the site have.",
  ],
  [
    "a section as an address",
    "# T\n\n<section:a>\n",
    "3 The link to section:a has another form than links of the site have.",
  ],
  [
    "an operation linked by reference",
    "# T\n\n[x]\n\n[x]: operation:shop.orders.get\n",
    "3 The link to operation:shop.orders.get has another form than links of the site have.",
  ],
  ["a link to nothing", "# T\n\n[x]()\n", "3 The link to nothing leads nowhere."],
  ["a picture", "# T\n\n![x](https://example.com/x.png)\n", "3 A picture stands in the section."],
  ["raw HTML", "# T\n\nText\n\n<script>alert(1)</script>\n", "5 Raw HTML stands in the section."],
  ["raw HTML in a sentence", "# T\n\nText <b>bold</b>\n", "3 Raw HTML stands in the section."],
  ["a comment", "# T\n\n<!-- later -->\n", "3 Raw HTML stands in the section."],
  ["an unknown placeholder", "# T\n\n{{evidense}}\n", "3 {{evidense}} stands for nothing."],
  ["a placeholder with blanks", "# T\n\n{{ evidence }}\n", "3 {{ evidence }} stands for nothing."],
  ["a placeholder in a sentence", "# T\n\nSee {{evidence}} here.\n", "3 {{evidence}} stands for nothing."],
  ["a placeholder in a list", "# T\n\n- {{changelog}}\n", "3 {{changelog}} stands for nothing."],
  [
    "a flow in a list",
    `# T\n\n- a\n\n  \`\`\`flow\n  ${HEAD.replaceAll("\n", "\n  ")}You: x\n  \`\`\`\n`,
    "5 The flow is inside a list or a quote.",
  ],
  ["an empty flow", flow(""), "3 The flow has no line `title:`."],
  ["a flow without steps", flow(HEAD), "3 The flow has no step."],
  ["a flow without a text for the blind", flow("title: T\nwho: You, Shop\nYou: x"), "3 The flow has no line `desc:`."],
  [
    "a flow with an empty line of its head",
    flow("title: T\ndesc:\nwho: You, Shop\nYou: x"),
    "5 The line `desc:` of the flow is empty.",
  ],
  ["a flow of one", flow("title: T\ndesc: D\nwho: You\nYou: x"), "6 The flow does not name 2 to 4 different parties."],
  [
    "a flow of five",
    flow("title: T\ndesc: D\nwho: A, B, C, D, E\nA: x"),
    "6 The flow does not name 2 to 4 different parties.",
  ],
  [
    "a flow with a name twice",
    flow("title: T\ndesc: D\nwho: A, A\nA: x"),
    "6 The flow does not name 2 to 4 different parties.",
  ],
  ["a step that is none", flow(`${HEAD}You and Shop`), "7 This line of the flow is not a step: You and Shop."],
  ["a step without a text", flow(`${HEAD}You -> Shop:`), "7 This line of the flow is not a step: You -> Shop:."],
  ["a step of a stranger", flow(`${HEAD}You -> Bank: Pay`), "7 `Bank` does not take part in the flow."],
  ["a step to nobody", flow(`${HEAD}You ->: Pay`), "7 `` does not take part in the flow."],
  ["a step with an unknown arrow", flow(`${HEAD}You => Shop: Pay`), "7 `You => Shop` does not take part in the flow."],
  [
    "a step before the parties",
    flow("title: T\ndesc: D\nYou: x\nwho: You, Shop"),
    "6 `You` does not take part in the flow.",
  ],
  [
    "a step with an unknown operation",
    flow(`${HEAD}\nYou -> Shop: Get | shop.get`),
    "8 The flow names shop.get, which the contract does not describe.",
  ],
  [
    "a step with an empty operation",
    flow(`${HEAD}You -> Shop: Get |`),
    "7 The flow names an empty operation, which the contract does not describe.",
  ],
])("refuses %s", (_what, text, problem) => {
  const [code, first] = refused({ "docs/10-a.md": text });
  expect([code, first]).toEqual([1, `10-a.md:${problem}`]);
});

test("names every problem of every file at once", () => {
  const files = { "docs/10-a.md": "Text [x](section:z)\n", "docs/20-b.md": "# B\n\n[x](section:y)\n\n{{x}}\n" };
  expect(refused(files)).toEqual([
    1,
    "10-a.md:1 The section has no title.",
    "10-a.md:1 The link leads to section:z, which does not exist.",
    "20-b.md:3 The link leads to section:y, which does not exist.",
    "20-b.md:5 {{x}} stands for nothing.",
  ]);
});

test.each<[what: string, names: string[], problem: string]>([
  ["a name without a number", ["about.md"], "about.md:1 The name is not that of a section."],
  ["a name with upper-case letters", ["10-About.md"], "10-About.md:1 The name is not that of a section."],
  ["a name with blanks", ["10-a b.md"], "10-a b.md:1 The name is not that of a section."],
  ["an ending with upper-case letters", ["10-a.MD"], "10-a.MD:1 The name is not that of a section."],
  ["a number twice", ["10-a.md", "10-b.md"], "10-b.md:1 10-a.md has the same number 10."],
  ["a number twice, written differently", ["010-a.md", "10-b.md"], "10-b.md:1 010-a.md has the same number 10."],
  ["a name twice", ["10-a.md", "20-a.md"], "20-a.md:1 10-a.md has the same name a."],
])("refuses %s", (_what, names, problem) => {
  expect(refused(Object.fromEntries(names.map((name) => [`docs/${name}`, "# T\n"])))).toEqual([1, problem]);
});

test("refuses bad lines of a translation by its own lines", () => {
  const english = { "docs/10-a.md": "# A\n\n[b](section:a)\n" };
  expect(refused(english, { "10-a.md": "---\nof: 12345678\n---\n\n# 甲\n\n[b](section:b)\n" })).toEqual([
    1,
    "10-a.md:7 The link leads to section:b, which does not exist.",
  ]);
});

const changes = (text: string, name = "2026-01-31.yaml"): Files => ({
  "docs/10-a.md": "# A\n\n{{changelog}}\n",
  [`changes/${name}`]: text,
});
const CHANGE = "{ impact: breaking, kind: type, message: was text, uses: [{ place: body/x }] }";

test.each<[what: string, files: Files, problem: string]>([
  ["a name that is no date", changes("version: '1'", "first.yaml"), "first.yaml:1 The name is not a date."],
  ["an entry that is not YAML", changes("version: [", undefined), "2026-01-31.yaml:2 "],
  ["a version that is a number", changes("\nversion: 1.0"), "2026-01-31.yaml:2 `version` is not a text."],
  ["changes that are not a list", changes("version: '1'\nchanges: x"), "2026-01-31.yaml:2 `changes` is not a list."],
  [
    "a change of unknown impact",
    changes(`version: '1'\nchanges:\n  - ${CHANGE}\n  - ${CHANGE.replace("breaking", "bad")}`),
    "2026-01-31.yaml:4 This is not a change.",
  ],
  [
    "a change of nothing",
    changes(`version: '1'\nchanges:\n  - ${CHANGE.replace("{ place: body/x }", "")}`),
    "2026-01-31.yaml:3 This is not a change.",
  ],
])("refuses %s in the changelog", (_what, files, problem) => {
  const [code, message] = refused(files);
  expect(code).toBe(2);
  expect(message).toContain(problem);
});

test("a changelog has the newest date first, and of a date the breaking changes", () => {
  const [section] = read({
    ...changes(`version: 2.0.0\nchanges:\n  - ${CHANGE.replace("breaking", "additive")}\n  - ${CHANGE}`),
    "changes/2026-03-01.yaml": `version: 2.0.1\nchanges: [${CHANGE.replace("breaking", "documentation").replace("was text", "<b> *x*")}]`,
  });
  expect(section?.markdown).toBe(
    [
      "## 2026-03-01: version 2.0.1\n\n**Documentation**\n\n- `body/x`: \\<b\\> \\*x\\*.",
      "## 2026-01-31: version 2.0.0\n\n**Breaking**\n\n- `body/x`: was text.\n\n**Added**\n\n- `body/x`: was text.\n",
    ].join("\n\n"),
  );
});

test("accepts no folder, a byte order mark, Windows line endings, code with braces and tags, and other files", () => {
  expect(read({})).toEqual([]);
  const text =
    "\uFEFF# What `{{x}}` is #\r\n\r\n```html\r\n<b>{{x}}</b>\r\n# no title\r\n```\r\n\r\n`<b>` and <https://example.com> [a](operation:PAID)\r\n";
  const [section, ...more] = read({ "docs/10-a.md": text, "docs/order.yaml": "[]", "docs/.hidden.md": "x" });
  expect(more).toEqual([]);
  expect(section?.title).toBe("What `{{x}}` is");
  expect(section?.markdown).toBe(
    "```html\n<b>{{x}}</b>\n# no title\n```\n\n`<b>` and <https://example.com> [a](operation:PAID)\n",
  );
});

test("a flow may be written with the marks of Chinese", () => {
  const chinese =
    "title：退款\ndesc：申请退款。\nwho：您的服务器，PandaPon、卖家\n您的服务器 -> PandaPon：申请退款（按分）｜shop.orders.get";
  const [section] = read({ "docs/10-a.md": flow(chinese) });
  expect(section?.plain).toBe(
    "申请退款。\n\n1. 您的服务器 → PandaPon: 申请退款（按分） ([`shop.orders.get`](operation:shop.orders.get))\n",
  );
  expect(section?.markdown.match(/<rect /g)).toHaveLength(3);
});

test("a flow is a drawing without scripts, and a list for readers of Markdown", () => {
  const steps = [
    'You -> Shop: <script>alert("1")</script> & [more](x) | shop.orders.get',
    "Shop --> You：在沙箱里试一试：价格、运费和订单都会返回，没有任何东西离开您的电脑，也不会下单。",
    "You: Wait",
  ];
  const [section] = read({ "docs/10-a.md": flow(HEAD + steps.join("\n")) });
  const { markdown = "", plain = "" } = section ?? {};
  expect(markdown).toMatch(/^<div class="flow"><svg [^\n]*<\/svg><\/div>\n$/);
  expect(markdown).toContain('<title id="flow-a-1-title">T</title><desc id="flow-a-1-desc">D</desc>');
  expect(markdown).toContain('<a href="operation:shop.orders.get"');
  expect(markdown).not.toMatch(/<script|style=|#fff|"white|\{/);
  expect(markdown.match(/stroke-dasharray/g)).toHaveLength(1);
  const texts = [...markdown.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
  // Chinese has no blanks: it breaks between characters, and no line begins with a mark that ends something.
  expect(texts.filter((text) => /[一-龥]/.test(text)).length).toBeGreaterThan(1);
  for (const text of texts) expect(text).not.toMatch(/^[、。，：]/);
  expect(plain).toBe(
    [
      "D\n",
      '1. You → Shop: \\<script\\>alert("1")\\</script\\> & \\[more\\](x) ([`shop.orders.get`](operation:shop.orders.get))',
      "2. Shop → You: 在沙箱里试一试：价格、运费和订单都会返回，没有任何东西离开您的电脑，也不会下单。 (outside of this API)",
      "3. You: Wait\n",
    ].join("\n"),
  );
});
