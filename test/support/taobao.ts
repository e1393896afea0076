// Calls operations of a sandbox as they are, for the tests of the Taobao side.
import { parse, stringify } from "lossless-json";
import { signer } from "../../dist/src/signing.js";
import type { Sandbox, SandboxOptions } from "../../scripts/dist/sandbox/index.js";
import { at, isNode, operation, operations, type Node } from "./bundle.js";
import { startSandbox } from "./sandbox.js";

/** The operations of Taobao and the addresses, without those of freight. */
export const OWN = operations.filter(({ path }) => path.startsWith("/open/") && !path.startsWith("/open/pp/"));

export interface Said {
  code: unknown;
  msg: unknown;
  data: unknown;
  text: string;
  headers: Headers;
}

/** Calls an operation of a sandbox without a client, so that nothing corrects the request. */
export async function call(
  { fetch, credentials }: Pick<Sandbox, "fetch" | "credentials">,
  id: string,
  inputs: Node,
  { userId = credentials.userId, now = Date.now }: { userId?: string; now?: () => number } = {},
): Promise<Said> {
  const { method = "", path = "" } = operations.find((one) => one.id === id) ?? {};
  const inUrl = [at(operation(id), "parameters")]
    .flat()
    .filter(isNode)
    .map((one) => String(one["name"]));
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined);
  const url = new URL(
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(inputs[name]))),
    "http://sandbox.test",
  );
  if (!path.includes("{"))
    for (const [name, value] of given) if (inUrl.includes(name)) url.searchParams.set(name, String(value));
  const body = stringify(Object.fromEntries(given.filter(([name]) => !inUrl.includes(name))));
  const answer = await fetch(url, {
    method,
    headers: { ...signer({ ...credentials, now })(userId), "content-type": "application/json" },
    ...(method === "POST" && body !== undefined && { body }),
  });
  const text = await answer.text();
  const read = parse(text);
  return {
    code: Number(at(read, "code")),
    msg: at(read, "msg"),
    data: at(read, "data"),
    text,
    headers: answer.headers,
  };
}

/** A started sandbox as `call` takes it: the request goes over HTTP, and the answer is checked against the contract. */
export async function served(options: SandboxOptions = {}): Promise<Pick<Sandbox, "fetch" | "credentials" | "state">> {
  const { sandbox, url } = await startSandbox({ ...options, wrongRequests: true });
  return {
    credentials: sandbox.credentials,
    state: sandbox.state,
    fetch: (target, init) => fetch(String(target).replace("http://sandbox.test", url), init),
  };
}

/** The state of all users, to compare. */
export const accounts = ({ state }: Pick<Sandbox, "state">): string => JSON.stringify(state.read().accounts);
