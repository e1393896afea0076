// Pushes messages to the URL of the developer, signed and retried as PandaPon's manual says (https://doc-en.pandapon.com/doc-6055772).
import { Failure } from "../../core/problem.js";
import type { World } from "../accounts/state.js";
import type { Message } from "../exchange/flow.js";
import { bodyOf, checkedMessage, checkedOptions, timestampOf, type PushOptions } from "./message.js";
import { checkSigning, send, signedPush, type Try } from "./send.js";

export type { PushBase, PushOptions } from "./message.js";
export type { Try } from "./send.js";

/** One message and what became of it. It changes as tries are made. */
export interface Delivery {
  readonly message: Required<Message>;
  /**
   * `held`: sent after the next message. `waiting`: the next try is due. `acknowledged`: the receiver answered HTTP 200.
   * `failed`: there are no more tries. `unsent`: there is no push URL. `dropped`: the sandbox was reset or closed.
   */
  readonly outcome: "held" | "waiting" | "acknowledged" | "failed" | "unsent" | "dropped";
  readonly tries: readonly Try[];
  /** The body as it was sent last. */
  readonly body: string;
  /** When the next try is due, by the sandbox's clock in milliseconds since 1970 UTC. */
  readonly nextTryAt?: number | undefined;
}

/** A delivery that can still change, and what is needed to go on with it. */
interface Open {
  readonly delivery: { -readonly [K in keyof Delivery]: Delivery[K] } & { tries: Try[] };
  /** When the next try is due, also while it runs. */
  due: number;
  timer?: ReturnType<typeof setTimeout>;
}

const MOST_TRIES = 1 + 5;
/** The oldest are forgotten, with the tries that they still had. */
const MOST_DELIVERIES = 1_000;
/** How long a message is held back if no other follows, in milliseconds. */
const LONGEST_HELD = 1_000;

export class Pusher {
  readonly #options: ReturnType<typeof checkedOptions>;
  readonly #world: World;
  readonly #credentials: { accessKey: string; accessSecret: string };
  #open: Open[] = [];
  #held: Open | undefined;
  #sent = 0;
  #ended = new AbortController();
  /** Messages are sent one after the other, so that their order is the same each time. */
  #queue: Promise<unknown> = Promise.resolve();

