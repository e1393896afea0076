// `pandapon sandbox`: what it prints, what it keeps, how it ends, and that it shows no secret of anyone.
import { execFile, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
import { widthOf } from "../../scripts/dist/core/text.js";
import { createSandbox } from "../../scripts/dist/sandbox/index.js";
import { createPandaPon, type ClientOptions } from "../../dist/src/index.js";
import { ACCESS_KEY, ACCESS_SECRET, ACCOUNT, SECRET_FORMS, USER_ID } from "../support/account.js";
import { failing as failingWith, serve, text } from "../support/server.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

interface Running {
  url: string;
  /** What it has printed so far. */
  readonly printed: { stdout: string; stderr: string };
  /** Resolves once this was printed. */
  says: (text: string | RegExp) => Promise<void>;
  /** Ctrl-C. @returns the exit code */
  stop: () => Promise<number>;
}

/** Runs `pandapon sandbox` in this process until the test is over. */
async function started(args: readonly string[], env: Record<string, string> = {}): Promise<Running> {
  const printed = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  const output = (name: keyof typeof printed) => ({
    write: (text: string): void => {
      printed[name] += text;
      waiting.forEach((look) => look());
    },
  });
  let interrupt: (() => void) | undefined;
  const ended = run(["sandbox", "--port", "0", ...args], {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env,
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => undefined;
    },
  });
  const stop = (): Promise<number> => {
    interrupt?.();
    return ended;
  };
  const says = (text: string | RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const all = printed.stdout + printed.stderr;
        if (typeof text === "string" ? !all.includes(text) : !text.test(all)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code}: ${printed.stdout}${printed.stderr}`)));
    });
  onTestFinished(async () => void (await stop()));
  await says(/Requests:|"event":"start"/);
  const url = /http:\/\/[\d.:]+/.exec(printed.stdout)?.[0] ?? "";
  return { url, printed, says, stop };
}

const client = (baseUrl: string, more: Partial<ClientOptions> = {}) =>
  createPandaPon({ ...createSandbox().credentials, baseUrl, maxRetries: 0, ...more });

const SEARCH = { keyword: "T恤", beginPage: 1, pageSize: 1 };
const ORDER = {
  flow: "general",
  addressParam: {
    fullName: "Test Buyer",
    mobile: "10000000001",
    phone: "10000000001",
    cityText: "杭州市",
    provinceText: "浙江省",
    townText: "示例镇",
    address: "示例路1号",
  },
  cargoParamList: [{ offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 }],
};

/** The lines that are for bash, from `curl` on. */
const curlOf = (stdout: string): string => /^curl (?:.*\\\n)*.*$/m.exec(stdout)?.[0] ?? "";

const bash = async (command: string, env: Record<string, string>): Promise<unknown> => {
  const options = { env: { PATH: process.env["PATH"], ...env } };
  const { stdout } = await promisify(execFile)("bash", ["-c", command.replace("curl ", "curl -s ")], options);
  return JSON.parse(stdout);
};

test("prints where it listens and whose calls it takes; the curl line works as printed; each request has a line", async () => {
  const { url, printed, says, stop } = await started([]);
  const { accessKey, accessSecret, userId } = createSandbox().credentials;
  for (const text of [`listening     ${url}\n`, accessKey, accessSecret, userId])
    expect(printed.stdout).toContain(text);
  const curl = curlOf(printed.stdout);
  expect(curl).toMatch(/ -d '\{.*\}'$/);
  expect(await bash(curl, {})).toMatchObject({ code: 200 });
  await says(
    /\d\d:\d\d:\d\d {2}POST \/alibaba\/product\/keywords\/query {2}alibaba\.products\.search {2}200 200 {2}\d+ ms\n/,
  );
  await expect(client(url, { accessSecret: "another" }).alibaba.products.search(SEARCH)).rejects.toThrow();
  await says(/query {2}alibaba\.products\.search {2}200 904\d\d {2}\d+ ms {2}\S.*signature/i);
  await fetch(`${url}/no/such`);
  await says(/GET \/no\/such {2}404 90404 {2}\d+ ms {2}\S/);
  expect(await stop()).toBe(0);
  expect(printed.stdout).toMatch(/\nStopped after 3 requests\.\n$/);
  await expect(fetch(url)).rejects.toThrow();
  expect(printed.stderr).toBe("");
});

test("with --json, each line is JSON: the start, each request, the end", async () => {
  const { url, printed, says, stop } = await started(["--json"]);
  await client(url).alibaba.products.search(SEARCH);
  await says('"event":"request"');
  await stop();
  const [start, request, end, ...more] = printed.stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(start).toEqual({ event: "start", url, port: Number(new URL(url).port), ...createSandbox().credentials });
  expect(request).toEqual({
    event: "request",
    at: expect.any(Number),
    method: "POST",
    path: "/alibaba/product/keywords/query",
    operation: "alibaba.products.search",
    status: 200,
    code: 200,
    milliseconds: expect.any(Number),
  });
  expect([end, more]).toEqual([{ event: "end", requests: 1 }, []]);
});

const OWN = { accessKey: ACCESS_KEY, accessSecret: ACCESS_SECRET, userId: USER_ID };
const FLAGS = ["--access-key", ACCESS_KEY, "--access-secret", ACCESS_SECRET, "--user-id", USER_ID];

test.each([
  ["the environment", [], ACCOUNT],
  ["the environment, as JSON", ["--json"], ACCOUNT],
  ["flags", FLAGS, {}],
  ["flags, as JSON", [...FLAGS, "--json"], {}],
  ["both", FLAGS, ACCOUNT],
] as const)(
  "takes credentials of %s, and never shows the secret, whatever a request holds",
  async (_what, args, env) => {
    const { url, printed, says, stop } = await started(args, { ...env });
    if (!args.some((one) => one === "--json")) {
      const curl = curlOf(printed.stdout);
      expect(await bash(curl, { ...env })).toMatchObject({ code: 200 });
      if ("PANDAPON_ACCESS_KEY" in env) expect(curl).toContain('"access-key: $PANDAPON_ACCESS_KEY"');
    }
    await client(url, OWN).alibaba.products.search(SEARCH);
    await fetch(`${url}/${encodeURIComponent(ACCESS_SECRET)}/${ACCESS_SECRET.toUpperCase()}`, { method: "POST" });
    await fetch(`${url}/%${ACCESS_SECRET.charCodeAt(0).toString(16)}${encodeURIComponent(ACCESS_SECRET.slice(1))}`);
    await fetch(`${url}/alibaba/order/detail`, { method: "POST", headers: { "access-key": ACCESS_SECRET } });
    await says(/404/);
    await stop();
    const all = (printed.stdout + printed.stderr).toLowerCase();
    for (const form of SECRET_FORMS) expect(all).not.toContain(form.toLowerCase());
    if ("PANDAPON_ACCESS_KEY" in env) expect(all).not.toContain(ACCESS_KEY);
    expect(all).not.toContain("not-a-secret");
  },
);

test.each([
  [["--access-secret", "a b"], {}, "--access-secret has a character that a header cannot hold."],
  [[], { ...ACCOUNT, PANDAPON_ACCESS_SECRET: '"quoted"' }, "PANDAPON_ACCESS_SECRET has quotation marks around it"],
  [["--port", "70000"], {}, "whole number from 0 to 65535"],
  [["--port", "x"], {}, "whole number from 0 to 65535"],
  [["--seed", "1000"], {}, "whole number from 0 to 999"],
  [["--host", "192.0.2.1"], {}, "no address 192.0.2.1"],
  [["--demo", "--state", "x"], {}, "cannot be used with"],
  [["--push-base", "body"], {}, "--push-base says how to push: name the receiver with --forward URL."],
  [["--push-retry-after", "1"], {}, "--push-retry-after says how to push"],
] as const)("refuses %j %j", async (args, env, message) => {
  const failed = await failing([...(args.some((one) => one === "--port") ? [] : ["--port", "0"]), ...args], env);
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});

async function failing(args: readonly string[], env: Record<string, string> = {}) {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const io = {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env,
    onInterrupt: (stop: () => void) => (stop(), stop),
  };
  return { code: await run(["sandbox", ...args], io), ...printed };
}

test("a second sandbox on the same port says so, and leaves the state file of the first alone", async () => {
  const file = path.join(temporaryFolder(), "state.json");
  const { url } = await started(["--state", file]);
  writeFileSync(file, readFileSync(file, "utf8") + " ");
  const before = readFileSync(file, "utf8");
  const port = new URL(url).port;
  expect(await failing(["--port", port, "--state", file])).toEqual({
    code: 2,
    stdout: "",
    stderr: `Port ${port} of 127.0.0.1 is taken, perhaps by another sandbox. Stop what listens there, or take another port (0 takes any free one).\n`,
  });
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("pushes go to --forward in the form of the flags, and its URL is not shown, which may hold a token", async () => {
  const receiver = await serve(failingWith(500), text("", undefined));
  const flags = ["--forward", `${receiver.url}/hook?token=very-hidden`, "--push-body", "text", "--push-base", "body"];
  const { url, printed, says, stop } = await started([
    ...flags,
    "--push-retry",
    "new-timestamp",
    "--push-retry-after",
    "0.001",
  ]);
  await fetch(`${url}/sandbox/deliver`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"messageType":"MY_OWN","messageBody":{"id":1}}',
  });
  await says(/\d\d:\d\d:\d\d {2}push MY_OWN {2}500 {2}\d+ ms\n/);
  await says(/ {2}push MY_OWN {2}200 {2}\d+ ms\n/);
  expect(receiver.requests).toHaveLength(2);
  const { accessSecret } = createSandbox().credentials;
  for (const { body, headers } of receiver.requests) {
    expect(JSON.parse(body)).toMatchObject({ messageType: "MY_OWN", messageBody: '{"id":1}' });
    expect(headers["authorization"]).toBe(createHmac("sha256", accessSecret).update(body).digest("hex"));
  }
  await stop();
  expect(printed.stdout).toContain(`pushes go to  ${receiver.url}\n`);
  expect(printed.stdout + printed.stderr).not.toContain("very-hidden");
});

test("warns if others can reach it", async () => {
  const { printed, stop } = await started(["--host", "0.0.0.0"]);
  await stop();
  expect(printed.stderr).toMatch(/^Warning: others on the network can reach .*test door/);
});

test("keeps orders in the state file over a restart, and goes on with other ids", async () => {
  const file = path.join(temporaryFolder(), "new", "state.json");
  const first = await started(["--state", file]);
  const one = await client(first.url).alibaba.orders.create(ORDER);
  await first.stop();
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ version: 1, accounts: expect.any(Object) });
  const second = await started(["--state", file]);
  expect(second.printed.stdout).not.toContain("(new)");
  const again = client(second.url).alibaba.orders;
  expect(await again.get({ orderId: String(one?.orderId), webSite: "1688" })).toHaveProperty(
    "baseInfo.status",
    "waitbuyerpay",
  );
  expect((await again.create(ORDER))?.orderId).not.toBe(one?.orderId);
});

const BROKEN: [what: string, content: string, message: RegExp][] = [
  ["no JSON", "{", /not JSON/],
  ["nothing", "", /not JSON/],
  ["another file of the user", '{"name":"my-package","version":"1.0.0"}', /\/name is unknown/],
  ["a later version", '{"version":2}', /\/version must be 1/],
  ["a list", "[]", /state/],
  ["half a state", '{"version":1,"seed":0}', /state/],
  [
    "a broken account",
    '{"version":1,"seed":0,"aheadMs":0,"counter":{"made":0,"calls":0},"accounts":{"1":null}}',
    /state/,
  ],
];

test.each(BROKEN)("a state file with %s is refused, and stays as it is", async (_what, content, message) => {
  const file = path.join(temporaryFolder(), "state.json");
  writeFileSync(file, content);
  const failed = await failing(["--port", "0", "--state", file]);
  expect(failed).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(message) });
  expect(readFileSync(file, "utf8")).toBe(content);
});

test("a state file that cannot be written is refused at the start", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "file"), "");
  mkdirSync(path.join(folder, "folder"));
  for (const name of ["file/state.json", "folder"]) {
    expect(await failing(["--port", "0", "--state", path.join(folder, name)])).toMatchObject({ code: 2, stdout: "" });
  }
});

test("in a process: Ctrl-C ends it with a last line, exit code 130 and the state saved", async () => {
  const file = path.join(temporaryFolder(), "state.json");
  const args = [path.join(ROOT, "scripts/bin/pandapon.js"), "sandbox", "--port", "0", "--json", "--state", file];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...ACCOUNT } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let all = "";
  const start = new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      all += chunk.toString();
      if (all.includes("\n")) resolve((JSON.parse(all.split("\n")[0] ?? "") as { url: string }).url);
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (all += chunk.toString()));
  const order = await client(await start, OWN).alibaba.orders.create(ORDER);
  child.kill("SIGINT");
  const [code] = (await once(child, "close")) as [number | null];
  expect([code, all.trim().split("\n").at(-1)]).toEqual([130, '{"event":"end","requests":1}']);
  expect(readFileSync(file, "utf8")).toContain(String(order?.orderId));
  for (const form of SECRET_FORMS) expect(all).not.toContain(form);
});

test("the demo shows each step as it was signed, within 80 columns, with every digit", async () => {
  const { code, stdout, stderr } = await failing(["--demo"], ACCOUNT);
  expect([code, stderr]).toEqual([0, ""]);
  const wide = stdout.split("\n").filter((line) => widthOf(line) > 80);
  expect(wide).toEqual([]);
  for (const text of [
    "alibaba.products.search",
    "alibaba.orders.create",
    "alibaba.refunds.get",
    "test door",
    "refundsuccess",
  ]) {
    expect(stdout).toContain(text);
  }
  expect(stdout.match(/^ {4}signature {3}[\dA-F]{32}$/gm)?.length).toBe(9);
  const orderId = /orderId (\d{19})$/m.exec(stdout)?.[1] ?? "";
  expect(stdout).toContain(`"orderId":${orderId},`);
  for (const form of [...SECRET_FORMS, ACCESS_KEY, USER_ID]) expect(stdout).not.toContain(form);
});
