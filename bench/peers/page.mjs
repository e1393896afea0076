// The page: the table, and how each row is measured.
import path from "node:path";
import { manifest, ROOT } from "../../test/support/fetch-packages.mjs";
import { ID, lineCount, SIGN } from "./program.mjs";
import { OLDER_VERSION, TITLES } from "./types.mjs";

const ESBUILD_VERSION = manifest(path.join(ROOT, "node_modules"), "esbuild").version;

/** The names of the rows in a column, and their titles. @type {Record<string, string>} */
const ROWS = {
  version: "Version",
  bigint: "Mode for bigints",
  "sent alibaba.orders.get": "**Id sent** in a body, where it is text: `alibaba.orders.get`",
  "sent alibaba.refunds.create": "… in a body, where it is a number: `alibaba.refunds.create`",
  "sent taobao.refunds.cancel": "… in a path: `taobao.refunds.cancel`",
  "read integer": "**Id read** from a field that the contract has as an integer",
  "read union": "… from a field that is an integer or text",
  "read unknown": "… from a field that is not in the contract",
  signing: "**Signature**",
  refusal: '**Call** that is answered `{"code":500,…}` on HTTP 200',
  "retry option": "**Retries**",
  "writes alibaba.orders.create": "… orders that arrive if the connection is cut / on 503 / on 504",
  "writes taobao.refunds.cancel": "… the same for `taobao.refunds.cancel`, a GET that writes",
  "read again": "… whether a read is sent again after one 503",
  size: "**Size** of a program with one call",
  ...Object.fromEntries(TITLES.map((title, at) => [`types ${at}`, at === 0 ? `**Type errors**: ${title}` : title])),
};

const row = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;

/** @param {import("./timing.mjs").Timing[]} timings ours first @returns {string} a Markdown table, the fastest first */
function generating(timings) {
  const [ours] = timings;
  const times = (/** @type {number} */ seconds, /** @type {number} */ own) =>
    `${seconds.toFixed(2)} s, ${(seconds / own).toFixed(2)}x of ours`;
  return [
    row(["", "Version", "First run", "Nothing changed", "Files", "Size"]),
    row(["---", "---", "---", "---", "---", "---"]),
    ...timings
      .toSorted((a, b) => a.cold - b.cold)
      .map((timing) => {
        const { name, version, cold, unchanged, files, bytes } = timing;
        const seconds =
          ours === undefined || timing === ours
            ? [`${cold.toFixed(2)} s`, `${unchanged.toFixed(2)} s`]
            : [times(cold, ours.cold), times(unchanged, ours.unchanged)];
        return row([
          name,
          version.split(" + ")[0] ?? version,
          ...seconds,
          String(files),
          `${(bytes / 1000).toFixed(0)} kB`,
        ]);
      }),
  ].join("\n");
}

/**
 * @param {{ name: string, cells: Record<string, string> }[]} columns
 * @param {import("./timing.mjs").Timing[]} timings
 * @returns {string} Markdown
 */
export function page(columns, timings) {
  const table = [
    row(["", ...columns.map(({ name }) => name)]),
    row(["---", ...columns.map(() => "---")]),
    ...Object.entries(ROWS).map(([name, title]) => row([title, ...columns.map(({ cells }) => cells[name] ?? "–")])),
  ];
  return `# Comparison with other clients

Made by \`npm run bench:peers\`. Do not edit: change bench/peers/ and run it again.

The script generates a client from generated/openapi.json with each tool, compiles small programs against it, and runs them against a server on
loopback. The other tools make clients for any API; pandapon-openapi is for this one.

${table.join("\n")}

How it is measured:

- **Version**: each tool runs with options from its documentation. kubb has the newest version for which its client plugin exists. If a mode for
  bigints gives the same as the default, the cell says it once.
- **Id sent**: the id is ${ID}. Programs write it as a number, as a bigint and as a string. A cell says what the server saw for
  the forms that the types of the client allow. "Exact" means with every digit, as text or as a number as the contract says.
- **Id read**: the server answers with the number ${ID}. A cell says what the program has then.
- **Signature**: the server checks it. The lines are those of the hook and of the function that makes the headers (${lineCount(SIGN)}, the same for all;
  \`signer\` of \`pandapon-openapi/signing\` can replace it).
- **Call**: PandaPon answers like this if a call failed.
- **Retries**: the server reads each request, answers all of them with the same fault, and counts them. The first line has the default
  settings. pandapon-openapi sends a write again only if no connection was made. Redocly's \`idempotencyKey\` sends a header that lets a server
  recognise repeated requests; no page of PandaPon mentions it. The read is \`alibaba.orders.get\`, a POST.
- **Size**: the program signs and calls \`alibaba.orders.get\`. Bundled for Node by esbuild ${ESBUILD_VERSION}, minified, gzipped; 1 kB is 1 000 bytes.
  That of pandapon-openapi also holds the table of all operations.
- **Type errors**: what \`tsc --noEmit\` reports in generated code and in the packages that it imports. TypeScript ${OLDER_VERSION}, but for the last row.

Not measured is what code of your own can change. openapi-fetch and hey-api take a \`bodySerializer\` and can return an answer as text; Redocly's
middleware can do both; kubb takes another client; orval takes a function that fetches and reads. An exact JSON library there can keep the digits.

## Generating

How long the generators take for all operations of the same bundle, and how much they write. The first run is in an empty folder; the second one
follows with nothing changed. Medians of one run of this script; the ratios are what can be compared with another machine. hey-api and orval
need a newer Node and run on it.

${generating(timings)}
`;
}
