// The bytes of nonces. Alone in its file: the module must not have drawn any before.
import { expect, test, vi } from "vitest";
import { credentials } from "../support/calls.js";

test("random bytes are drawn only when a nonce is needed, for many nonces at once, and no bit is used twice", async () => {
  const drawn: number[] = [];
  const { getRandomValues } = crypto;
  const draw = vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    getRandomValues.call(crypto, array);
    drawn.push(...(array as unknown as Uint8Array)); // the only kind of array that is asked for
    return array;
  });
  const { signer } = await import("../../dist/src/signing.js");
  const sign = signer(credentials);
  expect(draw).not.toHaveBeenCalled();
  const nonces = Array.from({ length: 1_000 }, () => sign()["nonce-str"]);
  expect(draw.mock.calls.length).toBeLessThan(34);
  const letters = Buffer.from(drawn).toString("base64").replace(/[+/=]/g, "");
  expect(letters.startsWith(nonces.join(""))).toBe(true);
});
