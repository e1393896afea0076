// Applies overlays, and verifies in a worker thread what becomes of the contract, while the main thread compiles it.
import { Worker } from "node:worker_threads";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import { applyOverlay, readOverlay } from "../overlay/index.js";
import type { Broken } from "./verify-worker.js";

/**
 * @param overlays the files, in the order in which they are applied
 * @returns the changed contract; `verified` rejects with a Failure of code 1 that names the overlay, if the contract is not valid any more
 * @throws Failure with code 2 if an overlay cannot be applied
 */
export function overlaid(
  published: Document,
  overlays: readonly { file: string; text: string }[],
): { contract: Document; verified: Promise<void> } {
  const states: Document[] = [];
  let contract = published;
  for (const { file, text } of overlays) {
    contract = applyOverlay(contract, readOverlay(file, text));
    states.push(contract);
  }
  const names = overlays.map(({ file }) => shownPath(file));
  return { contract, verified: verify(states, names) };
}

async function verify(states: readonly Document[], names: readonly string[]): Promise<void> {
  const all = names.join(", ");
  const broken = await new Promise<Broken | undefined>((resolve, reject) => {
    const fail = (reason: string): void =>
      reject(
        new Failure(
          1,
          `${all}: the contract cannot be read any more: ${reason.replace(/\.?$/, ".")} Correct what the overlay changes.`,
        ),
      );
    const worker = new Worker(new URL("./verify-worker.js", import.meta.url), { workerData: states });
    worker.once("message", resolve);
    worker.once("error", ({ message }) => fail(message));
    worker.once("exit", () => fail("the check ended early"));
  });
  const [first, ...more] = broken?.problems ?? [];
  if (broken === undefined || first === undefined) return;
  const others = more.length === 0 ? "" : ` (and ${count(more.length, "other problem")})`;
  throw new Failure(
    1,
    `${names[broken.index]}: with this overlay the contract is not valid any more${others}. ${first}`,
  );
}
