// `pandapon doctor --report` writes what the reads prove about the open questions, and nothing that is secret or private.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ACCESS_KEY, ACCOUNT, asAccount, SECRET_FORMS, USER_ID } from "../support/account.js";
import { gateway, type Rules } from "../support/gateway.js";
import { failing, serve, type Handler } from "../support/server.js";
import { temporaryFolder } from "../support/workspace.js";

const RULE = "Is UPPER(hex(MD5(accessKey + timestamp + nonce + accessSecret))) right?";
const UNIT = "Which unit of the timestamp is accepted?";
const SIGNATURE = "Is the header signature needed and checked?";
const NONCE = "Is the header nonce-str needed?";
const USER = "Is the header user-id needed?";

/** A msg that repeats all that was sent, and tells of people. */
const ECHO: Rules["msg"] = (why, { headers, body }) =>
  `${why} | ${JSON.stringify(headers)} ${body} ${SECRET_FORMS.join(" ")} <b>mail nobody@example.com, call 139 0000 1111`;

const CASES: {
  what: string;
  rules: Rules;
  env?: Record<string, string>;
  yes: boolean;
  code: 0 | 1;
  says: Record<string, string>;
  reads: number;
}[] = [
  {
    what: "all headers matter",
    rules: { msg: ECHO },
    yes: true,
    code: 0,
    says: {
      [RULE]: "yes: it was accepted, and a wrong signature was refused",
      [UNIT]: "ms",
      [SIGNATURE]: "yes",
      [NONCE]: "yes",
      [USER]: "yes",
    },
    reads: 5,
  },
  {
    what: "only what is signed matters, and both units are accepted",
    rules: { units: ["ms", "s"], needs: ["access-key", "signature"], msg: ECHO },
    yes: true,
    code: 0,
    says: { [UNIT]: "both", [SIGNATURE]: "yes", [NONCE]: "no", [USER]: "no" },
    reads: 5,
  },
  {
    what: "seconds only",
    rules: { units: ["s"], msg: ECHO },
    yes: true,
    code: 0,
    // Milliseconds were tried first, so they are not sent again.
    says: { [RULE]: "yes: it was accepted, and a wrong signature was refused", [UNIT]: "s" },
    reads: 5,
  },
  {
    what: "no signature is checked",
    rules: { checks: false },
    yes: true,
    code: 0,
    says: { [RULE]: "not proved: a wrong signature was accepted too", [SIGNATURE]: "no" },
    reads: 5,
  },
  {
    what: "the altered reads were not asked for",
    rules: {},
    yes: false,
    code: 0,
    says: {
      [RULE]: "accepted; whether a wrong signature is refused is not known",
      [UNIT]: "ms; the other was not tried",
      [SIGNATURE]: "not tried",
      [NONCE]: "not tried",
      [USER]: "not tried",
    },
    reads: 1,
  },
  {
    what: "a wrong secret: no altered reads",
    rules: { units: ["ms", "s"], accessSecret: "other", msg: ECHO },
    yes: true,
    code: 1,
    says: { [RULE]: "not proved", [UNIT]: "not proved", [SIGNATURE]: "not tried", [NONCE]: "not tried" },
    reads: 2,
  },
];

/** The rows of the first table: question and answer. */
const answersOf = (report: string): Record<string, string> =>
  Object.fromEntries(
    [...report.matchAll(/^\| ([^|]*\?) \| ([^|]*) \|$/gm)].map(([, question, answer]) => [question, answer]),
  );

test.each(CASES)("$what", async ({ rules, env = ACCOUNT, yes, code, says, reads }) => {
  const { url, requests } = await serve(gateway(rules));
  const file = path.join(temporaryFolder(), "new", "report.md");
  const flags = ["--base-url", url, "--pause", "0.001", "--report", file];
  const ran = await asAccount(["doctor", ...flags, ...(yes ? ["--yes"] : [])], { env });
  expect([ran.code, ran.stderr, ran.stdout]).toEqual([code, "", expect.stringContaining(`written  ${file}`)]);
  const report = readFileSync(file, "utf8");
  expect(answersOf(report)).toMatchObject(says);

  const signed = requests.filter((one) => one.url !== "/");
  expect(signed).toHaveLength(reads);
  // Nothing of what was sent, and nothing of the answers but status, code and msg.
  const sent = signed.flatMap(({ headers }) =>
    ["access-key", "timestamp", "nonce-str", "user-id", "signature"].flatMap((name) => headers[name] ?? []),
  );
  for (const private_ of [
    ...SECRET_FORMS,
    ACCESS_KEY,
    USER_ID,
    ...sent,
    "Nobody",
    "nobody@",
    "0000 1111",
    "r-ok",
    "r-no",
  ]) {
    expect(report.toLowerCase()).not.toContain(String(private_).toLowerCase());
  }
  // A msg does not break the table.
  expect(report).not.toContain("<b>");
  for (const line of report.split("\n").filter((one) => one.startsWith("| a ")))
    expect(line).toMatch(/^(\| ([^|]|(?<=\\)\|)*){5}\|$/);
});

test("a wrong signature: status, code and msg are in the report", async () => {
  const { url } = await serve(gateway());
  const file = path.join(temporaryFolder(), "report.md");
  await asAccount(["doctor", "--base-url", url, "--pause", "0.001", "--report", file, "--yes"]);
  expect(readFileSync(file, "utf8")).toContain(
    "| a signature of 32 zeros, in ms | refused | 200 | 40003 | signature error |",
  );
});

test("the altered reads end at the first answer that tells nothing", async () => {
  const accept = gateway();
  const { url, requests } = await serve(accept, accept, failing(429));
  const file = path.join(temporaryFolder(), "report.md");
  const { code } = await asAccount(["doctor", "--base-url", url, "--pause", "0.001", "--report", file, "--yes"]);
  expect([code, requests.length, answersOf(readFileSync(file, "utf8"))]).toMatchObject([
    0,
    3,
    { [SIGNATURE]: "not proved" },
  ]);
});

const NOTHING: [what: string, server: Handler, env: Record<string, string>][] = [
  ["nothing was sent without an environment", gateway(), {}],
  ["the answer is not PandaPon's", failing(404), ACCOUNT],
];

test.each(NOTHING)("proves nothing if %s", async (_what, server, env) => {
  const { url } = await serve(server);
  const file = path.join(temporaryFolder(), "report.md");
  const { code } = await asAccount(["doctor", "--base-url", url, "--report", file, "--yes"], { env });
  expect([code, answersOf(readFileSync(file, "utf8"))]).toMatchObject([
    1,
    { [RULE]: "not proved", [UNIT]: "not proved" },
  ]);
});

test("a report that cannot be written is a clear message", async () => {
  const { url } = await serve(gateway());
  const folder = path.join(temporaryFolder(), "report.md");
  mkdirSync(folder);
  const { code, stderr } = await asAccount(["doctor", "--base-url", url, "--report", folder]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("is in the way and is not a file")]);
  expect(existsSync(`${folder}.${process.pid}.tmp`)).toBe(false);
});
