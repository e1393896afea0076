// Hostile requests: each gets an envelope, and none breaks anything. `npm run test:fuzz` sends more of them.
import { stringify } from "lossless-json";
import { expect, test } from "vitest";
import { createSandbox } from "../../scripts/dist/sandbox/index.js";
import { CREDENTIALS, hostileRequests, NOW, sendHostile } from "../fuzz/hostile.mjs";
import { operations, requestExample } from "../support/bundle.js";

const exampleOf = (path: string): string => {
  const found = operations.find((one) => one.path === path);
  const example = found === undefined ? undefined : requestExample(found.id);
  return example === undefined ? "" : (stringify(example) ?? "");
};

test.each([false, true])("800 hostile requests, lenient: %s", async (lenient) => {
  const sandbox = createSandbox({ ...CREDENTIALS, now: () => NOW, lenient });
  const codes = await sendHostile(sandbox, hostileRequests(800, 20_240_514, exampleOf));
  // All kinds of answers are among them, so that the requests are not all refused for one reason.
  expect([...codes.keys()]).toEqual(expect.arrayContaining(["200", "90400", "90401", "90403", "90404", "90405"]));
  expect(JSON.stringify(sandbox.log)).not.toContain(JSON.stringify(CREDENTIALS.accessSecret).slice(1, -1));
});
