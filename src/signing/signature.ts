// Computes the signature of a request in pure steps: parts -> text -> digest -> headers.
//
// The rule comes from third-party clients and agrees with PandaPon's table of signed headers
// (https://doc.pandapon.com/doc-5774404). No official worked example is known.
import { md5 } from "./md5.js";

/** What is signed. Path, query, body and user id are not signed. */
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
 * @returns the text to digest: the values without names or separators, the secret last
 * @see {@link https://doc.pandapon.com/doc-5774404} for what is signed. The rule itself comes from third-party clients.
 */
export const signatureText = (parts: SignatureParts): string =>
  parts.accessKey + parts.timestamp + parts.nonce + parts.accessSecret;

/** @returns the MD5 of the text's UTF-8 bytes: 32 upper-case hexadecimal digits */
export const signatureDigest = (text: string): string => md5(text).toUpperCase();

/**
 * @param userId the sub-account that calls; it is sent but not signed
 * @returns the five headers
 * @see {@link https://doc.pandapon.com/doc-5774404}
 */
export const signatureHeaders = (parts: SignatureParts, userId: string): SignatureHeaders => ({
  "access-key": parts.accessKey,
  timestamp: parts.timestamp,
  "nonce-str": parts.nonce,
  "user-id": userId,
  signature: signatureDigest(signatureText(parts)),
});
