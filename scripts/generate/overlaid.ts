// Applies overlays, and verifies what becomes of the contract.
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import { verifyPublished } from "../lint/published.js";
import { applyOverlay, readOverlay } from "../overlay/index.js";

/**
 * @param overlays the files, in the order in which they are applied
 * @returns the changed contract
 * @throws Failure with code 2 if an overlay cannot be applied, 1 if the contract is not valid any more; it names the overlay
 */
export async function overlaid(
  published: Document,
  overlays: readonly { file: string; text: string }[],
): Promise<Document> {
  const states: { name: string; contract: Document }[] = [];
  let contract = published;
  for (const { file, text } of overlays) {
    contract = applyOverlay(contract, readOverlay(file, text));
    states.push({ name: shownPath(file), contract });
  }
  // A later overlay may repair what an earlier one breaks.
  if ((await problemsOf(contract, states.map(({ name }) => name).join(", "))).length === 0) return contract;
  for (const { name, contract: state } of states) {
    const [first, ...more] = await problemsOf(state, name);
    if (first === undefined) continue;
    const others = more.length === 0 ? "" : ` (and ${count(more.length, "other problem")})`;
    throw new Failure(1, `${name}: with this overlay the contract is not valid any more${others}. ${first}`);
  }
  return contract;
}

async function problemsOf(contract: Document, names: string): Promise<string[]> {
  try {
    return await verifyPublished(contract);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      1,
      `${names}: the contract cannot be read any more: ${reason.replace(/\.?$/, ".")} Correct what the overlay changes.`,
    );
  }
}
