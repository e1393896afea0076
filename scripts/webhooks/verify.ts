// Checks the signature of a pushed message, offline: which base fits, and if none does, what to look at.
import { verifyWebhook, WebhookError } from "pandapon-openapi/webhooks";
import { Failure } from "../core/problem.js";
import { undone } from "./changes.js";
import type { PushCredentials } from "./credentials.js";

type KnownBase = "accessKey+body" | "body";

export interface PushCheck {
  /** What was signed; undefined if neither fits. */
  base?: KnownBase;
  /** How the file differs from what was signed: `has a line break at its end`. Undefined if it is what was signed. */
  change?: string;
  /** Of the signature. PandaPon's pages show no sample. Undefined if the header is not 64 hexadecimal digits. */
  hex?: "lower case" | "upper case" | "mixed case";
  /** The length of the file. */
  bytes: number;
  /** What to look at, the likeliest first. Empty if the file is what was signed, and the header is its signature. */
  next: string[];
}

/**
 * @param file the body as it was recorded
 * @param authorization the value of the header `Authorization`
 * @throws Failure with code 2 if one of them is empty
 */
export async function verifyPush(
  file: Uint8Array,
  authorization: string,
  credentials: PushCredentials,
): Promise<PushCheck> {
  if (file.length === 0) throw new Failure(2, "The file of --push is empty. Save the body of the push in it.");
  // As a log or a browser shows it.
  const value = authorization.replace(/^\s*authorization\s*:/i, "").trim();
  if (value === "") throw new Failure(2, "--authorization is empty. Give the value of the header `Authorization`.");
  const bytes = file.length;
  if (!/^[\da-f]{64}$/i.test(value)) {
    const digits = digitsIn(value);
    const base = digits === undefined ? undefined : await baseOf(file, digits, credentials);
    return base === undefined ? { bytes, next: [notHex(value)] } : { base, bytes, next: [WRAPPED] };
  }
  const hex =
    value === value.toLowerCase() ? "lower case" : value === value.toUpperCase() ? "upper case" : "mixed case";

  const base = await baseOf(file, value, credentials);
  if (base !== undefined) return { base, hex, bytes, next: [] };
  const changes = undone(file);
  for (const { change, fix, body } of changes) {
    const found = await baseOf(body, value, credentials);
    if (found !== undefined) return { base: found, change, hex, bytes, next: [fix] };
  }
  const swapped = { accessKey: credentials.accessSecret, accessSecret: credentials.accessKey };
  const isSwapped = (await baseOf(file, value, swapped)) !== undefined;
  return { hex, bytes, next: isSwapped ? [SWAPPED] : [...looks(file), ...LOOK_AT] };
}

async function baseOf(
  body: Uint8Array,
  authorization: string,
  credentials: PushCredentials,
): Promise<KnownBase | undefined> {
  try {
    const { base } = await verifyWebhook(body, authorization, { ...credentials, base: "auto" });
    return base === "function" ? undefined : base;
  } catch (error) {
    if (error instanceof WebhookError && error.reason === "signature") return undefined;
    throw error;
  }
}

/** @returns the base in words */
export const baseText = (base: KnownBase): string =>
  base === "body" ? "the body alone" : "the access key, followed by the body";

const SWAPPED = "It fits if access key and access secret are swapped: set PANDAPON_ACCESS_KEY to the key.";

const WRAPPED =
  "--authorization holds a signature that fits, but not as 64 hexadecimal digits alone. If you have added the rest, leave it out. If the header came like this, please report it, without the value: createWebhookHandler refuses it.";

/** @returns the digits of a signature that has something around it, such as `Bearer`, or that is in base64 */
function digitsIn(value: string): string | undefined {
  const [digits] = /(?<![\da-f])[\da-f]{64}(?![\da-f])/i.exec(value) ?? [];
  return digits ?? (/^[\w+/-]{43}=?$/.test(value) ? Buffer.from(value, "base64").toString("hex") : undefined);
}

const LOOK_AT = [
  "Record the bytes as they arrived, before a body parser reads them: docs/webhooks.md shows how.",
  "Check that --authorization is the header of this push: each push has its own.",
  "Check that key and secret are those of the account. A push that came before a reset of the secret is signed with the old one.",
  "If all of that is right, PandaPon signs something else. Please report it, without the values.",
];

const notHex = (value: string): string =>
  /^[\da-f]+$/i.test(value)
    ? `--authorization has ${value.length} hexadecimal digits, not 64: copy the whole value.`
    : "--authorization is not 64 hexadecimal digits. If the header came like this, PandaPon signs by another rule: please report it, without the value.";

/** What a body that fits neither base looks like. */
function looks(file: Uint8Array): string[] {
  const text = new TextDecoder().decode(file);
  if (/^(?:POST|HTTP|[\w-]+:) /.test(text)) {
    return ["The file holds headers too. Keep only the body: what follows the first empty line."];
  }
  if (text.includes("\uFFFD")) return ["The file is not UTF-8 text: it was saved in another encoding, or cut."];
  if (!/^\s*\{[^]*\}\s*$/.test(text))
    return ["The file does not begin and end as a JSON object does: it was cut, or is not the body."];
  // JSON.parse of an id of 17 digits or more leaves zeros at its end.
  return /\d{15,}0{2}(?!\d)/.test(text)
    ? [
        "A long number ends in zeros: JSON.parse may have read it, and its digits are lost. Save the body before it is parsed.",
      ]
    : [];
}
