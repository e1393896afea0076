// The flows of the sandbox, through the client and without a network. Bundled before use, because the runtimes have no compiler.
import { runFlows, type FlowResult } from "../support/proof-flows.js";

/** @returns every flow, and why it failed if it did */
export const sandboxFlows = async (): Promise<FlowResult[]> =>
  (await runFlows()).map((result) => ({ ...result, name: `sandbox, ${result.name}` }));
