// Nonces are random, all different in all processes and threads, and cheap.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { randomNonce, signer } from "../../dist/src/signing.js";
import { credentials } from "../support/calls.js";
import { ROOT, run, temporaryFolder } from "../support/workspace.js";

afterEach(() => vi.restoreAllMocks());

test("a nonce has 32 letters and digits", () => {
  for (let count = 0; count < 1_000; count += 1) expect(randomNonce()).toMatch(/^[A-Za-z0-9]{32}$/);
});

test("every character is as likely as any other, in every place", () => {
  const rounds = 20_000;
  const counts = Array.from({ length: 32 }, () => new Map<string, number>());
  for (let round = 0; round < rounds; round += 1) {
    const nonce = randomNonce();
    counts.forEach((count, at) => count.set(nonce.charAt(at), (count.get(nonce.charAt(at)) ?? 0) + 1));
  }
  const chiSquared = (found: number[], expected: number): number =>
    found.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  for (const count of counts) {
    expect(count.size).toBe(62);
    // With 61 degrees of freedom, chi-squared is above 150 less than once in a hundred million times.
    expect(chiSquared([...count.values()], rounds / 62)).toBeLessThan(150);
  }
  const total = new Map<string, number>();
  for (const count of counts) for (const [letter, many] of count) total.set(letter, (total.get(letter) ?? 0) + many);
  expect(chiSquared([...total.values()], (rounds * 32) / 62)).toBeLessThan(150);
});

test("a nonce function of the caller is used instead, and no bytes are drawn", () => {
  const draw = vi.spyOn(crypto, "getRandomValues");
  const nonce = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  const sign = signer({ ...credentials, nonce: () => nonce });
  for (let count = 0; count < 100; count += 1) expect(sign()["nonce-str"]).toBe(nonce);
  expect(draw).not.toHaveBeenCalled();
});

test("processes, cluster workers and worker threads never make the same nonce, even if their parent made some before", async () => {
  const file = path.join(temporaryFolder(), "nonces.mjs");
  const signing = pathToFileURL(path.join(ROOT, "dist/src/signing.js")).href;
  writeFileSync(
    file,
    `import { fork } from "node:child_process";
     import cluster from "node:cluster";
     import { isMainThread, parentPort, Worker } from "node:worker_threads";
     import { randomNonce } from ${JSON.stringify(signing)};

     const own = Array.from({ length: 5_000 }, randomNonce);
     const received = (from) => new Promise((resolve) => from.once("message", resolve));
     if (!isMainThread) parentPort.postMessage(own);
     else if (process.send) process.send(own, () => process.disconnect());
     else {
       const [thread, child, worker] = [new Worker(new URL(import.meta.url)), fork(import.meta.filename), cluster.fork()];
       const all = [own, ...(await Promise.all([thread, child, worker].map(received)))];
       console.log(JSON.stringify([all.map(({ length }) => length), new Set(all.flat()).size]));
     }`,
  );
  const { stdout, stderr } = await run(process.execPath, [file], ROOT);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([[5_000, 5_000, 5_000, 5_000], 20_000]);
});
