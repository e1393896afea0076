// Checks the five signed headers, and the two query parameters of the freight group.
import { signatureDigest, signatureText } from "pandapon-openapi/signing";
import { isUserId } from "../accounts/ids.js";
import { Refusal } from "../exchange/refusal.js";
import type { GatewayRules } from "./rules.js";

/** How far the time of a request may be from the sandbox's, in seconds, as PandaPon's manual says (https://doc.pandapon.com/doc-5774404). */
const TOLERANCE_S = 600;

/** The form of each header, in words and as a pattern. */
const HEADERS = {
  "access-key": ["visible ASCII text without spaces", /^[!-~]+$/],
  timestamp: ["10 digits (seconds since 1970 UTC) or 13 digits (milliseconds)", /^(?:\d{10}|\d{13})$/],
  "nonce-str": ["32 visible ASCII characters, new for every call", /^[!-~]{32}$/],
  "user-id": ["digits: PandaPon's have 13", { test: isUserId }],
  signature: ["32 hexadecimal digits in upper case", /^[0-9A-F]{32}$/],
} as const satisfies Record<string, readonly [string, { test: (text: string) => boolean }]>;

/**
 * Checks who sends a request.
 * @returns the user that calls
 * @throws Refusal that says what is wrong. It never shows what is expected.
 */
export function checkHeaders(headers: Headers, { accessKey, accessSecret, now }: GatewayRules): string {
  const read = (name: keyof typeof HEADERS): string => {
    const value = headers.get(name);
    const [form, pattern] = HEADERS[name];
    if (value === null || value === "")
      throw new Refusal("unsigned", `The header ${name} is missing. It must be ${form}.`);
    if (pattern.test(value)) return value;
    // Headers of one name are joined like this.
    const problem = value.includes(", ") ? "is there more than once" : "is wrong";
    throw new Refusal("unsigned", `The header ${name} ${problem}. It must be ${form}.`);
  };
  const key = read("access-key");
  const timestamp = read("timestamp");
  const nonce = read("nonce-str");
  const userId = read("user-id");
  const signature = read("signature");
  if (key !== accessKey) {
    throw new Refusal(
      "unknownKey",
      "The header access-key is not the sandbox's. Call with the accessKey that it was started with.",
    );
  }
  checkTime("header timestamp", timestamp, now());
  const right = signatureDigest(signatureText({ accessKey: key, timestamp, nonce, accessSecret }));
  if (signature === right) return userId;
  throw new Refusal(
    "wrongSignature",
    "The signature is wrong. It is UPPER(hex(MD5(accessKey + timestamp + nonceStr + accessSecret))) of the headers exactly as sent, " +
      "with the accessSecret that the sandbox was started with. Nothing else is signed.",
  );
}

/** @param query the decoded query @param parts what is signed besides the time @throws Refusal */
export async function checkWarehouse(
  query: URLSearchParams,
  parts: { method: string; path: string; body: string },
  { signWarehouse, now }: GatewayRules,
): Promise<string | undefined> {
  if (signWarehouse === undefined) {
    return "The signature was not checked: no page of PandaPon says how the freight group is signed. Pass signWarehouse to check it.";
  }
  const given = (name: string): string => {
    const [value, ...more] = query.getAll(name);
    if (value === undefined || value === "" || more.length > 0) {
      throw new Refusal(
        "unsigned",
        `The query must have the parameter ${name} once: the freight group is signed there.`,
      );
    }
    return value;
  };
  const [timestamp, sign] = [given("timestamp"), given("sign")];
  if (/^(?:\d{10}|\d{13})$/.test(timestamp)) checkTime("query parameter timestamp", timestamp, now());
  // A rule may change the unit of the time that it gets, so it gets both.
  const other = timestamp.length === 10 ? `${timestamp}000` : timestamp.slice(0, -3);
  for (const time of [timestamp, other]) {
    const right = await signWarehouse({ ...parts, timestamp: time });
    if (right.timestamp === timestamp && sign === right.sign) return undefined;
  }
  throw new Refusal(
    "wrongSignature",
    "The query parameter sign is not what the sandbox's signWarehouse makes of the method, path, body and timestamp of this request.",
  );
}

function checkTime(place: string, timestamp: string, now: number): void {
  const aheadS =
    timestamp.length === 10 ? Number(timestamp) - Math.floor(now / 1000) : (Number(timestamp) - now) / 1000;
  if (Math.abs(aheadS) <= TOLERANCE_S) return;
  throw new Refusal(
    "wrongTime",
    `The ${place} is ${Math.round(Math.abs(aheadS))} s ${aheadS < 0 ? "behind" : "ahead of"} the sandbox's clock, ` +
      `which says ${Math.round(now)} ms. It may be ${TOLERANCE_S} s off: correct the clock, and sign every attempt anew.`,
  );
}
