// A failed `pandapon call` tells what happened, whether the call may have acted, and what to do; never a secret.
import { expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_SECRET, asAccount, SECRET_FORMS } from "../support/account.js";
import { cutShort, json, ok, quietPort, reset, serve, silence, text, type Handler } from "../support/server.js";

const READ = ["call", "alibaba.refunds.get", "--input", '{"refundId":"TQ1"}'];
const WRITE = ["call", "alibaba.orders.payBatch", "--input", '{"orderIds":["1"]}', "--yes"];
const UNCHECKED = ["call", "addresses.save", "--yes"];
const CHECKED = [
  "call",
  "alibaba.orders.cancel",
  "--input",
  '{"orderId":1,"webSite":"1688","cancelReason":"x"}',
  "--yes",
];

/** The msg has what a terminal would obey, and the credentials. */
const HOSTILE = `\u001b]0;x\u0007 no\r\n\u202e ${ACCESS_SECRET} ${ACCESS_SECRET.toUpperCase()} ${ACCESS_KEY}`;

const FAILURES: {
  what: string;
  args: string[];
  answer: Handler;
  tells: Record<string, unknown>;
  next: RegExp;
}[] = [
  {
    what: "a code on HTTP 200, of a read",
    args: READ,
    answer: json({ code: 40001, msg: HOSTILE, requestId: "r-2" }),
    tells: { kind: "api", status: 200, code: "40001", requestId: "r-2", attempts: 1, outcome: "refused" },
    next: /^It is a read: nothing was changed, and it can be called again\. Read the msg\..*doctor/,
  },
  {
    what: "a code on HTTP 200, of a write",
    args: WRITE,
    answer: json({ code: "E1", msg: HOSTILE }),
    tells: { kind: "api", code: "E1", outcome: "refused" },
    next: /^PandaPon says that it did not act\. Read the msg/,
  },
  {
    what: "a second level that is false",
    args: CHECKED,
    answer: ok(false),
    tells: { kind: "api", outcome: "refused", checkWith: "alibaba.orders.get" },
    next: /^PandaPon says that it did not act/,
  },
  {
    what: "a status 500, of a write that a read checks",
    args: CHECKED,
    answer: text(HOSTILE, "text/plain", 500),
    tells: { kind: "decode", status: 500, attempts: 1, outcome: "unknown", checkWith: "alibaba.orders.get" },
    next: /^The write may have acted: before you send it again, check what it did with `pandapon call alibaba\.orders\.get`/,
  },
  {
    what: "an HTML page, of a write that nothing checks",
    args: UNCHECKED,
    answer: text(`<html>${HOSTILE}`, "text/html"),
    tells: { kind: "decode", status: 200, outcome: "unknown" },
    next: /^The write may have acted: before you send it again, check in PandaPon's console what it did\. Run `pandapon doctor`/,
  },
  {
    what: "a status 404",
    args: READ,
    answer: json({}, 404),
    tells: { kind: "http", status: 404, outcome: "refused" },
    next: /Run `pandapon doctor`/,
  },
  {
    what: "a redirect",
    args: WRITE,
    answer: json({}, 302, { location: `https://example.com/${encodeURIComponent(ACCESS_SECRET)}` }),
    tells: { kind: "http", status: 302 },
    next: /Run `pandapon doctor`/,
  },
  {
    what: "a connection that is reset",
    args: WRITE,
    answer: reset,
    tells: { kind: "network", attempts: 1, outcome: "unknown" },
    next: /^The write may have acted.*Check the connection/,
  },
  {
    what: "an answer that is cut",
    args: WRITE,
    answer: cutShort,
    tells: { kind: "network", outcome: "unknown" },
    next: /^The write may have acted/,
  },
  {
    what: "no answer in time",
    args: [...WRITE, "--timeout", ".05"],
    answer: silence,
    tells: { kind: "timeout", outcome: "unknown" },
    next: /^The write may have acted.*--timeout/,
  },
];

test.each(FAILURES)("$what", async ({ args, answer, tells, next }) => {
  const { url } = await serve(answer);
  const { code, stdout, stderr } = await asAccount([...args, "--base-url", url]);
  expect([code, stdout]).toEqual([1, ""]);
  for (const [name, value] of Object.entries(tells)) expect(stderr).toContain(`    ${name.padEnd(9)}  ${value}\n`);
  expect(/next: (.*)/.exec(stderr)?.[1]).toMatch(next);

  const machine = await asAccount([...args, "--base-url", url, "--json"]);
  expect([machine.code, machine.stderr]).toEqual([1, ""]);
  expect(JSON.parse(machine.stdout)).toMatchObject({ ok: false, operation: args[1], ...tells });

  const printed = stderr + machine.stdout;
  for (const secret of [...SECRET_FORMS, ACCESS_KEY]) expect(printed.toLowerCase()).not.toContain(secret.toLowerCase());
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test.each([
  ["a msg", json({ code: 1, msg: "x".repeat(190) + ACCESS_SECRET.repeat(99) })],
  ["a page", text("x".repeat(190) + ACCESS_SECRET.repeat(99), "text/html")],
])("%s that is cut does not show a part of the secret", async (_what, answer) => {
  const { url } = await serve(answer);
  const { code, stderr } = await asAccount([...READ, "--base-url", url]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("xxx[PANDAPON_")]);
  expect(stderr).not.toContain(ACCESS_SECRET.slice(0, 4));
});

test("no connection: nothing was sent", async () => {
  const { url } = await quietPort();
  const { code, stderr } = await asAccount([...WRITE, "--base-url", url]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/outcome +not-sent\n {4}next: Nothing was sent\. Check/)]);
});

test("Ctrl-C ends the call and says that a write may have acted; a read changed nothing", async () => {
  for (const [args, says] of [
    [CHECKED, /aborted[^]*outcome +unknown[^]*The write may have acted: .*alibaba\.orders\.get/],
    [READ, /aborted[^]*nothing was changed/],
  ] as const) {
    let stop: () => void = () => undefined;
    let isListening = false;
    const { url } = await serve(() => stop());
    const { code, stdout, stderr } = await asAccount([...args, "--base-url", url], {
      onInterrupt: (end) => {
        [stop, isListening] = [end, true];
        return () => (isListening = false);
      },
    });
    expect([code, stdout, stderr, isListening]).toEqual([1, "", expect.stringMatching(says), false]);
  }
});
