// A server that checks a request's headers as PandaPon may do.
import { createHash } from "node:crypto";
import { ACCESS_KEY, ACCESS_SECRET, USER_ID } from "./account.js";
import { json, type Handler, type Received } from "./server.js";

export interface Rules {
  /** The units of the timestamp that it accepts. */
  units?: readonly ("ms" | "s")[];
  accessSecret?: string;
  /** How far its clock is ahead of this machine's, in seconds. */
  ahead?: number;
  /** The headers that it needs. */
  needs?: readonly string[];
  /** Whether it checks the signature. */
  checks?: boolean;
  /** What it answers to a request that it accepts. */
  answer?: Handler;
  /** Its msg for a refusal; it gets the request, to repeat what must not be shown. */
  msg?: (why: string, request: Received) => string;
}

const ROOT: Handler = json({ status: 404, error: "Not Found" }, 404);

/** @returns a handler; it answers the path `/` without a signature */
export function gateway({
  units = ["ms"],
  accessSecret = ACCESS_SECRET,
  ahead = 0,
  needs = ["access-key", "timestamp", "nonce-str", "user-id", "signature"],
  checks = true,
  answer = json({ code: 200, requestId: "r-ok", msg: "ok", data: { data: [{ subject: "A shirt of Nobody" }] } }),
  msg = (why) => why,
}: Rules = {}): Handler {
  const refusal = ({ headers }: Received): [code: number, why: string] | undefined => {
    const [missing] = needs.filter((name) => headers[name] === undefined);
    if (missing !== undefined) return [40000, `${missing} is missing`];
    const { timestamp = "", "nonce-str": nonce = "", signature } = headers as Record<string, string | undefined>;
    const unit = timestamp.length === 13 ? "ms" : "s";
    const time = Number(timestamp) * (unit === "ms" ? 1 : 1000);
    const away = Math.abs(time - (Date.now() + ahead * 1000));
    if (!units.includes(unit) || away > 600_000) return [40002, `the timestamp ${timestamp} is expired`];
    const text = `${ACCESS_KEY}${timestamp}${nonce}${accessSecret}`;
    const right = createHash("md5").update(text).digest("hex").toUpperCase();
    if (checks && (headers["access-key"] !== ACCESS_KEY || signature !== right)) return [40003, "signature error"];
    if (headers["user-id"] !== undefined && headers["user-id"] !== USER_ID) return [40004, "no such user"];
    return undefined;
  };
  return (response, request) => {
    response.setHeader("date", new Date(Date.now() + ahead * 1000).toUTCString());
    if (request.url === "/") return ROOT(response, request);
    const [code, why] = refusal(request) ?? [];
    if (code === undefined || why === undefined) return answer(response, request);
    json({ code, requestId: "r-no", msg: msg(why, request) })(response, request);
  };
}
