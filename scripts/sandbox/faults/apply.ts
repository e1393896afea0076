// Lets a call fail as a rule asks.
import type { Answer } from "../exchange/envelope.js";
import type { FaultRule } from "./faults.js";

/** The connection ends without an answer. The server destroys the socket; `fetch` rejects with a TypeError, as the platform's does. */
export class ConnectionReset extends Error {}

/**
 * @param act runs the operation; a fault that strikes before the state changes does not call it
 * @throws ConnectionReset
 */
export async function apply(fault: FaultRule, act: () => Answer): Promise<Answer> {
  void fault;
  return act();
}