  /** @throws Failure with code 2 if an option is wrong, or if pushes cannot be signed here */
  constructor(options: PushOptions, world: World, credentials: { accessKey: string; accessSecret: string }) {
    this.#options = checkedOptions(options);
    this.#world = world;
    this.#credentials = credentials;
    if (this.#options.url !== undefined) checkSigning();
  }

  /** Whether there is a push URL. */
  get canSend(): boolean {
    return this.#options.url !== undefined;
  }

  /** The latest 1000, the oldest first. */
  get deliveries(): readonly Delivery[] {
    return this.#open.map(({ delivery }) => delivery);
  }

  /**
   * Sends a message under the user's own name. It resolves once the first try has ended, or at once if the message is held back;
   * further tries follow the sandbox's clock.
   * @throws Failure with code 2 if there is no push URL, or if the message is wrong
   */
  async deliver(message: Message): Promise<Delivery> {
    if (!this.canSend) {
      throw new Failure(
        2,
        "There is no push URL. Start the sandbox with --forward URL, or createSandbox({ push: { url } }).",
      );
    }
    return this.send(message);
  }

  /** The same for messages of flows: without a push URL they are only recorded. */
  async send(message: Message): Promise<Delivery> {
    const due = this.#world.now();
    const checked = checkedMessage(message);
    const body = bodyOf(checked, this.#options.messageBody, timestampOf(due));
    const outcome = this.canSend ? "waiting" : "unsent";
    const open: Open = { delivery: { message: checked, outcome, tries: [], body }, due };
    this.#open.push(open);
    if (this.#open.length > MOST_DELIVERIES) this.#drop(this.#open.shift());
    if (!this.canSend) return open.delivery;
    this.#sent += 1;
    if (this.#options.order === "disturbed" && this.#sent % 2 === 0) {
      open.delivery.outcome = "held";
      open.timer = unref(setTimeout(() => void this.#release(), LONGEST_HELD));
      this.#held = open;
      return open.delivery;
    }
    const run = this.#enqueue(open);
    void this.#release();
    await run;
    return open.delivery;
  }

  /** Makes the tries that are due by the sandbox's clock. @returns once they have ended, with the deliveries that were tried */
  async catchUp(): Promise<Delivery[]> {
    const tried = new Set<Delivery>();
    if (this.#held !== undefined) tried.add(this.#held.delivery);
    await this.#release();
    await this.#queue;
    const runs = this.#open.map(async (open) => {
      while ((open.delivery.nextTryAt ?? Infinity) <= this.#world.now()) {
        tried.add(open.delivery);
        await this.#try(open);
      }
      if (open.delivery.nextTryAt !== undefined) this.#schedule(open, open.delivery.nextTryAt);
    });
    await Promise.all(runs);
    return [...tried];
  }

  /** Waits until the first tries of all messages so far have ended. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Forgets all deliveries, and ends the tries that they still had. */
  clear(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    for (const open of this.#open) this.#drop(open);
    this.#open = [];
    this.#sent = 0;
  }

  #drop(open: Open | undefined): void {
    if (open === undefined) return;
    clearTimeout(open.timer);
    delete open.delivery.nextTryAt;
    if (open.delivery.outcome === "waiting" || open.delivery.outcome === "held") open.delivery.outcome = "dropped";
    if (this.#held === open) this.#held = undefined;
  }

  /** Sends the message that is held back. */
  async #release(): Promise<void> {
    const held = this.#held;
    if (held === undefined) return;
    this.#held = undefined;
    clearTimeout(held.timer);
    held.delivery.outcome = "waiting";
    await this.#enqueue(held);
  }

  #enqueue(open: Open): Promise<void> {
    const run = this.#queue.then(() => this.#try(open));
    this.#queue = run;
    return run;
  }

  /** Never rejects. */
  async #try(open: Open): Promise<void> {
    const { url = "", base, messageBody, retry, retryAfterMs, fetch } = this.#options;
    const { delivery, due } = open;
    if (delivery.outcome !== "waiting") return;
    clearTimeout(open.timer);
    delete delivery.nextTryAt;
    if (retry === "new-timestamp") delivery.body = bodyOf(delivery.message, messageBody, timestampOf(due));
    const ended = this.#ended.signal;
    const end = await signedPush(delivery.body, { ...this.#credentials, base }).then(
      (request) => send(fetch, url, request, ended),
      () => ({ reason: "push.base threw an error or did not return a text", tookMs: 0 }),
    );
    delivery.tries.push({ at: due, ...end });
    // Another method may have dropped it meanwhile.
    if ((delivery.outcome as Delivery["outcome"]) !== "waiting") return;
    if (end.reason === undefined) delivery.outcome = "acknowledged";
    else if (delivery.tries.length >= MOST_TRIES) delivery.outcome = "failed";
    else {
      open.due = due + retryAfterMs;
      this.#schedule(open, open.due);
    }
  }

  #schedule(open: Open, at: number): void {
    clearTimeout(open.timer);
    open.delivery.nextTryAt = at;
    const waitMs = Math.min(Math.max(at - this.#world.now(), 0), this.#options.retryAfterMs);
    open.timer = unref(setTimeout(() => void this.#try(open), waitMs));
  }
}

/** A push that is due does not keep a process alive. Pages have no processes, and Deno's timers are numbers. */
function unref(timer: ReturnType<typeof setTimeout>): ReturnType<typeof setTimeout> {
  const { Deno } = globalThis as { Deno?: { unrefTimer?: (timer: unknown) => void } }; // not in the types of Node
  if (typeof timer === "object") timer.unref();
  else Deno?.unrefTimer?.(timer);
  return timer;
}
