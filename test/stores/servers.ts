// Starts Redis and PostgreSQL for the tests, in a temporary folder and on loopback, and ends them by their process ids.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string;
    postgresUrl: string;
  }
}

const DEADLINE_MS = 20_000;
const POSTGRES_VERSIONS = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs: Debian puts them outside of PATH, one folder per version. */
function postgresFolder(): string | undefined {
  const folders = existsSync(POSTGRES_VERSIONS)
    ? readdirSync(POSTGRES_VERSIONS)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(POSTGRES_VERSIONS, version, "bin"))
    : [];
  return [...folders, ...(process.env["PATH"] ?? "").split(path.delimiter)].find(
    (folder) => folder !== "" && existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")),
  );
}

/** Who runs PostgreSQL, which refuses to run as root: the user that Debian's package makes. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString()));
  if (!uid || !gid) throw new Error("There is no user postgres. Run `apt-get install postgresql`.");
  return { uid, gid };
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .on("error", reject)
      .listen(0, "127.0.0.1", () => {
        // Always an object for a server on a port.
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
  });
}

/** Waits until a process says that it is ready. @throws Error with what it printed if it ends or needs too long */
function ready(name: string, child: ChildProcess, sign: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (reason: string) => reject(new Error(`${name} ${reason}:\n${printed}`));
    const timer = setTimeout(() => fail(`was not ready within ${DEADLINE_MS / 1000} s`), DEADLINE_MS);
    const read = (chunk: unknown) => {
      printed += String(chunk);
      if (!printed.includes(sign)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("error", (error) => fail(error.message));
    child.on("exit", () => {
      clearTimeout(timer);
      fail("ended");
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    // Of PostgreSQL a fast shutdown: it ends the connections that are left.
    child.kill("SIGINT");
  });
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = postgresFolder();
  const missing = [
    ...(spawnSync("redis-server", ["--version"]).status === 0 ? [] : ["redis-server"]),
    ...(postgres === undefined ? ["postgresql"] : []),
  ];
  if (missing.length > 0 || postgres === undefined) {
    throw new Error(`These tests need Redis and PostgreSQL. Run \`apt-get install ${missing.join(" ")}\`.`);
  }
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-stores-"));
  const user = unprivileged();
  const running: ChildProcess[] = [];
  const teardown = async () => {
    await Promise.all(running.map(end));
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const data = path.join(dir, "data");
    // The user of PostgreSQL writes in it.
    chmodSync(dir, 0o777);
    const options = { ...user, cwd: dir };
    const made = spawnSync(
      path.join(postgres, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"],
      options,
    );
    if (made.status !== 0) throw new Error(`initdb failed:\n${made.stderr.toString()}`);
    const [redisPort, postgresPort] = [await freePort(), await freePort()];
    const redis = spawn(
      "redis-server",
      ["--bind", "127.0.0.1", "--port", `${redisPort}`, "--save", "", "--appendonly", "no"],
      {
        cwd: dir,
      },
    );
    running.push(redis);
    const settings = [
      "listen_addresses=127.0.0.1",
      `unix_socket_directories=${dir}`,
      "fsync=off",
      "max_connections=60",
    ];
    const database = spawn(
      path.join(postgres, "postgres"),
      ["-D", data, "-p", `${postgresPort}`, ...settings.flatMap((setting) => ["-c", setting])],
      options,
    );
    running.push(database);
    await Promise.all([
      ready("redis-server", redis, "Ready to accept connections"),
      ready("postgres", database, "ready to accept connections"),
    ]);
    provide("redisUrl", `redis://127.0.0.1:${redisPort}`);
    provide("postgresUrl", `postgres://postgres@127.0.0.1:${postgresPort}/postgres`);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
