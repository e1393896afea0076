// Makes nonces of 32 random letters and digits.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 32;
/** The largest multiple of 62 in a byte. Bytes from here on would make the first letters more likely. */
const FAIR = 256 - (256 % ALPHABET.length);

/**
 * @returns 32 random characters from A-Z, a-z and 0-9, all equally likely. PandaPon's manual asks for 32.
 * @see {@link https://doc.pandapon.com/doc-5774404}
 */
export function randomNonce(): string {
  let nonce = "";
  while (nonce.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH + 4))) {
      if (byte < FAIR && nonce.length < LENGTH) nonce += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return nonce;
}
