// Makes the contract n times larger: n copies of every path, webhook and component, with names of their own.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @param {string} spec the contract
 * @param {number} n how many copies
 * @param {string} target the folder to write to; replaced
 */
export function enlarge(spec, n, target) {
  rmSync(target, { recursive: true, force: true });
  const files = ["paths", "webhooks", "components"].flatMap((folder) =>
    readdirSync(path.join(spec, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
      .map((entry) => path.relative(spec, path.join(entry.parentPath, entry.name))),
  );
  for (let copy = 0; copy < n; copy += 1) {
    for (const file of files)
      write(target, renamed(file, copy), inside(readFileSync(path.join(spec, file), "utf8"), copy));
  }
  write(target, "openapi.yaml", root(readFileSync(path.join(spec, "openapi.yaml"), "utf8"), n));
}

/** @param {string} file @param {number} copy */
function renamed(file, copy) {
  const slashed = file.split(path.sep).join("/");
  if (slashed.startsWith("components/securitySchemes/")) return slashed;
  if (slashed.startsWith("components/")) return slashed.replace(/\.yaml$/, `X${copy}.yaml`);
  if (slashed.startsWith("webhooks/")) return slashed.replace("webhooks/", `webhooks/X${copy}_`);
  return slashed.replace("paths/", `paths/x${copy}/`);
}

/** @param {string} text @param {number} copy */
const inside = (text, copy) =>
  text
    .replaceAll(/(\$ref: \S*?)\.yaml/g, `$1X${copy}.yaml`)
    // The file of a path is one folder deeper than before.
    .replaceAll(
      /\$ref: ((?:\.\.\/)+)components\//g,
      (_, up) => `$ref: ${up}${text.includes("webhooks.") ? "" : "../"}components/`,
    )
    .replaceAll(/operationId: (\S+)/g, `operationId: x${copy}$1`);

/** @param {string} text @param {number} n */
function root(text, n) {
  const section = (/** @type {RegExp} */ pattern, /** @type {string} */ source) => source.match(pattern)?.[0] ?? "";
  const paths = section(/(?<=^paths:\n)[\s\S]*?(?=^webhooks:)/m, text);
  const webhooks = section(/(?<=^webhooks:\n)[\s\S]*?(?=^components:)/m, text);
  const copies = Array.from({ length: n }, (_, copy) => copy);
  const manyPaths = copies.map((copy) =>
    paths.replaceAll("  /", `  /x${copy}/`).replaceAll("paths/", `paths/x${copy}/`),
  );
  const manyWebhooks = copies.map((copy) =>
    webhooks.replaceAll(/^ {2}(\w)/gm, `  X${copy}_$1`).replaceAll("webhooks/", `webhooks/X${copy}_`),
  );
  return text.replace(paths, manyPaths.join("")).replace(webhooks, manyWebhooks.join(""));
}

/** @param {string} dir @param {string} file @param {string} text */
function write(dir, file, text) {
  const target = path.join(dir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
