// What failures on demand answer: it fits the contract, and it can be asked for at the test door.
import { expect, test } from "vitest";
import { operationTable, type OperationInfo } from "../../dist/src/index.js";
import { faces, type Operation } from "../support/calls.js";
import { exampleInputs } from "../support/bundle.js";
import { startSandbox } from "../support/sandbox.js";
import { KIND_NAMES } from "../../scripts/dist/sandbox/faults/kinds.js";

// Its names are those of the table.
const OPERATIONS = Object.keys(operationTable) as Operation[];
const table: Record<string, OperationInfo> = operationTable;
const WITH_LEVEL = OPERATIONS.filter((id) => table[id]?.success !== undefined);
const [[, byMethod] = expect.fail("no way to call")] = faces;

test.each([
  ["envelope-error", false, OPERATIONS],
  ["second-level", false, WITH_LEVEL],
  ["content-type", false, OPERATIONS],
] as const)("%s of every operation fits the contract", async (kind, acts, operations) => {
  // startSandbox holds each answer against the contract.
  const { sandbox, url } = await startSandbox();
  const options = { ...sandbox.credentials, baseUrl: url, signWarehouse: () => ({ timestamp: "1", sign: "2" }) };
  for (const operation of operations) {
    sandbox.fail({ kind, acts, operation });
    const { error } = await byMethod(options, operation, exampleInputs(operation));
    const expected = kind === "content-type" ? undefined : { kind: "api", outcome: "refused" };
    if (expected === undefined) expect([operation, error]).toEqual([operation, undefined]);
    else expect(error, operation).toMatchObject(expected);
  }
  expect(sandbox.log.map(({ operation, fault }) => [operation, fault])).toEqual(operations.map((id) => [id, kind]));
});

test("the test door takes rules as JSON, lists them and takes them back", async () => {
  const { door, pandapon } = await startSandbox();
  const search = (keyword: string): Promise<unknown> =>
    pandapon.alibaba.products.search({ keyword }).then(
      () => "ok",
      (error: { code?: string }) => error.code,
    );
  const rule = { operation: "alibaba.products.*", when: { keyword: "x" }, kind: "envelope-error", code: 7, times: 2 };
  expect(await door("POST", "/sandbox/faults", rule)).toEqual({ faults: [rule] });
  expect([await search("t"), await search("x")]).toEqual(["ok", "7"]);
  expect(await door("GET", "/sandbox/faults")).toEqual({ faults: [{ ...rule, times: 1 }] });
  expect(await door("DELETE", "/sandbox/faults")).toEqual({ faults: [] });
  expect(await search("x")).toBe("ok");

  const endless = { kind: "envelope-error", code: 8, times: "Infinity" };
  expect(await door("POST", "/sandbox/faults", endless)).toEqual({ faults: [endless] });
  expect([await search("x"), await search("t"), await search("x")]).toEqual(["8", "8", "8"]);
  await door("DELETE", "/sandbox/faults");
  // JSON.stringify writes Infinity as null.
  expect(await door("POST", "/sandbox/faults", { ...endless, times: Infinity })).toEqual({ faults: [endless] });
  await expect(door("POST", "/sandbox/faults", { kind: "slw" })).rejects.toThrow("Did you mean slow?");
  await expect(door("POST", "/sandbox/faults", [])).rejects.toThrow("A rule is an object such as");
});

test("an answer that was asked to fail says so in a header, and no other does", async () => {
  const { sandbox } = await startSandbox();
  const quiet = KIND_NAMES.filter((kind) => kind !== "slow" && !kind.startsWith("reset"));
  const call = async (): Promise<string | null> => {
    // Whether it is signed is another test's.
    const sign = { "access-key": sandbox.credentials.accessKey };
    const answer = await sandbox.fetch("http://sandbox/alibaba/order/detail", { method: "POST", headers: sign });
    return answer.headers.get("x-sandbox-fault");
  };
  sandbox.fail({ kind: "html-page" });
  // A refused request meets no failure: the rule stays.
  expect(await call()).toBeNull();
  const seen: (string | null)[] = [];
  sandbox.reset("faults");
  const options = {
    ...sandbox.credentials,
    maxRetries: 0,
    fetch: async (...request: Parameters<typeof sandbox.fetch>) => {
      const answer = await sandbox.fetch(...request);
      seen.push(answer.headers.get("x-sandbox-fault"));
      return answer;
    },
  };
  for (const kind of quiet) {
    sandbox.fail({ kind });
    await byMethod(options, "alibaba.orders.cancel", exampleInputs("alibaba.orders.cancel"));
  }
  expect(seen).toEqual(quiet);
});
