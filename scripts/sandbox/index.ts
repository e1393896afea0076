/**
 * A sandbox that answers as PandaPon does: it checks signatures, keeps state per user, and fails on demand. It runs wherever there
 * is `fetch`: in Node, in a worker, in a browser page.
 *
 * @packageDocumentation
 */
import { newState, World, type State } from "./accounts/state.js";
import { OPERATIONS } from "./contract/compiled.js";
import { answerOf, refusalOf, type Answer } from "./exchange/envelope.js";
import type { FlowContext, Message } from "./exchange/flow.js";
import { Refusal } from "./exchange/refusal.js";
import { apply, ConnectionReset } from "./faults/apply.js";
import { Faults, type FaultRule } from "./faults/faults.js";
import { FLOWS } from "./flows/index.js";
import { readRequest, type ReadRequest } from "./gateway/read.js";
import { Pusher, type Delivery, type PushOptions } from "./push/pusher.js";
import { listen, type Listening } from "./server/listen.js";

export type { State } from "./accounts/state.js";
export type { Message } from "./exchange/flow.js";
export type { FaultKind, FaultRule } from "./faults/faults.js";
export type { Delivery, PushOptions } from "./push/pusher.js";
export type { Listening } from "./server/listen.js";

export interface SandboxOptions {
  /** The key that calls are signed with. Default: a made-up one, always the same. */
  accessKey?: string;
  accessSecret?: string;
  /** The user id that is printed and used by the demo. Every user id has a state of its own. */
  userId?: string;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. */
  now?: () => number;
  /** Makes other ids: a whole number from 0 to 999. Default: 0. */
  seed?: number;
  /** Accepts requests that do not fit the contract. Default: `false`. */
  lenient?: boolean;
  /** Where messages are pushed, and how. */
  push?: PushOptions;
}

/** A call that came in. */
export interface LogEntry {
  /** The sandbox's time, in milliseconds since 1970 UTC. */
  at: number;
  method: string;
  /** Path and query. */
  target: string;
  /** Undefined if the request reached no operation. */
  operation: string | undefined;
  status: number;
  /** The `code` of the answer. */
  code: number | undefined;
}

export interface Sandbox {
  /** What a client needs to be accepted. */
  readonly credentials: { readonly accessKey: string; readonly accessSecret: string; readonly userId: string };
  /** Answers a request. Pass it to a client as `fetch`: no port is opened and nothing is sent. */
  readonly fetch: (request: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Serves it by HTTP, in Node, Bun and Deno.
   * @param port default: any free one
   * @param host default: 127.0.0.1, which only this machine reaches
   * @throws Failure with code 2 if the port cannot be listened on
   */
  readonly listen: (port?: number, host?: string) => Promise<Listening>;
  readonly state: { read(): State; write(state: State): void };
  /** Pushes a message. */
  readonly deliver: (message: Message) => Promise<Delivery>;
  /** Lets calls fail. @returns a function that takes the rule back */
  readonly fail: (rule: FaultRule) => () => void;
  /** The calls that came in, the oldest first. */
  readonly log: readonly LogEntry[];
  /** Goes back to the start: everything, or one part. */
  readonly reset: (scope?: "state" | "faults" | "log") => void;
}

/** Made up, and the same for everyone: they open nothing but a sandbox. */
export const SANDBOX_CREDENTIALS = {
  accessKey: "5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c",
  accessSecret: "not-a-secret-it-opens-only-a-sandbox",
  userId: "2100000000001",
};

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const credentials = { ...SANDBOX_CREDENTIALS, ...options };
  const world = new World(newState(options.seed ?? 0), options.now ?? Date.now);
  const faults = new Faults();
  const pusher = new Pusher(options.push ?? {}, world);
  const log: LogEntry[] = [];

  async function fetch(target: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(target, init);
    try {
      const { status, headers, body } = await answer(request);
      return new Response(body, { status, headers });
    } catch (error) {
      if (error instanceof ConnectionReset) throw new TypeError("fetch failed", { cause: error });
      throw error;
    }
  }

  async function answer(request: Request): Promise<Answer> {
    const requestId = world.ids().request();
    try {
      const read = await readRequest(request);
      const fault = faults.take(read);
      const run = (): Answer => act(read, requestId);
      return fault === undefined ? run() : await apply(fault, run);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refusalOf(requestId, error);
    }
  }

  /** Runs the operation. It is synchronous, so calls cannot see each other half done. */
  function act({ operation, userId, inputs }: ReadRequest, requestId: string): Answer {
    const compiled = OPERATIONS[operation];
    const flow = FLOWS.get(operation);
    const messages: Message[] = [];
    const context: FlowContext = {
      account: world.account(userId),
      userId,
      now: world.now(),
      ids: world.ids(),
      push: (message) => messages.push(message),
    };
    if (flow === undefined) {
      return { ...answerOf(requestId, null, compiled?.bases ?? []), body: compiled?.answer ?? "" };
    }
    const answer = answerOf(requestId, flow(inputs, context), compiled?.bases ?? []);
    for (const message of messages) void pusher.send(message);
    return answer;
  }

  return {
    credentials,
    fetch,
    listen: (port = 0, host = "127.0.0.1") => listen(fetch, port, host),
    state: { read: () => structuredClone(world.state), write: (state) => (world.state = structuredClone(state)) },
    deliver: (message) => pusher.send(message),
    fail: (rule) => faults.add(rule),
    log,
    reset(scope) {
      if (scope !== "faults" && scope !== "log") world.state = newState(world.state.seed);
      if (scope !== "state" && scope !== "log") faults.clear();
      if (scope !== "state" && scope !== "faults") log.length = 0;
    },
  };
}
