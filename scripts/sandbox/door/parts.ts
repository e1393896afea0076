// What the test door needs of the sandbox.
import type { World } from "../accounts/state.js";
import type { FlowContext, Step } from "../exchange/flow.js";
import type { Faults } from "../faults/faults.js";
import type { Log } from "../gateway/log.js";
import type { Pusher } from "../push/pusher.js";

/** What no known operation does, by the name of the step. */
type Steps = Readonly<Record<string, Step>>;

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
  readonly reset: (scope?: "state" | "faults" | "log") => void;
  /** Runs something on one account, and pushes its messages after it. */
  readonly act: <T>(userId: string, run: (context: FlowContext) => T) => T;
}
