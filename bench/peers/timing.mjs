// Times generators: a first run in an empty folder, and a second one with nothing changed. All in turn, so that all meet the same load.
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** @typedef {import("./generators.mjs").Generator} Generator */
/** Seconds are medians. @typedef {{ name: string, version: string, cold: number, unchanged: number, files: number, bytes: number }} Timing */

const ROUNDS = 5;

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @param {Generator[]} generators @param {string} dir @returns {Promise<Timing[]>} */
export async function timeGenerators(generators, dir) {
  /** @type {{ generator: Generator, cold: number[], unchanged: number[], version: string, files: number[] }[]} */
  const runs = generators.map((generator) => ({ generator, cold: [], unchanged: [], version: "", files: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, run] of runs.entries()) {
      const { prepare, generate } = run.generator;
      const own = path.join(dir, `${at}-${round}`);
      mkdirSync(own, { recursive: true });
      prepare?.(own);
      const time = async () => {
        const started = performance.now();
        run.version = await generate(own);
        return (performance.now() - started) / 1000;
      };
      run.cold.push(await time());
      run.unchanged.push(await time());
      run.files = sizes(path.join(own, "out"));
      rmSync(own, { recursive: true, force: true });
    }
  }
  return runs.map(({ generator: { name }, version, cold, unchanged, files }) => ({
    name,
    version,
    cold: median(cold),
    unchanged: median(unchanged),
    files: files.length,
    bytes: files.reduce((sum, bytes) => sum + bytes, 0),
  }));
}

/** @param {string} dir @returns {number[]} the bytes of each file below */
const sizes = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).size);
