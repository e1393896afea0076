// Makes nonces of 32 random letters and digits.

const LENGTH = 32;
/** Letters for about 40 nonces, because each draw takes long. Empty until the first call: workers draw only during a request. */
let unused = "";

/**
 * @returns 32 random characters from A-Z, a-z and 0-9, all equally likely. PandaPon's manual asks for 32.
 * @see {@link https://doc.pandapon.com/doc-5774404}
 */
export function randomNonce(): string {
  while (unused.length < LENGTH) {
    // Three bytes make four digits of base64. All 64 are equally likely, and so are the 62 that remain.
    const bytes = crypto.getRandomValues(new Uint8Array(1_023));
    unused += btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, "");
  }
  const nonce = unused.slice(0, LENGTH);
  unused = unused.slice(LENGTH);
  return nonce;
}
