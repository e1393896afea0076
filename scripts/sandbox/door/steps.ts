// What the test door does to orders and refunds, because no known operation of PandaPon does it.
import { seededAccount, type Account, type World } from "../accounts/state.js";
import type { FlowContext, Step } from "../exchange/flow.js";
import { notFound } from "../exchange/inputs.js";
import { Refusal } from "../exchange/refusal.js";
import type { Faults } from "../faults/faults.js";
import type { Log } from "../gateway/log.js";
import type { Pusher } from "../push/pusher.js";

/** What no known operation does, by the name of the step. */
type Steps = Readonly<Record<string, Step>>;

/** What the test door needs of the sandbox. */
export interface DoorParts {
  readonly world: World;
  /** The user of what names no other. */
  readonly userId: string;
  readonly pusher: Pusher;
  readonly steps: Readonly<Record<"alibaba" | "taobao", Readonly<Record<"orders" | "refunds", Steps>>>>;
  readonly log: Pick<Log, "entries" | "clear" | "hide">;
  readonly faults: Pick<Faults, "list" | "add" | "clear">;
  /** Sets the state. @throws Failure if it is broken; then nothing was changed */
  readonly write: (state: unknown) => void;
  /** @throws Failure if there is no such scope */
  readonly reset: (scope: unknown) => void;
  /** Runs something on one account, and pushes its messages after it. */
  readonly act: <T>(userId: string, run: (context: FlowContext) => T) => T;
}

type Kind = "orders" | "refunds";
const PLATFORMS = ["alibaba", "taobao"] as const;
type Platform = (typeof PLATFORMS)[number];

const recordsOf = (account: Account, platform: Platform, kind: Kind): Readonly<Record<string, object>> =>
  account[platform][kind];

/**
 * Runs a step.
 * @param named the user of the header `user-id`; without it, the account that has the id, the sandbox's own first
 * @throws Refusal
 */
export function runStep(
  parts: DoorParts,
  kind: Kind,
  named: string | undefined,
  [id = "", name = ""]: readonly string[],
  body: Readonly<Record<string, unknown>>,
): unknown {
  const { accounts } = parts.world.state;
  const users = named === undefined ? [parts.userId, ...Object.keys(accounts)] : [named];
  for (const userId of users) {
    const account = accounts[userId] ?? seededAccount();
    const platform = PLATFORMS.find((one) => has(recordsOf(account, one, kind), kind, id));
    if (platform === undefined) continue;
    const steps = parts.steps[platform][kind];
    const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
    if (step !== undefined) return parts.act(userId, (context) => step(id, body, context));
    const known = Object.keys(steps).join(", ") || "none";
    throw new Refusal(
      "noSuchPath",
      `The ${kind} of ${platform === "alibaba" ? "1688" : "Taobao"} have no such step. There are: ${known}.`,
    );
  }
  const who = named === undefined ? "No user has" : "The user of the header user-id does not have";
  throw notFound(`${who} this id among the ${kind}. GET /sandbox/state shows those that there are.`);
}

/** Whether records have an id, as a name or as that of an order in them: a Taobao order is also known by its sub-orders. */
const has = (records: Readonly<Record<string, object>>, kind: Kind, id: string): boolean =>
  Object.hasOwn(records, id) || (kind === "orders" && Object.values(records).some((one) => isNamed(one, id)));

const isNamed = (value: unknown, id: string): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([name, one]) => (/orderId$/i.test(name) && one === id) || isNamed(one, id));

/** Delivers the parcels of all orders that were sent. @returns the ids of those orders */
export function advanceParcels({ world, steps, act }: DoorParts, userId: string): string[] {
  const account = world.state.accounts[userId] ?? seededAccount();
  return PLATFORMS.flatMap((platform) =>
    Object.keys(recordsOf(account, platform, "orders")).filter((id) => {
      try {
        act(userId, (context) => steps[platform].orders["deliver"]?.(id, {}, context));
        return steps[platform].orders["deliver"] !== undefined;
      } catch (error) {
        if (error instanceof Refusal) return false; // it was not sent, or has arrived
        throw error;
      }
    }),
  );
}
