// What an operation does in the sandbox: a function of its inputs and of the state of one account.
import type { Account } from "../accounts/state.js";
import type { Ids } from "../accounts/ids.js";

/**
 * The inputs of a call: path, query and body in one object. Integers beyond 2^53 are bigints, and a field whose text holds JSON is
 * still text. Objects have no prototype that a request could change.
 */
export type Inputs = Readonly<Record<string, unknown>>;

/** A message to push. Its time follows from the clock. */
export interface Message {
  messageType: string;
  /** The content, as the contract's webhook has it. Bigints are sent as numbers with all their digits, and strings as text. */
  messageBody: Readonly<Record<string, unknown>>;
  /** 0 is Taobao and 1 is 1688. Default: 0 if the type begins with `TAOBAO`, 1 for any other. */
  messagePlatform?: 0 | 1;
}

export interface FlowContext {
  /** The account that calls. A flow checks everything before it changes something. */
  readonly account: Account;
  readonly userId: string;
  /** The sandbox's clock, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Makes ids of the form that PandaPon's have. */
  readonly ids: Ids;
  /** Pushes a message once the answer is ready. */
  readonly push: (message: Message) => void;
}

/**
 * Answers one operation.
 * @returns `data` of the answer (the whole answer of `addresses.save`). Ids that are numbers on the wire are bigints.
 * @throws Refusal if the state does not allow it; then nothing was changed
 */
export type Flow = (inputs: Inputs, context: FlowContext) => unknown;

/** What is done at the test door because no page shows an operation for it, such as sending the goods of an order. */
export type Step = (id: string, body: Inputs, context: FlowContext) => unknown;
