// `pandapon docs --serve`: shows the site, builds it again when the spec folder changes, and keeps the last good one.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
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
