// Prints the gzip size of a user's bundle for each entry of the built package. Fails above the limits.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { operationTable } from "pandapon-openapi";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What `pandapon generate` writes for three operations that need no part of the client: no lists, no warehouse, no `request`. */
const refunds = Object.entries(operationTable).filter(([id]) => id.startsWith("alibaba.refunds."));
const REFUNDS = `
  import { createPandaPon as createWith } from "pandapon-openapi/core";
  const operationTable = ${JSON.stringify(Object.fromEntries(refunds))};
  export const createPandaPon = (options) => createWith(options, operationTable);
`;

/** How much smaller a client for few operations must be than the main entry. */
const SAVED = 1_100;

/** How many bytes each entry should have at most. Until the aim is met, the limit keeps it from growing. */
const ENTRIES = [
  { name: "method client", code: 'export { createPandaPon } from "pandapon-openapi"', aim: 9_200, limit: 10_800 },
  { name: "refunds only", code: REFUNDS, aim: 8_000, limit: 8_000 },
  { name: "path client", code: 'export { createClient } from "pandapon-openapi"', aim: Infinity, limit: Infinity },
  { name: "signing alone", code: 'export { signer } from "pandapon-openapi/signing"', aim: 3_000, limit: 3_000 },
  {
    name: "webhooks",
    code: 'export * from "pandapon-openapi/webhooks"',
    aim: 5_000,
    limit: 5_000,
    table: "webhookTable",
  },
  { name: "with defer", code: 'export { deferred } from "./dist/src/webhooks/deferred.js"', aim: 1_200, limit: 1_200 },
];

/** Parts of a bundle that are printed separately: how to recognise their files, and the part as an entry, with its table. */
const PARTS = [
  {
    name: "table",
    file: /generated\/operations/,
    code: (table = "operationTable") => `export { ${table} } from "./dist/generated/operations.js"`,
  },
  { name: "MD5", file: /signing\/md5/, code: () => 'export { md5 } from "./dist/src/signing/md5.js"' },
  { name: "openapi-fetch", file: /openapi-fetch/, code: () => 'export { default } from "openapi-fetch"' },
];

/** What is imported only when it is used is an entry of its own. @type {import("esbuild").Plugin} */
const withoutLazy = {
  name: "without-lazy",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
  },
};

/** @param {string} code of the entry */
async function bundle(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    // The package is the same on every platform: this one has no modules of its own, so an import of Node's would fail.
    platform: "neutral",
    logLevel: "error",
    plugins: [withoutLazy],
  });
  const gzip = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { gzip, files: files.map(([file]) => file) };
}

/** @param {(string | number)[]} cells */
const line = (...cells) =>
  console.log(
    cells
      .map((cell, index) => (index === 0 ? String(cell).padEnd(13) : String(cell).padStart(index === 4 ? 13 : 7)))
      .join(" ")
      .trimEnd(),
  );

console.log("bytes, minified and gzipped; each part by itself; and the rest, which is our code\n");
line("", "gzip", ...PARTS.map((part) => part.name), "ours");
/** @type {Record<string, number>} */
const sizes = {};
for (const { name, code, aim, limit, table } of ENTRIES) {
  const { gzip, files } = await bundle(code);
  sizes[name] = gzip;
  const weights = PARTS.map(async (part) =>
    files.some((file) => part.file.test(file)) ? (await bundle(part.code(table))).gzip : 0,
  );
  const parts = await Promise.all(weights);
  const ours = parts.reduce((rest, part) => rest - part, gzip);
  const verdict = gzip <= aim ? "met" : gzip <= limit ? `MISSED, fails above ${limit}` : "FAILED";
  line(name, gzip, ...parts, ours, aim === Infinity ? "" : ` at most ${aim}: ${verdict}`);
  if (gzip > limit) process.exitCode = 1;
}
const saved = (sizes["method client"] ?? 0) - (sizes["refunds only"] ?? 0);
console.log(
  `\nrefunds only: ${saved} less than the method client, at least ${SAVED}: ${saved >= SAVED ? "met" : "FAILED"}`,
);
if (saved < SAVED) process.exitCode = 1;
