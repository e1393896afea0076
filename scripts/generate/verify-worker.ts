// The worker thread's side of overlaid.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { Document } from "../core/openapi.js";
import { verifyPublished } from "../lint/published.js";

/** What the first overlay that breaks the contract does. */
export interface Broken {
  index: number;
  problems: string[];
}

// Set by overlaid.ts: the contract after each overlay.
const states = workerData as Document[];

async function firstBroken(): Promise<Broken | undefined> {
  const last = states.at(-1);
  // A later overlay may repair what an earlier one breaks.
  if (last === undefined || (await verifyPublished(last)).length === 0) return undefined;
  for (const [index, state] of states.entries()) {
    const problems = await verifyPublished(state);
    if (problems.length > 0) return { index, problems };
  }
  return undefined;
}

parentPort?.postMessage(await firstBroken());
