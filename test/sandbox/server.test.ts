// The sandbox over real HTTP: what node:http and fetch say differently, and what ends a connection.
import { connect } from "node:net";
import { request as httpRequest } from "node:http";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { createSandbox } from "../../scripts/dist/sandbox/index.js";
import { listen, type Listening } from "../../scripts/dist/sandbox/server/listen.js";
import { ROOT } from "../support/workspace.js";

/** Serves this answer on loopback until the test is over. */
async function served(
  answer: (request: Request) => Response | Promise<Response>,
  host = "127.0.0.1",
): Promise<Listening> {
  const server = await listen(async (request) => answer(request), 0, host);
  onTestFinished(server.close);
  return server;
}

/** Sends these bytes, and returns all that comes until the connection ends. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let all = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (all += chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(all));
  });
}

const END = "connection: close\r\n\r\n";

test("sends status, headers and the full length, and keeps the connection", async () => {
  const { port } = await served(() => new Response('{"msg":"成功"}', { status: 429, headers: { "retry-after": "2" } }));
  const two = await raw(port, `GET /a HTTP/1.1\r\nhost: localhost\r\n\r\nGET /b HTTP/1.1\r\nhost: localhost\r\n${END}`);
  const answers = two.split(/(?=HTTP\/1\.1 )/);
  expect(answers).toHaveLength(2);
  for (const answer of answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 429 /);
    expect(answer).toMatch(/\r\nretry-after: 2\r\n/);
    expect(answer).toMatch(/\r\ncontent-length: 16\r\n/);
    expect(answer).toMatch(/\r\n\r\n\{"msg":"成功"\}$/);
  }
});

const SEEN: [what: string, request: string, expected: object][] = [
  ["a query", `GET /a%20b?c=1&c=2 HTTP/1.1\r\nhost: localhost\r\n${END}`, { target: "/a%20b?c=1&c=2" }],
  [
    "a target with two slashes, which is not a host",
    `GET //evil.example/a HTTP/1.1\r\nhost: localhost\r\n${END}`,
    { target: "//evil.example/a" },
  ],
  ["an absolute target", `GET http://evil.example/a?b HTTP/1.1\r\nhost: localhost\r\n${END}`, { target: "/a?b" }],
  ["the target *", `OPTIONS * HTTP/1.1\r\nhost: localhost\r\n${END}`, { target: "/*" }],
  ["a header sent twice", `GET / HTTP/1.1\r\nhost: localhost\r\nx-a: 1\r\nx-a: 2\r\n${END}`, { twice: "1, 2" }],
  [
    "a header that is sent twice, although Node keeps one",
    `GET / HTTP/1.1\r\nhost: localhost\r\ncontent-type: a/b\r\ncontent-type: c/d\r\n${END}`,
    { type: "a/b, c/d" },
  ],
  [
    "a body in chunks",
    `POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n2\r\n{"\r\n3\r\n\u00e9"\r\n0\r\n\r\n`,
    { body: '{"é"' },
  ],
  [
    "a body of a GET, which fetch cannot express",
    `GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\n${END}x`,
    { body: "" },
  ],
  [
    "an upgrade",
    `GET /u HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`,
    { target: "/u" },
  ],
  [
    "an expectation that nobody knows",
    `GET /e HTTP/1.1\r\nhost: localhost\r\nexpect: more\r\n${END}`,
    { target: "/e" },
  ],
  ["HTTP/1.0 without a Host header", `GET /old HTTP/1.0\r\n\r\n`, { target: "/old" }],
  ["HTTP/1.1 without a Host header", `GET /new HTTP/1.1\r\n${END}`, { target: "/new" }],
];

test.each(SEEN)("passes %s", async (_what, text, expected) => {
  const { port, url } = await served(async (request) =>
    Response.json({
      target: request.url.slice(url.length),
      twice: request.headers.get("x-a"),
      type: request.headers.get("content-type"),
      body: await request.text(),
    }),
  );
  const answer = await raw(port, text);
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject(expected);
});

const REFUSED: [what: string, request: string, status: number, msg: RegExp][] = [
  [
    "a foreign Host header",
    `GET / HTTP/1.1\r\nhost: evil.example\r\n${END}`,
    421,
    /"evil\.example" is not this machine/,
  ],
  [
    "a Host header that begins as loopback",
    `GET / HTTP/1.1\r\nhost: 127.0.0.1.evil.example\r\n${END}`,
    421,
    /127\.0\.0\.1/,
  ],
  ["the address 0.0.0.0", `GET / HTTP/1.1\r\nhost: 0.0.0.0:4010\r\n${END}`, 421, /this machine/],
  ["an empty Host header", `GET / HTTP/1.1\r\nhost:\r\n${END}`, 421, /this machine/],
  ["a foreign host with a body", `POST / HTTP/1.1\r\nhost: evil.example\r\ncontent-length: 2\r\n${END}{}`, 421, /evil/],
  ["TRACE", `TRACE / HTTP/1.1\r\nhost: localhost\r\n${END}`, 405, /TRACE is not supported/],
  ["CONNECT", `CONNECT evil.example:443 HTTP/1.1\r\nhost: localhost\r\n\r\n`, 405, /CONNECT is not supported/],
  ["what is not HTTP", "hello\r\n\r\n", 400, /not HTTP/],
  [
    "a header beyond all limits",
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"x".repeat(100_000)}\r\n${END}`,
    431,
    /16 KiB/,
  ],
];

test.each(REFUSED)("refuses %s with an envelope, and asks nobody", async (_what, text, status, msg) => {
  let asked = 0;
  const { port } = await served(() => {
    asked += 1;
    return new Response();
  });
  const answer = await raw(port, text);
  expect(answer.split("\r\n")[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  const body = answer.slice(answer.indexOf("\r\n\r\n") + 4);
  expect(answer).toMatch(/\r\nx-sandbox: pandapon\r\n/);
  const requestId: unknown = expect.stringMatching(/^\w{32}$/);
  expect(JSON.parse(body)).toMatchObject({ msg: expect.stringMatching(msg), requestId });
  expect(asked).toBe(0);
});

test("takes any Host header if it is to be reached by others", async () => {
  const { port } = await served(() => new Response("hi"), "0.0.0.0");
  expect(await raw(port, `GET / HTTP/1.1\r\nhost: sandbox.example\r\n${END}`)).toMatch(/^HTTP\/1\.1 200 /);
});

test("a rejected answer ends the connection without a byte; the next request is answered", async () => {
  const { port, url } = await served((request) => {
    if (request.url.endsWith("/reset")) throw new TypeError("fetch failed");
    return new Response("still there");
  });
  expect(await raw(port, "GET /reset HTTP/1.1\r\nhost: localhost\r\n\r\n")).toBe("");
  expect(await (await fetch(url)).text()).toBe("still there");
});

test.each([
  ["with a length", { "content-length": "100" }],
  ["in chunks", {}],
] as const)("a body that fails is cut after what was sent: %s", async (_what, headers) => {
  const half = (): Response =>
    new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"code":200,')),
        pull: (controller) => controller.error(new Error("cut")),
      }),
      { headers },
    );
  const { port, url } = await served(half);
  const answer = await raw(port, "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('{"code":200,');
  expect(answer).not.toMatch(/\r\n0\r\n\r\n$/);
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

test("keeps no more of a body than the gateway reads, and answers before it has ended", async () => {
  let length = 0;
  const { port } = await served(async (request) => {
    length = (await request.bytes()).length;
    return new Response("too long");
  });
  const MIB = Buffer.alloc(2 ** 20);
  const answer = await new Promise<string>((resolve, reject) => {
    const head = { "content-length": String(2 ** 40) };
    const request = httpRequest({ port, host: "127.0.0.1", method: "POST", headers: head }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
      response.on("error", () => undefined);
      onTestFinished(() => void request.destroy());
    });
    request.on("error", reject);
    for (let sent = 0; sent < 12; sent += 1) request.write(MIB);
  });
  expect(answer).toBe("too long");
  expect(length).toBeGreaterThan(8 * 2 ** 20);
  expect(length).toBeLessThan(9 * 2 ** 20);
});

test("a client that goes away aborts the request; one that waits does not", async () => {
  const controller = new AbortController();
  let aborted: Promise<void> | undefined;
  const { url } = await served(
    (request) =>
      new Promise<Response>(() => {
        aborted = new Promise((resolve) => request.signal.addEventListener("abort", () => resolve()));
        controller.abort();
      }),
  );
  await expect(fetch(url, { method: "POST", body: "{}", signal: controller.signal })).rejects.toThrow("abort");
  await aborted;
});

test("close ends open connections, can be called twice, and the port is free again", async () => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const answer = (): Promise<Response> => {
    arrive();
    return new Promise(() => undefined);
  };
  const server = await listen(answer, 0, "127.0.0.1");
  const waiting = fetch(server.url).catch(() => "ended");
  await arrived;
  await Promise.all([server.close(), server.close()]);
  expect(await waiting).toBe("ended");
  await (await listen(async () => new Response(), server.port, "127.0.0.1")).close();
});

test("a sandbox takes a free port by default, and gives its address", async () => {
  const sandbox = createSandbox();
  const [one, two] = await Promise.all([sandbox.listen(), sandbox.listen(0, "::1").catch(() => sandbox.listen())]);
  onTestFinished(async () => void (await Promise.all([one.close(), two.close()])));
  expect(one.url).toBe(`http://127.0.0.1:${one.port}`);
  expect(new URL(two.url).port).toBe(String(two.port));
  const answer = await fetch(`${one.url}/no/such/path`, { method: "POST" });
  expect(answer.headers.get("x-sandbox")).toBe("pandapon");
});

const takenPort = async (): Promise<number> => (await served(() => new Response())).port;

const UNAVAILABLE: [what: string, port: () => Promise<number>, host: string, message: RegExp][] = [
  ["a taken port", takenPort, "127.0.0.1", /^Port \d+ of 127\.0\.0\.1 is taken, perhaps by another sandbox\. Stop/],
  ["a port beyond all", async () => 65_536, "127.0.0.1", /^65536 is not a port/],
  [
    "a port that is a text, which Node takes for a pipe",
    async () => "sandbox-pipe" as never,
    "127.0.0.1",
    /^sandbox-pipe is not a port/,
  ],
  ["a port that is none", async () => Number.NaN, "127.0.0.1", /^NaN is not a port/],
  ["no host, which Node takes for every address", async () => 0, " ", /^The host is empty/],
  ["an address of another machine", async () => 0, "192.0.2.1", /no address 192\.0\.2\.1/],
];

test.each(UNAVAILABLE)("says what to do about %s", async (_what, port, host, message) => {
  const failure = createSandbox().listen(await port(), host);
  await expect(failure).rejects.toMatchObject({ name: "Failure", code: 2, message: expect.stringMatching(message) });
});

test("a bundle for a browser holds it without any module of Node, and says that it cannot listen there", async () => {
  const { outputFiles, warnings } = await build({
    stdin: {
      contents: 'import { createSandbox } from "pandapon-codegen/sandbox"; globalThis.made = createSandbox();',
      resolveDir: ROOT,
    },
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
  });
  expect(warnings).toEqual([]);
  const code = outputFiles[0]?.text ?? ""; // a module of Node would have failed the build
  const page = { made: createSandbox(), process: undefined };
  new Function("globalThis", code)(page);
  await expect(page.made.listen()).rejects.toThrow("Only Node, Bun and Deno can listen");
  const answer = await page.made.fetch("https://api.pandapon.com/no/such/path", { method: "POST" });
  expect(answer.headers.get("x-sandbox")).toBe("pandapon");
});
