// The body of a webhook as the bytes that came: nothing else can be verified.
import { asWebhookError, WebhookError } from "./error.js";

/** A body that nothing has parsed. A text is taken as UTF-8. */
export type RawBody = string | Uint8Array | ArrayBuffer;

const PARSED =
  'A body parser has read it. Express: express.raw({ type: "*/*" }) on this route, before other parsers. ' +
  'Fastify: addContentTypeParser with parseAs: "buffer". NestJS: create(AppModule, { rawBody: true }). ' +
  "Next: request.arrayBuffer(), or bodyParser: false in pages/api.";

/** @returns the error that names the usual cause, and the fix for each framework */
export const parsedBody = (): WebhookError => new WebhookError("parsed-body", PARSED);

const utf8 = new TextEncoder();
// It keeps a byte order mark. Bytes that are not UTF-8 become U+FFFD.
const fromUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

export const encode = (text: string): Uint8Array => utf8.encode(text);
export const decode = (bytes: Uint8Array): string => fromUtf8.decode(bytes);

/** @throws WebhookError of reason `parsed-body` if it is neither bytes nor a text, or the text of an object */
export function bytesOf(rawBody: unknown): Uint8Array {
  if (typeof rawBody === "string" && rawBody !== "[object Object]") return encode(rawBody);
  if (ArrayBuffer.isView(rawBody)) return new Uint8Array(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength);
  // Not `instanceof`: it may be of another realm.
  if ({}.toString.call(rawBody) === "[object ArrayBuffer]") return new Uint8Array(rawBody as ArrayBuffer);
  throw parsedBody();
}

/** Plain JavaScript may pass anything. @throws WebhookError of reason `parsed-body` if it is neither a text nor bytes */
export const textOf = (rawBody: unknown): string => (typeof rawBody === "string" ? rawBody : decode(bytesOf(rawBody)));

/** @returns the parts as one, in memory of its own */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Reads the body of a request, at most `maxBytes`.
 * @throws WebhookError of reason `too-large`, `empty`, `unreadable` or `parsed-body`
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = (): WebhookError => new WebhookError("too-large", `more than maxBytes, ${maxBytes}`);
  if (request.bodyUsed || request.body?.locked) throw parsedBody();
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  try {
    const reader = request.body?.getReader();
    for (let size = 0; reader !== undefined;) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = bytesOf(value);
      size += part.length;
      if (size > maxBytes) {
        reader.cancel().catch(() => undefined);
        throw tooLarge();
      }
      parts.push(part);
    }
  } catch (cause) {
    throw asWebhookError(cause, "unreadable");
  }
  const bytes = joined(parts);
  if (bytes.length === 0) throw new WebhookError("empty", "no body");
  return bytes;
}
