// `npm run check:package`: packs both packages as npm would publish them, and checks what is in the tarballs and what they promise.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { npm, ROOT, run } from "../test/support/fetch-packages.mjs";
import { installSize } from "./install-size.mjs";

/** What attw has to know of each package. */
const PACKAGES = [
  // attw resolves modules and types, and a YAML file is neither.
  { name: "pandapon-openapi", folder: ROOT, attw: ["--exclude-entrypoints", "./openapi.yaml"] },
  // ESM only. It runs on Node versions that can `require` ESM, and nothing with an older resolution can use it.
  { name: "pandapon-codegen", folder: path.join(ROOT, "scripts"), attw: ["--profile", "esm-only"] },
];

/** @param {string} title @param {boolean} passed */
function report(title, passed) {
  console.log(`${passed ? "passed" : "FAILED"}: ${title}`);
  if (!passed) process.exitCode = 1;
}

/** Runs the command of an installed package, which prints what it finds. @param {string} title @param {string} file @param {string[]} args */
function check(title, file, ...args) {
  console.log(`\n==> ${title}`);
  const command = [path.join(ROOT, "node_modules", file), ...args];
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: "inherit" });
  report(title, status === 0);
}

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-package-"));
try {
  for (const { name, folder, attw } of PACKAGES) {
    // npm 11 prints a list, later ones an object by name.
    const [{ filename }] = Object.values(
      JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", dir], folder)),
    );
    const tarball = path.join(dir, filename);
    const format = ["--format", "table-flipped", "--no-color"];
    check(`attw: ${name}, ${attw.join(" ")}`, "@arethetypeswrong/cli/dist/index.js", tarball, ...format, ...attw);
    const unpacked = path.join(dir, name);
    mkdirSync(unpacked);
    run("tar", ["-xzf", filename, "--strip-components=1", "-C", unpacked], dir);
    console.log(`\n==> publint: ${name}`);
    const { messages, pkg } = await publint({ pkgDir: unpacked, strict: true });
    for (const message of messages) console.log(formatMessage(message, pkg, { color: false }));
    report(`publint: ${name}`, messages.length === 0);
  }
  check("knip: the repository", "knip/bin/knip.js", "--no-progress");
  console.log("\n==> installed, with dependencies");
  for (const { name } of PACKAGES) {
    const { bytes, packages } = installSize(name, dir);
    console.log(`  ${name.padEnd(16)}  ${(bytes / 1e6).toFixed(1).padStart(5)} MB in ${packages} packages`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
