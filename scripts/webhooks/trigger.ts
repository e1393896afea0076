// Sends one message signed as PandaPon signs it, and says what PandaPon would do after the answer.
import { webhookTable } from "pandapon-openapi";
import { bodyOf, checkedMessage, checkedOptions, timestampOf, type PushOptions } from "../sandbox/push/message.js";
import { LATE, send, signedPush, type SignedPush, type Try } from "../sandbox/push/send.js";
import { Failure } from "../core/problem.js";
import type { PushCredentials } from "./credentials.js";

export interface TriggerOptions {
  messageType: string;
  messageBody: Readonly<Record<string, unknown>>;
  /** Default: by the type. */
  platform?: "taobao" | "1688" | undefined;
  /** The receiver, http or https. */
  url: string;
  base: "accessKey+body" | "body";
  /** How `messageBody` is sent. */
  form: "object" | "text";
  /** 10 digits (seconds) or 13 (milliseconds), sent as they are. Default: now, in milliseconds. */
  timestamp?: string | undefined;
  credentials: PushCredentials;
  /** Sends it. Default: the platform's `fetch`. */
  fetch?: PushOptions["fetch"];
  /** Ends the try early. */
  signal: AbortSignal;
}

export interface Triggered {
  /** What was sent. */
  request: SignedPush;
  /** Only the origin: the rest of the URL may hold a token. */
  origin: string;
  /** How the try ended. `reason` is undefined if it is acknowledged. */
  answer: Omit<Try, "at">;
  /** What PandaPon would do now. */
  then: string;
  /** What the person should do; undefined if it is acknowledged. */
  next?: string;
  /** About the message; undefined if its type is one that PandaPon's pages print. */
  note?: string;
}

/** @throws Failure with code 2 if an option is wrong; then nothing was sent */
export async function trigger(options: TriggerOptions): Promise<Triggered> {
  const { messageType, messageBody, platform, base, form, timestamp, credentials, signal } = options;
  const { url, fetch } = checkedOptions({ url: options.url, ...(options.fetch && { fetch: options.fetch }) });
  if (timestamp !== undefined && !/^(?:[1-9]\d{9}|\d{13})$/.test(timestamp)) {
    throw new Failure(2, "--timestamp must be the digits of a Unix time: 10 for seconds, 13 for milliseconds.");
  }
  const message = checkedMessage({
    messageType,
    messageBody,
    ...(platform !== undefined && { messagePlatform: platform === "taobao" ? 0 : 1 }),
  });
  const body = bodyOf(message, form, timestamp ?? timestampOf(Date.now()));
  const request = await signedPush(body, { ...credentials, base });
  const answer = await send(fetch, url ?? "", request, signal);
  const next = answer.reason === undefined ? undefined : adviceOf(answer);
  return {
    request,
    origin: new URL(url ?? "").origin,
    answer,
    then:
      next === undefined
        ? "PandaPon would take it as delivered, and not send it again."
        : "PandaPon would send it again after half an hour, at most 5 times. Then it gives up.",
    ...(next !== undefined && { next }),
    ...(!Object.hasOwn(webhookTable, messageType) && { note: UNKNOWN }),
  };
}

const UNKNOWN = `PandaPon's pages print no message of this type. They print ${Object.keys(webhookTable).join(" and ")}.`;

function adviceOf({ status, reason }: Omit<Try, "at">): string {
  if (status === 401 || status === 403) {
    return "The receiver refuses the signature: give it the same access key, access secret and base, and the raw body.";
  }
  if (status === 404 || status === 405 || (status !== undefined && status >= 300 && status < 400)) {
    return "Check the path of --forward: it must be the URL that takes pushes.";
  }
  if (status !== undefined) return "Read the log of the receiver: it must answer HTTP 200 once it has the message.";
  return reason === LATE
    ? "Answer first and work after: `defer: true` of createWebhookHandler does so."
    : "Check that the receiver runs, and that --forward is its URL.";
}
