// Bundles code as a bundler for the web does it.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** @param dir where imports are resolved from. An import of a module of Node fails. */
export async function bundled(code: string, dir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: dir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The size of a text as a server would send it, in bytes. */
export const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;
