// The entry pandapon-openapi/core with a table of one operation. A bundle holds only that operation, and its calls are typed.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { operationTable } from "../../dist/src/index.js";
import { credentials } from "../support/calls.js";
import { ok, serve } from "../support/server.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

const ID = "alibaba.refunds.get";
const { path: OWN } = operationTable[ID];
const PATHS = [...new Set(Object.values(operationTable).map((info) => info.path))];

/** A program that creates a client, for each kind of client. */
const table = `{ ${JSON.stringify(ID)}: ${JSON.stringify(operationTable[ID])} }`;
const PROGRAMS = {
  methods: `import { createPandaPon } from "pandapon-openapi/core";
    export const call = (options, input) => createPandaPon(options, ${table}).alibaba.refunds.get(input);`,
  paths: `import { createClient } from "pandapon-openapi/core";
    export const call = async (options, body) => (await createClient(options, ${table}).POST(${JSON.stringify(OWN)}, { body })).data.data;`,
};

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The paths of operations that a bundle contains as text. */
const pathsIn = (bundle: string): string[] => PATHS.filter((one) => bundle.includes(JSON.stringify(one))).sort();

describe.each(Object.entries(PROGRAMS))("calls by %s", (_face, program) => {
  test("a bundle holds the one operation and works", async () => {
    const bundle = await bundled(program);
    expect(pathsIn(bundle)).toEqual([OWN]);

    const file = path.join(temporaryFolder(), "bundle.mjs");
    writeFileSync(file, bundle);
    // The program above exports it.
    const { call } = (await import(pathToFileURL(file).href)) as { call: (...args: object[]) => Promise<unknown> };
    const { url, requests } = await serve(ok({ refundId: "TQ254228563492088079" }));
    const data = await call({ ...credentials, baseUrl: url }, { refundId: "TQ254228563492088079" });
    expect(data).toEqual({ refundId: "TQ254228563492088079" });
    expect(requests.map((one) => one.url)).toEqual([OWN]);
  });
});

test("the main entry holds every operation", async () => {
  const bundle = await bundled('export { createPandaPon } from "pandapon-openapi";');
  expect(pathsIn(bundle)).toEqual([...PATHS].sort());
});
