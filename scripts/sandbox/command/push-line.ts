// What `pandapon sandbox --forward` prints of each try to push a message.
import type { PushOptions } from "../push/pusher.js";

/** One try. It holds neither the URL, which may hold a token, nor the message. */
export interface PushLine {
  /** When it began, in milliseconds since 1970 UTC. */
  at: number;
  messageType: string;
  /** Undefined if no answer came in time. */
  status?: number;
  milliseconds: number;
}

/** @returns a `fetch` for pushes that reports each try */
export function reportingPushes(report: (line: PushLine) => void): NonNullable<PushOptions["fetch"]> {
  return async (url, init) => {
    const began = performance.now();
    // The sandbox has written it.
    const { messageType } = JSON.parse(String(init.body)) as { messageType: string };
    const line = { at: Date.now(), messageType };
    const elapsed = (): number => Math.round(performance.now() - began);
    try {
      const response = await fetch(url, init);
      report({ ...line, status: response.status, milliseconds: elapsed() });
      return response;
    } catch (error) {
      report({ ...line, milliseconds: elapsed() });
      throw error;
    }
  };
}
