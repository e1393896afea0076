// A docs site of two languages, for the tests that open it in a browser: the Redoc page of each, with sections, samples and hostile texts.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { groupsOf } from "../../scripts/dist/docs/contract/pages.js";
import { readable } from "../../scripts/dist/docs/contract/readable.js";
import { redocPage, redocViewer } from "../../scripts/dist/docs/redoc/index.js";
import { REDOC_LABELS } from "../../scripts/dist/docs/redoc/labels.js";
import type { LanguageSite, OperationPage, Section } from "../../scripts/dist/docs/site/site.js";
import { ENGLISH } from "../../scripts/dist/docs/site/words.js";
import { ROOT } from "./workspace.js";

/** A text that would run, end the script, or become something else if anything took it for code. */
const HOSTILE =
  '</script><script>window.ran = 1</script><img src=x onerror="window.ran = 2"> <svg onload=window.ran=3> {{ title }} {% if $x %} $& $\' $1 `${ran}` \u2028\u2029 <!-- ]]>';

export const SAMPLE_ID = "2542285634920880794";
const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "zh-CN", name: "简体中文" },
];
const TABS = [
  ["typescript", "TypeScript"],
  ["typescript", "TypeScript (openapi-fetch)"],
  ["bash", "curl"],
  ["python", "Python"],
  ["java", "Java"],
] as const;

/** As long as a real one, with the texts that a template or a replacement would change. */
export const sampleOf = (operationId: string, label: string): string =>
  [
    `// ${label}: ${operationId} $& $1 \${x} <b>&amp;</b> {{ x }}`,
    `const id = "${SAMPLE_ID}";`,
    ...Array.from({ length: 40 }, (_, line) => `call("${operationId}", ${line}, id); // ${"x".repeat(line)}`),
  ].join("\n");

const FLOW =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 30" width="100%" height="36" role="group" aria-labelledby="flow-t"><title id="flow-t">Order</title><text x="4" y="20" fill="currentColor">pay</text><a href="operation:alibaba.orders.get"><text x="50" y="20">get</text></a></svg>';

const section = (slug: string, title: string, heading: string): Section => ({
  slug,
  title,
  plain: "",
  markdown: `First text of ${slug}, with [an operation](operation:alibaba.refunds.create) and [a section](section:ids).

## ${heading}

| a | b |
| --- | --- |
| 1 | ${SAMPLE_ID} |

<div class="flow">${FLOW.replaceAll("flow-t", `flow-${slug}`)}</div>

\`\`\`ts
# not a heading
const promise: Promise<string> = call("{% x %}");
\`\`\`

### ${heading} 2

${HOSTILE}

The end of ${slug}.
`,
});

function siteOf(language: "en" | "zh-CN"): LanguageSite {
  const document = readBundleFile(path.join(ROOT, "generated/openapi.yaml")) as unknown as Document;
  const get = document.paths?.["/alibaba/refund/detail/create"]?.post;
  const other = document.paths?.["/open/product/get"]?.get;
  if (get === undefined || other === undefined) throw new Error("the contract has other operations");
  other.description = HOSTILE;
  other.summary = `Product ${HOSTILE}`;
  const isChinese = language === "zh-CN";
  if (isChinese) get.summary = "提交1688售后退款申请，并填写运费";
  const samples = ({ operation }: { operation: { operationId: string } }): OperationPage["samples"] =>
    TABS.map(([lang, label]) => ({ lang, label, source: sampleOf(operation.operationId, label) }));
  const words = isChinese ? { ...ENGLISH, language: "简体中文", guide: "指南" } : ENGLISH;
  const sections = isChinese
    ? [section("getting-started", "五分钟上手", "先用沙盒"), section("ids", "编号为什么是字符串", "十九位数字")]
    : [section("getting-started", "Getting started", "Sandbox first"), section("ids", "Ids", "Nineteen digits")];
  return {
    ...{ language, words, sections, coverage: [] },
    contract: readable(document, words),
    groups: groupsOf(document, words, samples),
  };
}

/** Writes `index.html` and `zh-CN/index.html`. In Chinese each word of Redoc is shown as `《word》`. */
export async function writeDocsSite(out: string): Promise<void> {
  const viewer = await redocViewer();
  const marked = Object.fromEntries(Object.entries(REDOC_LABELS).map(([key, english]) => [key, `《${english}》`]));
  for (const [language, folder, labels] of [
    ["en", out, {}],
    ["zh-CN", path.join(out, "zh-CN"), marked],
  ] as const) {
    mkdirSync(folder, { recursive: true });
    const context = { site: siteOf(language), languages: LANGUAGES, url: undefined, downloads: [] };
    const page = redocPage(context, viewer, labels);
    writeFileSync(path.join(folder, "index.html"), page);
  }
}
