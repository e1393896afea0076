// The flows of the sandbox by name, and what runs them where there is only `fetch`: in a page, in a worker, in any runtime.
import { createPandaPon } from "pandapon-openapi";
import { createSandbox, type SandboxOptions } from "pandapon-codegen/sandbox";
import { alibabaFlows } from "../sandbox/flows/alibaba.js";
import { taobaoFlows } from "../sandbox/flows/taobao.js";
import type { Its } from "./sandbox.js";

type Flow = (its: Its) => Promise<void>;

export const FLOWS: readonly [name: string, flow: Flow][] = Object.entries({
  alibaba: alibabaFlows,
  taobao: taobaoFlows,
}).flatMap(([group, flows]) =>
  Object.entries(flows).map(([name, flow]): [string, Flow] => [`${group}: ${name}`, flow]),
);

/** A flow, and why it failed if it did. */
export interface FlowResult {
  name: string;
  reason?: string;
}

/** A call that passed: what the client sent without its signature, and the whole answer. */
export interface Passed {
  method: string;
  /** Path and query. */
  target: string;
  body: string;
  status: number;
  answer: string;
}

/**
 * Runs every flow through the client, each with a new sandbox.
 * @param tell is called with each call, those of the test door included
 */
export async function runFlows(
  options: SandboxOptions = {},
  tell: (flow: string, passed: Passed) => void = () => undefined,
): Promise<FlowResult[]> {
  const results: FlowResult[] = [];
  for (const [name, flow] of FLOWS) {
    const sandbox = createSandbox(options);
    const fetch = async (target: string, init?: RequestInit): Promise<Response> => {
      const answer = await sandbox.fetch(target, init);
      const { pathname, search } = new URL(target);
      const { status } = answer;
      const [method, body] = [init?.method ?? "GET", typeof init?.body === "string" ? init.body : ""];
      tell(name, { method, target: pathname + search, body, status, answer: await answer.clone().text() });
      return answer;
    };
    const door: Its["door"] = async (method, path, body) => {
      const answer = await fetch(`http://127.0.0.1${path}`, {
        method,
        ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    };
    const clock = options.now === undefined ? {} : { now: options.now };
    const pandapon = createPandaPon({ ...sandbox.credentials, ...clock, fetch, baseUrl: "http://127.0.0.1" });
    const reason = await flow({ pandapon, door }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    results.push({ name, ...(reason !== undefined && { reason }) });
  }
  return results;
}
