// The flows of the sandbox, through the client and without a network. Bundled before use, because the runtimes have no compiler.
import { createSandbox } from "pandapon-codegen/sandbox";
import { runFlows, type FlowResult } from "../support/proof-flows.js";

/**
 * @param canListen whether the runtime has node:http
 * @returns every flow, and why it failed if it did
 */
export async function sandboxFlows(canListen: boolean): Promise<FlowResult[]> {
  const results = [...(await runFlows()), { name: "listens, or says that it cannot", ...(await listening(canListen)) }];
  return results.map((result) => ({ ...result, name: `sandbox, ${result.name}` }));
}

async function listening(canListen: boolean): Promise<{ reason?: string }> {
  try {
    const { url, close } = await createSandbox().listen();
    const answer = await fetch(`${url}/sandbox`);
    const isOwn = answer.headers.get("x-sandbox") === "pandapon" && (await answer.text()).includes("2100000000001");
    await close();
    return canListen && isOwn ? {} : { reason: canListen ? "another server answered" : "it listened" };
  } catch (error) {
    const isSaid = !canListen && String(error).includes("Only Node, Bun and Deno can listen");
    return isSaid ? {} : { reason: String(error) };
  }
}
