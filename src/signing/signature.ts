// The signature of a request in pure stages: parts -> text -> digest -> headers.
//
// The rule was seen in third-party clients and agrees with PandaPon's table of signed headers
// (https://doc.pandapon.com/doc-5774404); no official worked example is known.
import { md5 } from "#md5";

/** What is signed. Path, query, body and user id are not. */
export interface SignatureParts {
  accessKey: string;
  /** The text of the header `timestamp`, exactly as sent. */
  timestamp: string;
  /** The text of the header `nonce-str`: 32 characters. */
  nonce: string;
  accessSecret: string;
}

/** The headers of a signed request. */
export type SignatureHeaders = {
  "access-key": string;
  timestamp: string;
  "nonce-str": string;
  "user-id": string;
  signature: string;
};

/**
 * @returns the text to digest: the values alone, without names or separators, the secret last
 * @see {@link https://doc.pandapon.com/doc-5774404} for what is signed; the rule itself was seen in third-party clients
 */
export function signatureText({ accessKey, timestamp, nonce, accessSecret }: SignatureParts): string {
  return accessKey + timestamp + nonce + accessSecret;
}

/** @returns the MD5 of the text's UTF-8 bytes: 32 upper-case hexadecimal digits */
export function signatureDigest(text: string): string {
  return md5(text).toUpperCase();
}

/**
 * @returns the five headers; the user id is sent and not signed
 * @see {@link https://doc.pandapon.com/doc-5774404}
 */
export function signatureHeaders(parts: SignatureParts, userId: string): SignatureHeaders {
  return {
    "access-key": parts.accessKey,
    timestamp: parts.timestamp,
    "nonce-str": parts.nonce,
    "user-id": userId,
    signature: signatureDigest(signatureText(parts)),
  };
}
