/**
 * A sandbox that answers as PandaPon does: it checks signatures, keeps state per user, and fails on demand. It runs wherever there
 * is `fetch`: in Node, in a worker, in a browser page.
 *
 * @packageDocumentation
 */
import type { SignWarehouse } from "pandapon-openapi";
import type { Credentials } from "../core/credentials.js";
import { Failure } from "../core/problem.js";
import { checkedState, newState, World, type State } from "./accounts/state.js";
import { OPERATIONS } from "./contract/compiled.js";
import { isDoor, openDoor } from "./door/door.js";
import type { DoorParts } from "./door/steps.js";
import { answerOf, exampleOf, refusalOf, respond, type Answer, type Form } from "./exchange/envelope.js";
import type { FlowContext, Message } from "./exchange/flow.js";
import { checkNames } from "./exchange/option-names.js";
import { BROKEN, Refusal } from "./exchange/refusal.js";
import { apply, ConnectionReset } from "./faults/apply.js";
import { Faults } from "./faults/faults.js";
import type { FaultRule } from "./faults/rule.js";
import { FLOWS, STEPS } from "./flows/index.js";
import { Log, type LogEntry } from "./gateway/log.js";
import { readRequest, type ReadRequest } from "./gateway/read.js";
import { checkedCredentials, checkOption, type GatewayRules } from "./gateway/rules.js";
import { Pusher, type Delivery, type PushOptions } from "./push/pusher.js";
import { listen, type Listening } from "./server/listen.js";

export type { State } from "./accounts/state.js";
export type { LogEntry } from "./gateway/log.js";
export { SANDBOX_CREDENTIALS } from "./gateway/rules.js";
export type { Message } from "./exchange/flow.js";
export type { Fault, FaultKind } from "./faults/kinds.js";
export { MAGIC_INPUTS, type MagicInput } from "./faults/magic.js";
export type { FaultCall, FaultRule } from "./faults/rule.js";
export type { Delivery, PushBase, PushOptions, Try } from "./push/pusher.js";
export type { Listening } from "./server/listen.js";

export interface SandboxOptions {
  /** The key that calls are signed with. Default: a made-up one, always the same. */
  accessKey?: string | undefined;
  /** The secret that calls are signed with. Default: a made-up one, always the same. */
  accessSecret?: string | undefined;
  /** The user that the test door acts for unless told otherwise. Default: a made-up one. Every user id that calls has a state of its own. */
  userId?: string | undefined;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. Give the client the same one. */
  now?: (() => number) | undefined;
  /** Makes other ids: a whole number from 0 to 999. Default: 0. */
  seed?: number | undefined;
  /** Accepts requests that do not fit the contract. Their signature is checked all the same. Default: `false`. */
  lenient?: boolean | undefined;
  /**
   * Signs the freight group, by the rule that PandaPon gave you: the same function as the client's. Without it, the signatures of
   * that group are not checked, and each answer says so in the header `x-sandbox-warning`.
   */
  signWarehouse?: SignWarehouse | undefined;
  /** Where messages are pushed, and how. */
  push?: PushOptions | undefined;
}

export interface Sandbox {
  /** What a client needs to be accepted. */
  readonly credentials: Readonly<Credentials>;
  /** Answers a request. Pass it to a client as `fetch`: no port is opened and nothing is sent. */
  readonly fetch: (request: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /**
   * Serves it by HTTP, in Node, Bun and Deno.
   * @param port default: any free one
   * @param host default: 127.0.0.1, which only this machine reaches
   * @throws Failure with code 2 if the port cannot be listened on
   */
  readonly listen: (port?: number, host?: string) => Promise<Listening>;
  readonly state: {
    read(): State;
    /** @throws Failure with code 2 that says what is wrong with it; then nothing was changed */
    write(state: State): void;
  };
  /**
   * Pushes a message of any type under the user's own name, and waits for the first try. Further tries follow the sandbox's clock.
   * @throws Failure with code 2 if there is no push URL, or if the message is wrong
   */
  readonly deliver: (message: Message) => Promise<Delivery>;
  /**
   * Lets calls fail. Rules are tried in their order, and before the magic inputs.
   *
   * ```ts
   * sandbox.fail({ operation: "alibaba.orders.create", kind: "reset-after" }); // the order is made, and no answer comes
   * sandbox.fail({ when: { keyword: "x" }, kind: "status-429", retryAfter: 2, times: 3 });
   * ```
   * @returns a function that takes the rule back
   * @throws Failure that says what is wrong with the rule
   */
  readonly fail: (rule: FaultRule) => () => void;
  /** The last 1000 calls that came in, the oldest first. They hold no secret and no signature. */
  readonly log: readonly LogEntry[];
  /** Goes back to the start: everything, or one part. */
  readonly reset: (scope?: "state" | "faults" | "log") => void;
  /** Ends the tries of pushes that are still due. They never keep a process alive, so a test may leave it out. */
  readonly close: () => void;
}

const NAMES = ["accessKey", "accessSecret", "userId", "now", "seed", "lenient", "signWarehouse", "push"];
const SCOPES: readonly unknown[] = ["state", "faults", "log", undefined];

/** @throws Failure that names a wrong option */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkNames(options, NAMES, "createSandbox");
  const { seed = 0, now = Date.now, lenient = false, signWarehouse } = options;
  const credentials = checkedCredentials(options);
  checkOption(Number.isInteger(seed) && seed >= 0 && seed <= 999, "seed", "must be a whole number from 0 to 999");
  checkOption(typeof now === "function", "now", "must be a function that returns milliseconds since 1970 UTC");
  checkOption(typeof lenient === "boolean", "lenient", "must be true or false");
  checkOption(["function", "undefined"].includes(typeof signWarehouse), "signWarehouse", "must be a function");
  const world = new World(newState(seed), now);
  const log = new Log(credentials.accessSecret);
  const rules: GatewayRules = { ...credentials, lenient, signWarehouse, now, shorten: (text) => log.textOf(text) };
  const faults = new Faults();
  const pusher = new Pusher(options.push ?? {}, world, credentials);

