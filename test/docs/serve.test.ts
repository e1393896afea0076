// `pandapon docs --serve`: shows the site, builds it again when the spec folder changes, and keeps the last good one.
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
import { serveSite } from "../../scripts/dist/docs/index.js";
import { writeSmallDocs } from "../support/small-docs.js";
import { pandapon, temporaryFolder } from "../support/workspace.js";

interface Running {
  /** The next output that has a text, and what was printed since the last one. */
  says: (text: string) => Promise<string>;
  stop: () => Promise<number>;
}

function serving(args: readonly string[]): Running {
  let printed = "";
  let look = (): void => undefined;
  const write = (text: string): void => {
    printed += text;
    look();
  };
  let interrupt = (): void => undefined;
  const ended = run(["docs", "--serve", ...args], {
    ...{ stdout: { write }, stderr: { write }, env: {} },
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => undefined;
    },
  });
  const stop = (): Promise<number> => {
    interrupt();
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  return {
    stop,
    says: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (!printed.includes(text)) return;
          look = () => undefined;
          resolve(printed);
          printed = "";
        };
        look();
        void ended.then((code) => reject(new Error(`it ended with ${code}: ${printed}`)));
      }),
  };
}

const WAITS = "Watching for changes. Ctrl-C ends it.";

test("serves, builds again after a change, survives a mistake, and ends on an interrupt", async () => {
  const dir = temporaryFolder();
  writeSmallDocs(dir);
  const spec = path.join(dir, "spec");
  const { says, stop } = serving(["--spec", spec, "--port", "0", "--lang", "en,vi"]);
  const first = await says(WAITS);
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(first)?.[0] ?? "none";
  const get = async (file: string): Promise<{ status: number; type: string | null; text: string }> => {
    const response = await fetch(url + file);
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  expect(await get("operations/shop.orders.list.html")).toMatchObject({
    status: 200,
    type: "text/html; charset=utf-8",
  });
  expect((await get("")).text).toContain("Lists the orders of a shop");
  expect((await get("vi/")).text).toContain("Liệt kê đơn hàng");
  expect(await get("operations/shop.orders.list.md")).toMatchObject({ status: 200, type: "text/plain; charset=utf-8" });
  expect(await get("nowhere.html")).toMatchObject({
    status: 404,
    text: expect.stringContaining("Page not found") as string,
  });
  expect((await get("%E0%A4%A")).status).toBe(404);
  expect((await get("..%2f..%2fetc/passwd")).status).toBe(404);

  const section = path.join(spec, "docs/10-first-steps.md");
  const good = readFileSync(section, "utf8");
  writeFileSync(section, `${good}\nA new sentence.\n`);
  expect(await says(WAITS)).toMatch(/changed {2}.*10-first-steps\.md[^]*built/);
  expect((await get("sections/first-steps.html")).text).toContain("A new sentence.");

  writeFileSync(section, `${good}\n[nowhere](section:nowhere)\n`);
  expect(await says(WAITS)).toMatch(/10-first-steps\.md:5:/);
  expect((await get("sections/first-steps.html")).text).toContain("A new sentence.");

  writeFileSync(section, good);
  expect(await says(WAITS)).toContain("built");
  expect((await get("sections/first-steps.html")).text).not.toContain("A new sentence.");
  expect(await stop()).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test("a port that is taken, and a spec folder that does not exist", async () => {
  const dir = temporaryFolder();
  writeSmallDocs(dir);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const taken = await pandapon(["docs", "--serve", "--port", String(port)], dir);
  expect(taken).toEqual({
    code: 2,
    stdout: "",
    stderr: `Port ${port} is taken. Take another one: --port 0 takes any that is free.\n`,
  });
  const none = await pandapon(["docs", "--serve", "--port", "0", "--spec", "nowhere"], dir);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/nowhere/) as string });
});

test.each([
  ["an address without a path", "GET // HTTP/1.1", "127.0.0.1", 404],
  ["an address that is none", "GET http://[ HTTP/1.1", "127.0.0.1", 404],
  ["a way out of the site", "GET /../../etc/passwd HTTP/1.1", "127.0.0.1", 404],
  ["a zero", "GET /%00 HTTP/1.1", "127.0.0.1", 404],
  ["a page with a query", "GET /a.html?q=%FF#x HTTP/1.1", "127.0.0.1", 200],
  ["the head of a page", "HEAD /a.html HTTP/1.1", "127.0.0.1", 200],
  ["the head of the events, which ends", "HEAD /.build HTTP/1.1", "127.0.0.1", 404],
  ["a page that is sent", "POST /a.html HTTP/1.1", "127.0.0.1", 405],
  ["everything", "OPTIONS * HTTP/1.1", "127.0.0.1", 405],
  ["an address that is too long", `GET /${"a".repeat(20_000)} HTTP/1.1`, "127.0.0.1", 431],
  ["localhost", "GET /a.html HTTP/1.1", "localhost:8080", 200],
  ["IPv6", "GET /a.html HTTP/1.1", "[::1]:8080", 200],
  ["the name of another site", "GET /a.html HTTP/1.1", "evil.example", 421],
  ["a name that begins like this computer", "GET /a.html HTTP/1.1", "127.0.0.1.evil.example", 421],
  ["a name that ends like this computer", "GET /a.html HTTP/1.1", "evil-localhost", 421],
  ["the events for another site", "GET /.build HTTP/1.1", "evil.example:80", 421],
])("the server answers %s, and goes on", async (_what, line, host, status) => {
  const server = await serveSite();
  onTestFinished(() => server.close());
  server.show(new Map([["a.html", "<p>a</p>"]]));
  const { port } = new URL(server.url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect((await fetch(`${server.url}a.html`)).status).toBe(200);
});

test("each reader of the events hears of a build, also after others have gone", async () => {
  const server = await serveSite();
  onTestFinished(() => server.close());
  const gone = new AbortController();
  const readers = await Promise.all(
    Array.from({ length: 50 }, (_one, index) =>
      fetch(`${server.url}.build?0`, index % 2 === 0 ? { signal: gone.signal } : {}),
    ),
  );
  gone.abort();
  server.show(new Map());
  for (const [index, { body }] of readers.entries()) {
    if (index % 2 === 0) continue;
    let heard = "";
    for await (const bytes of body ?? []) {
      heard += Buffer.from(bytes).toString();
      if (heard.includes("data: built")) break;
    }
    expect(heard).toContain("data: built");
  }
});

test("a page that was built again before it asks for news hears of it at once", async () => {
  const server = await serveSite();
  onTestFinished(() => server.close());
  const first = async (build: string): Promise<string> => {
    const response = await fetch(`${server.url}.build?${build}`);
    const { value } = (await response.body?.getReader().read()) ?? {};
    return new TextDecoder().decode(value);
  };
  const buildOf = async (): Promise<string> => /\.build\?(\d+)/.exec(await (await fetch(server.url)).text())?.[1] ?? "";
  server.show(new Map([["index.html", "<head></head>one"]]));
  const old = await buildOf();
  server.show(new Map([["index.html", "<head></head>two"]]));
  expect(await first(old)).toBe("data: built\n\n");
  expect(await first(await buildOf())).toBe("\n");
});
