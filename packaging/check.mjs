// `npm run check:package`: packs both packages as npm would publish them, and checks what is in the tarballs and what they promise.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { npm, ROOT, run } from "../test/support/fetch-packages.mjs";
import { installSize } from "./install-size.mjs";

/** What attw has to know of each package. */
const PACKAGES = [
  // A YAML file has no types and is no module, so attw finds no resolution for it.
  { name: "pandapon-openapi", folder: ROOT, attw: ["--exclude-entrypoints", "./openapi.yaml"] },
  // ESM only. It runs on Node versions that can `require` ESM, and nothing with an older resolution can use it.
  { name: "pandapon-codegen", folder: path.join(ROOT, "scripts"), attw: ["--profile", "esm-only"] },
];

/** Runs the command of an installed package, which prints what it found. @param {string} file @param {string[]} args */
function check(file, ...args) {
  console.log(`\n${path.basename(file, path.extname(file))} ${args.map((arg) => path.basename(arg)).join(" ")}`);
  const { status } = spawnSync(process.execPath, [path.join(ROOT, "node_modules", file), ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-package-"));
try {
  const sizes = [];
  for (const { name, folder, attw } of PACKAGES) {
    // npm 11 prints a list, later ones an object by name.
    const [{ filename }] = Object.values(
      JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", dir], folder)),
    );
    const tarball = path.join(dir, filename);
    check("@arethetypeswrong/cli/dist/index.js", tarball, "--format", "table-flipped", "--no-color", ...attw);
    check("publint/src/cli.js", "run", tarball, "--strict");
    const unpacked = path.join(dir, name);
    mkdirSync(unpacked);
    run("tar", ["-xzf", filename, "--strip-components=1", "-C", unpacked], dir);
    sizes.push({ name, unpacked });
  }
  check("knip/bin/knip.js", "--no-progress");
  console.log("\ninstalled, with dependencies:");
  for (const { name } of sizes) {
    const { bytes, packages } = installSize(name, dir);
    console.log(`  ${name.padEnd(16)}  ${(bytes / 1e6).toFixed(1).padStart(5)} MB in ${packages} packages`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
