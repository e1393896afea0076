// A sandbox on loopback and a real client for it. All that passes is checked against the contract, by a validator that is not the sandbox's.
import { Validator, type OutputUnit } from "@cfworker/json-schema";
import { expect, onTestFinished } from "vitest";
import { createPandaPon, type ClientOptions, type PandaPon } from "../../dist/src/index.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../scripts/dist/sandbox/index.js";
import { listen } from "../../scripts/dist/sandbox/server/listen.js";
import { at, document, isNode, nodeAt, operations, type Named, type Node } from "./bundle.js";

/** What a proof flow needs: the same in a test, in a browser page and elsewhere. */
export interface Its {
  pandapon: PandaPon;
  /**
   * Calls the test door. The body is sent as JSON.
   * @returns the answer's JSON
   * @throws Error if the door refuses, with what it says
   */
  door: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

export interface Started extends Its {
  sandbox: Sandbox;
  url: string;
  /** Another client of the same sandbox, such as one of another user. */
  client: (options: Partial<ClientOptions>) => PandaPon;
  /** What passed and does not fit the contract. The test fails if there is something at its end. */
  misfits: string[];
}

export interface StartOptions extends SandboxOptions {
  /** Whether requests may be wrong, because the test is about what the sandbox says to them. Answers are checked all the same. */
  wrongRequests?: boolean;
  /** Whether answers may be wrong, because the test asks for failures. */
  wrongAnswers?: boolean;
}

/** Starts a sandbox until the test is over. */
export async function startSandbox(options: StartOptions = {}): Promise<Started> {
  const { wrongRequests = false, wrongAnswers = false, ...own } = options;
  const sandbox = createSandbox(own);
  const misfits: string[] = [];
  const checked = async (request: Request): Promise<Response> => {
    const { method, url } = request;
    const { pathname, searchParams } = new URL(url);
    const named = operations.find((one) => matches(one.path, pathname) && one.method === method);
    if (named !== undefined && !wrongRequests) {
      misfits.push(...wrongInRequest(named, searchParams, await request.clone().text()));
    }
    const answer = await sandbox.fetch(request);
    if (!pathname.startsWith("/sandbox") && !wrongAnswers) {
      misfits.push(...wrongInAnswer(named, answer.status, await answer.clone().text()));
    }
    return answer;
  };
  const { url, close } = await listen(checked, 0, "127.0.0.1");
  onTestFinished(async () => {
    await close();
    expect(misfits, "what does not fit the contract").toEqual([]);
  });
  const client: Started["client"] = (other) => createPandaPon({ ...sandbox.credentials, baseUrl: url, ...other });
  return { sandbox, url, client, misfits, pandapon: client({}), door: doorOf(url) };
}

const doorOf =
  (url: string): Its["door"] =>
  async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };

const matches = (template: string, pathname: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname);

const validators = new Map<string, Validator>();

/** @returns where and why a value does not fit a schema of an operation, the operation first */
function wrong(id: string, part: string, schema: unknown, value: unknown): string[] {
  let validator = validators.get(`${id} ${part}`);
  if (validator === undefined) {
    if (!isNode(schema)) return [`${id} ${part}: the contract has no schema`];
    validator = new Validator({ ...schema, components: document["components"] }, "2020-12", false);
    validators.set(`${id} ${part}`, validator);
  }
  const { valid, errors } = validator.validate(value);
  return valid ? [] : deepest(errors).map((one) => `${id} ${part} ${one.instanceLocation}: ${one.error}`);
}

/** Errors of the places that are wrong themselves, without those that only say that something below is wrong. */
const deepest = (errors: OutputUnit[]): OutputUnit[] =>
  errors.filter((one) => !["$ref", "properties", "items", "allOf", "anyOf", "oneOf"].includes(one.keyword));

function wrongInRequest({ id, operation }: Named, query: URLSearchParams, body: string): string[] {
  const declared = [at(operation, "parameters")].flat().filter(isNode);
  const inQuery = declared.filter((one) => one["in"] === "query");
  const names = inQuery.map((one) => String(one["name"]));
  const unsigned = !JSON.stringify(at(operation, "security") ?? "").includes("warehouse");
  const unknown = [...query.keys()].filter((name) => !names.includes(name) && unsigned);
  const wrongInBody = (): string[] => {
    const media = at(operation, "requestBody", "content", "application/json");
    if (media === undefined) return [`${id} body: the contract has none`];
    return wrong(id, "body", at(media, "schema"), parsed(body));
  };
  return [
    ...unknown.map((name) => `${id} query /${name}: the contract has no such parameter`),
    ...inQuery
      .filter((one) => one["required"] === true || query.has(String(one["name"])))
      .flatMap((one) => wrong(id, `query /${String(one["name"])}`, one["schema"], query.get(String(one["name"])))),
    ...(body === "" && at(operation, "requestBody", "required") !== true ? [] : wrongInBody()),
  ];
}

/** A call that reached no operation is answered with an envelope too. */
function wrongInAnswer(named: Named | undefined, status: number, text: string): string[] {
  const answer = parsed(text);
  if (!isNode(answer)) return [`${named?.id ?? "no operation"} answer: ${text.slice(0, 200)} is not an object`];
  if (named === undefined) return wrong("no operation", "answer", ENVELOPE, answer);
  if (status !== 200) return [`${named.id} answer: the HTTP status is ${status}`];
  const media = nodeAt(named.operation, "responses", "200", "content", "application/json");
  // A refusal has no `data`, which some schemas of the answer require: the example's stands for it.
  const refused = answer["code"] !== 200 && !("data" in answer);
  const data = at(media, "example", "data");
  const whole = refused && data !== undefined ? { ...answer, data } : answer;
  return wrong(named.id, "answer", at(media, "schema"), whole);
}

const ENVELOPE: Node = {
  type: "object",
  required: ["requestId", "code", "developId", "msg"],
  properties: { requestId: { type: "string" }, code: { type: "integer" }, msg: { type: "string", minLength: 1 } },
};

/** Rounds ids beyond 2^53, which changes no type. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
