// MD5 (RFC 1321) in plain JavaScript, for every platform. docs/decisions/own-md5.md says why it is our own.

/** How far the steps turn, as letters: G is the 7th. A round has 16 steps and repeats its four letters. */
const TURNS = "GLQVEINTDKPWFJOU";
/** RFC 1321 defines them by the sine. They differ from the next integer by 0.015 or more, so an inexact sine does no harm. */
const SINES = Int32Array.from({ length: 64 }, (_, step) => Math.abs(Math.sin(step + 1)) * 2 ** 32);

/**
 * @param text shorter than 512 MB. Half of a surrogate pair counts as U+FFFD, as everywhere on the web.
 * @returns the MD5 of the text's UTF-8 bytes: 32 lower-case hexadecimal digits
 */
export function md5(text: string): string {
  // One character per byte, without TextEncoder, which jsdom lacks. With the flag `u`, only halves of pairs match.
  const bytes = unescape(encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"))) + "\x80";
  const words = new Int32Array(((bytes.length + 71) >> 6) * 16);
  for (let at = 0; at < bytes.length; at += 1) {
    // Shifts take their right side modulo 32. All places that are read or set here and below are inside.
    (words[at >> 2] as number) |= bytes.charCodeAt(at) << (at * 8);
  }
  words[words.length - 2] = (bytes.length - 1) * 8;

  let a = 0x67452301;
  let b = ~0x10325476;
  let c = ~a;
  let d = ~b;
  for (let block = 0; block < words.length; block += 16) {
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4;
      // Lists indexed by the round would be shorter, but each signature would make 256 of them.
      const mixed =
        round < 1 ? (b & c) | (~b & d) : round < 2 ? (d & b) | (~d & c) : round < 3 ? b ^ c ^ d : c ^ (b | ~d);
      const word = round < 1 ? step : round < 2 ? 5 * step + 1 : round < 3 ? 3 * step + 5 : 7 * step;
      const sum = a + mixed + (SINES[step] as number) + (words[block + (word % 16)] as number);
      const turn = TURNS.charCodeAt(round * 4 + (step % 4));
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << turn) | (sum >>> -turn))) | 0;
    }
    a = (a + a0) | 0;
    b = (b + b0) | 0;
    c = (c + c0) | 0;
    d = (d + d0) | 0;
  }

  let hex = "";
  for (const word of [a, b, c, d]) {
    for (let at = 0; at < 32; at += 4) hex += ((word >> (at ^ 4)) & 15).toString(16);
  }
  return hex;
}
