// `pandapon sign` prints the five headers of one request, and never the secret.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_SECRET, ACCOUNT, asAccount, SECRET_FORMS, USER_ID } from "../support/account.js";

/** The test vectors of the project: key and secret are invented. */
const VECTOR = { ...ACCOUNT, PANDAPON_ACCESS_SECRET: "fedcba9876543210fedcba9876543210" };
const NONCE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

test.each([
  ["1733474179", "3A3A2042DFB68A91CD6FBACBECBF0D4F"],
  ["1733474179000", "61912A8D1F6BCEE9D2E7A11F7F9F22B0"],
])("signs the timestamp %s digit for digit, as header lines for curl", async (timestamp, signature) => {
  const args = ["sign", "--timestamp", timestamp, "--nonce", NONCE, "--timestamp-unit", "s"];
  expect(await asAccount(args, { env: VECTOR })).toEqual({
    code: 0,
    stdout: [
      `access-key: ${ACCESS_KEY}`,
      `timestamp: ${timestamp}`,
      `nonce-str: ${NONCE}`,
      `user-id: ${USER_ID}`,
      `signature: ${signature}`,
      "",
    ].join("\n"),
    stderr: "",
  });
});

test.each([
  ["ms", 13],
  ["s", 10],
] as const)("signs the current time in %s with a nonce of its own each time", async (unit, digits) => {
  const nonces = new Set<string>();
  for (const more of [[], ["POST", "/alibaba/order/detail"]]) {
    const { stdout } = await asAccount(["sign", ...more, "--timestamp-unit", unit, "--json"]);
    const printed = JSON.parse(stdout) as { ok: boolean; headers: Record<string, string> };
    const { timestamp = "", "nonce-str": nonce = "", signature } = printed.headers;
    expect(printed.ok).toBe(true);
    expect(timestamp).toMatch(new RegExp(`^\\d{${digits}}$`));
    expect(Math.abs(Number(timestamp) * (unit === "s" ? 1000 : 1) - Date.now())).toBeLessThan(5_000);
    const text = ACCESS_KEY + timestamp + nonce + ACCESS_SECRET;
    expect(signature).toBe(createHash("md5").update(text).digest("hex").toUpperCase());
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

const WRONG: [what: string, args: string[], env: Record<string, string | undefined>, says: RegExp][] = [
  ["no environment", [], {}, /PANDAPON_ACCESS_KEY is not set.*PANDAPON_ACCESS_SECRET is not set.*PANDAPON_USER_ID is/],
  ["an empty secret", [], { ...ACCOUNT, PANDAPON_ACCESS_SECRET: "" }, /^PANDAPON_ACCESS_SECRET is not set/],
  [
    "a line break",
    [],
    { ...ACCOUNT, PANDAPON_ACCESS_KEY: `${ACCESS_KEY}\r\n` },
    /ACCESS_KEY has spaces or a line break/,
  ],
  ["quotation marks", [], { ...ACCOUNT, PANDAPON_USER_ID: `"${USER_ID}"` }, /USER_ID has quotation marks around it/],
  ["typographic marks", [], { ...ACCOUNT, PANDAPON_USER_ID: `“${USER_ID}”` }, /USER_ID has quotation marks around it/],
  ["a letter that no header holds", [], { ...ACCOUNT, PANDAPON_USER_ID: "21００" }, /USER_ID has a character/],
  ["a method without a path", ["POST"], ACCOUNT, /Name the method and the path/],
  ["a method that is none", ["SEND", "/x"], ACCOUNT, /Name the method and the path/],
  ["a timestamp that is none", ["--timestamp", "now"], ACCOUNT, /--timestamp must be the digits/],
  ["a timestamp with a zero in front", ["--timestamp", "0733474179"], ACCOUNT, /--timestamp must be the digits/],
  ["a timestamp in microseconds", ["--timestamp", "1733474179000000"], ACCOUNT, /--timestamp must be the digits/],
  ["a nonce with a space", ["--nonce", "a b"], ACCOUNT, /--nonce must be visible ASCII/],
  ["an unknown unit", ["--timestamp-unit", "us"], ACCOUNT, /Allowed choices are ms, s/],
  [
    "a secret as a flag",
    [`--access-secret=${ACCESS_SECRET}`],
    ACCOUNT,
    /unknown option '--access-secret=\[PANDAPON_ACCESS/,
  ],
  ["a warehouse path", ["POST", "/open/pp/logistics/orderRenderFreight"], ACCOUNT, /freight\.preview is not signed by/],
  [
    "a warehouse URL",
    ["POST", "https://api.pandapon.com/open/pp/logistics/orderRenderFreight/?a=1"],
    ACCOUNT,
    /freight/,
  ],
];

test.each(WRONG)("refuses %s, and says what to do", async (_what, args, env, says) => {
  for (const json of [[], ["--json"]]) {
    const { code, stdout, stderr } = await asAccount(["sign", ...args, ...json], { env });
    expect(code).toBe(2);
    const message = json.length > 0 ? (JSON.parse(stdout) as { message: string }).message : stderr;
    expect(message).toMatch(says);
    for (const form of SECRET_FORMS) expect(stdout + stderr).not.toContain(form);
    expect(stdout + stderr).not.toContain(ACCESS_KEY);
  }
});
