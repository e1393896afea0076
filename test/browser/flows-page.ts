// What the page of sandbox.test.ts runs, and its worker: the client, the sandbox and the flows in one script. The results are in
// the page's variable `outcome`. The script starts by itself: what a test evaluates may use eval, despite the page's policy.
import { runFlows } from "../support/proof-flows.js";

/** Tries what the page's policy forbids. */
async function forbidden(): Promise<string[]> {
  const texts: string[] = [];
  try {
    new Function("return 1");
  } catch (error) {
    texts.push(String(error));
  }
  await fetch("https://api.pandapon.com/alibaba/order/detail").catch((error: unknown) => texts.push(String(error)));
  return texts;
}

const inWorker = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker("/flows.js", { type: "module" });
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
  });

const WAYS: Record<string, () => Promise<unknown>> = { page: runFlows, worker: inWorker, forbidden };

if (typeof document === "undefined") void runFlows().then((results) => postMessage(results));
else Object.assign(globalThis, { outcome: WAYS[location.hash.slice(1)]?.() });