  async function fetch(target: Request | string | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(target, init);
    request.signal.throwIfAborted();
    const isOurs = isDoor(new URL(request.url).pathname);
    return respond(isOurs ? await openDoor(request, door) : await answer(request));
  }

  /** @throws TypeError as the platform's `fetch` does, if a reset of the connection was asked for */
  async function answer(request: Request): Promise<Answer> {
    const entry = log.begin(request, world.now());
    const requestId = world.ids().request();
    const done = (answer: Answer): Answer => {
      log.end(entry, answer);
      return answer;
    };
    const refuse = (error: unknown): Answer => {
      entry.error = error instanceof Refusal ? undefined : log.textOf(error);
      const { reason, message, headers } = error instanceof Refusal ? error : new Refusal("broken", BROKEN);
      // A request may hold the secret where it does not belong, and a message may repeat a part of the request.
      const refusal = new Refusal(reason, log.textOf(message), headers);
      const data = entry.operation === undefined ? undefined : OPERATIONS[entry.operation]?.refused;
      return refusalOf(requestId, refusal, { hasRequestId: entry.operation !== "addresses.save", data });
    };
    try {
      const read = await readRequest(request, rules, entry);
      entry.warning = read.warning;
      const fault = faults.take(read);
      entry.fault = fault?.kind;
      const run = (): Answer => act(read, requestId);
      const example = (): Answer => exampleOf(OPERATIONS[read.operation]?.answer ?? "{}", formOf(read));
      const call = { info: read.info, signal: request.signal, act: run, refuse, example };
      return done(fault === undefined ? run() : await apply(fault, call));
    } catch (error) {
      if (error instanceof ConnectionReset) throw new TypeError("fetch failed", { cause: error });
      request.signal.throwIfAborted();
      return done(refuse(error));
    }
  }

  /** Runs the operation. It is synchronous, so calls cannot see each other half done. */
  function act(read: ReadRequest, requestId: string): Answer {
    const { operation, userId, inputs } = read;
    const flow = FLOWS.get(operation);
    if (flow === undefined) return exampleOf(OPERATIONS[operation]?.answer ?? "{}", formOf(read));
    return answerOf(
      requestId,
      onAccount(userId, (context) => flow(inputs, context)),
      formOf(read),
    );
  }

  /** Messages are pushed only if it does not throw. */
  function onAccount<T>(userId: string, run: (context: FlowContext) => T): T {
    const messages: Message[] = [];
    const context: FlowContext = {
      account: world.account(userId),
      userId,
      now: world.now(),
      ids: world.ids(),
      push: (message) => messages.push(message),
    };
    const result = run(context);
    for (const message of messages) void pusher.send(message);
    return result;
  }

  const reset = (scope?: unknown): void => {
    if (!SCOPES.includes(scope)) {
      throw new Failure(2, 'scope must be "state", "faults" or "log". Leave it out to reset everything.');
    }
    if (scope !== "faults" && scope !== "log") world.state = newState(world.state.seed);
    if (scope !== "state" && scope !== "log") faults.clear();
    if (scope !== "state" && scope !== "faults") log.clear();
    // Pushes are about orders of the state, and their record is a log.
    if (scope !== "faults") pusher.clear();
  };
  const write = (state: unknown): void => void (world.state = checkedState(state));
  const { userId } = credentials;
  const door: DoorParts = { world, userId, pusher, steps: STEPS, log, faults, write, reset, act: onAccount };

  return {
    credentials,
    fetch,
    listen: (port = 0, host = "127.0.0.1") => listen(fetch, port, host),
    state: { read: () => structuredClone(world.state), write },
    deliver: (message) => pusher.deliver(message),
    fail: (rule) => faults.add(rule),
    log: log.entries,
    reset,
    close: () => pusher.clear(),
  };
}

const formOf = ({ operation, info, warning }: ReadRequest): Form => ({
  hasData: info.result !== "",
  bases: OPERATIONS[operation]?.bases ?? [],
  warning,
});
