// Each stage of a signature by itself, compared with vectors.
import { describe, expect, test } from "vitest";
import { PandaPonError, signatureDigest, signatureHeaders, signatureText, signer } from "../../dist/src/signing.js";

const accessKey = "0123456789abcdef0123456789abcdef";
const accessSecret = "fedcba9876543210fedcba9876543210";
const nonce = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

describe("the stages", () => {
  test("text: only the values, in PandaPon's order, with the secret last", () => {
    expect(signatureText({ accessKey: "k", timestamp: "t", nonce: "n", accessSecret: "s" })).toBe("ktns");
  });

  test.each([
    ["1733474179", "3A3A2042DFB68A91CD6FBACBECBF0D4F"],
    ["1733474179000", "61912A8D1F6BCEE9D2E7A11F7F9F22B0"],
  ])("digest at %s", (timestamp, signature) => {
    expect(signatureDigest(signatureText({ accessKey, timestamp, nonce, accessSecret }))).toBe(signature);
  });

  test("headers: five, with the user id and without the secret", () => {
    expect(signatureHeaders({ accessKey, timestamp: "1733474179", nonce, accessSecret }, "2100007341207")).toEqual({
      "access-key": accessKey,
      timestamp: "1733474179",
      "nonce-str": nonce,
      "user-id": "2100007341207",
      signature: "3A3A2042DFB68A91CD6FBACBECBF0D4F",
    });
  });
});

describe("a signer", () => {
  const sign = (timestampUnit?: "ms" | "s"): Record<string, string> =>
    signer({ accessKey, accessSecret, userId: "u", now: () => 1733474179000.9, nonce: () => nonce, timestampUnit })();

  test("signs milliseconds, or seconds if configured", () => {
    expect(sign()).toMatchObject({ timestamp: "1733474179000", signature: "61912A8D1F6BCEE9D2E7A11F7F9F22B0" });
    expect(sign("s")).toMatchObject({ timestamp: "1733474179", signature: "3A3A2042DFB68A91CD6FBACBECBF0D4F" });
  });

  test("reads the clock and makes a nonce for each signature", () => {
    let time = 1_000;
    const again = signer({ accessKey, accessSecret, userId: "u", now: () => (time += 1) });
    const [first, second] = [again(), again()];
    expect([first.timestamp, second.timestamp]).toEqual(["1001", "1002"]);
    expect(first["nonce-str"]).not.toBe(second["nonce-str"]);
  });

  test("accepts another user id for one request; the id is not signed", () => {
    const one = signer({ accessKey, accessSecret, userId: "u", now: () => 0, nonce: () => nonce });
    expect(one("other")["user-id"]).toBe("other");
    expect(one("other").signature).toBe(one().signature);
  });

  test.each([
    ["accessKey", { accessKey: undefined }],
    ["accessSecret", { accessSecret: "" }],
    ["userId", { userId: undefined }],
    ["userId", { userId: "two\nlines" }],
    ["timestampUnit", { timestampUnit: "minutes" as "ms" }],
    ["now", { now: 5 as unknown as () => number }],
    ["nonce", { nonce: "fixed" as unknown as () => string }],
  ])("refuses a wrong %s by name, without showing a value", (name, wrong) => {
    const make = (): unknown => signer({ accessKey, accessSecret, userId: "u", ...wrong });
    expect(make).toThrow(PandaPonError);
    expect(make).toThrow(`\`${name}\``);
    expect(make).not.toThrow(accessSecret);
  });

  test("refuses an invalid value of the clock or the nonce function when it signs", () => {
    expect(signer({ accessKey, accessSecret, userId: "u", now: () => NaN })).toThrow("`now`");
    expect(signer({ accessKey, accessSecret, userId: "u", nonce: () => "" })).toThrow("`nonce`");
  });
});
