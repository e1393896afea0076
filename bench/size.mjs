// Prints the gzip size of a user's bundle for each entry of the built package. Fails above the limits.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

// In bytes; a kB is 1 000 bytes.
const METHODS = 8_000;
const SIGNING = 3_000;
/** If the platform has no MD5, the bundle contains one of 1.9 kB, and the method client misses its aim. This limit keeps it from growing. */
const METHODS_WITH_MD5 = METHODS + 1_900;

/** Where a bundle runs, and the conditions under which imports are resolved there. */
const PLATFORMS = { Node: ["node"], elsewhere: [] };

/** @typedef {{ aim: number, limit: number }} Bound */
/** @type {{ name: string, code: string, bounds: { Node?: Bound, elsewhere?: Bound } }[]} */
const ENTRIES = [
  {
    name: "method client",
    code: 'export { createPandaPon } from "pandapon-openapi"',
    bounds: { Node: { aim: METHODS, limit: METHODS }, elsewhere: { aim: METHODS, limit: METHODS_WITH_MD5 } },
  },
  { name: "path client", code: 'export { createClient } from "pandapon-openapi"', bounds: {} },
  {
    name: "signing alone",
    code: 'export { signer } from "pandapon-openapi/signing"',
    bounds: { Node: { aim: SIGNING, limit: SIGNING }, elsewhere: { aim: SIGNING, limit: SIGNING } },
  },
];

/** Parts of a bundle that are printed separately: how to recognise their files, and the part as an entry. */
const PARTS = [
  {
    name: "table",
    file: /generated\/operations/,
    code: 'export { operationTable } from "./dist/generated/operations.js"',
  },
  { name: "MD5", file: /signing\/md5/, code: 'export { md5 } from "#md5"' },
  { name: "openapi-fetch", file: /openapi-fetch/, code: 'export { default } from "openapi-fetch"' },
];

/**
 * @param {string} code of the entry
 * @param {"Node" | "elsewhere"} platform
 */
async function bundle(code, platform) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: "es2022",
    // The only platform that adds no conditions.
    platform: "neutral",
    conditions: PLATFORMS[platform],
    external: ["node:*"],
    logLevel: "error",
  });
  const gzip = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { gzip, files: files.map(([file]) => file) };
}

/** @param {number} size @param {Bound | undefined} bound */
function verdict(size, bound) {
  if (bound === undefined) return "";
  if (size > bound.limit) return `at most ${bound.limit}: FAILED`;
  return `at most ${bound.aim}: ${size <= bound.aim ? "met" : `MISSED, fails above ${bound.limit}`}`;
}

/** @param {(string | number)[]} cells */
const line = (...cells) =>
  console.log(
    cells
      .map((cell, index) => (index === 0 ? String(cell).padEnd(24) : String(cell).padStart(index === 4 ? 13 : 7)))
      .join(" ")
      .trimEnd(),
  );

console.log("bytes, minified and gzipped; each part by itself; and the rest, which is our code\n");
line("", "gzip", ...PARTS.map((part) => part.name), "ours");
for (const { name, code, bounds } of ENTRIES) {
  for (const platform of /** @type {const} */ (["Node", "elsewhere"])) {
    const { gzip, files } = await bundle(code, platform);
    const weights = PARTS.map(async (part) =>
      files.some((file) => part.file.test(file)) ? (await bundle(part.code, platform)).gzip : 0,
    );
    const parts = await Promise.all(weights);
    const ours = parts.reduce((rest, part) => rest - part, gzip);
    const bound = bounds[platform];
    line(`${name}, ${platform}`, gzip, ...parts, ours, ` ${verdict(gzip, bound)}`);
    if (bound !== undefined && gzip > bound.limit) process.exitCode = 1;
  }
}
