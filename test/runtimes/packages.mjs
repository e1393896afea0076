// The npm packages that hold the runtimes' binaries, for this machine's system and processor.
const { platform, arch } = process;
const windows = platform === "win32";
const exe = windows ? ".exe" : "";
const system = windows ? "windows" : platform;

/** @typedef {import("../support/fetch-packages.mjs").Package} Package */

/** The packages from which the install script of the package `node` takes its binary. @returns {Package} */
export const node = (/** @type {string} */ version) => ({
  name: `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${windows ? "win" : platform}-${arch}`,
  version,
  binary: `bin/node${exe}`,
});

/** @returns {Package} */
export const bun = (/** @type {string} */ version) => ({
  name: `@oven/bun-${system}-${arch === "arm64" ? "aarch64" : arch}`,
  version,
  binary: `bin/bun${exe}`,
});

/** @returns {Package} */
export const deno = (/** @type {string} */ version) => ({
  name: `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`,
  version,
  binary: `deno${exe}`,
});

/** @returns {Package} */
export const workerd = (/** @type {string} */ version) => ({
  name: `@cloudflare/workerd-${system}-${arch === "x64" ? "64" : arch}`,
  version,
  binary: `bin/workerd${exe}`,
});

/** JavaScript, the same for every machine. @returns {Package} */
export const edgeRuntime = (/** @type {string} */ version) => ({
  name: "edge-runtime",
  version,
  binary: "dist/index.js",
});
