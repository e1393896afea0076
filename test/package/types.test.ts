// The published types compile for a consumer, declarations checked, under the TypeScripts that people have.
import { copyFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compilers, tsc, type Compiler } from "../support/compilers.js";
import type { PackageName } from "../support/packages.js";
import { install, link } from "../support/packed.js";
import { ROOT, run, temporaryFolder, type Ran } from "../support/workspace.js";

const OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  // The compiler's own declarations are not ours: checking them takes most of the time.
  skipDefaultLibCheck: true,
  // As libraries set it: each type that is inferred must have a name that can be imported.
  declaration: true,
  noEmit: true,
  target: "es2022",
};

/** What consumers write, in test/types. */
const PROGRAMS = [
  "consumer.ts",
  "methods.ts",
  "method-calls.ts",
  "path-calls.ts",
  "parts.ts",
  "request-calls.ts",
  "signing.ts",
  "webhooks.ts",
  "same.ts",
];
/** What they write who declare what real calls have shown: for a whole program, so apart from the others. */
const OBSERVING = ["observed.ts", "same.ts"];

/** How modules are found, and whose `fetch` it is: Node's own, or the web's. */
const SETUPS = [
  { module: "nodenext", lib: ["es2022"], types: ["node"] },
  { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom", "dom.iterable"], types: [] },
];

/** A user of a contract of their own: the table carries the types, so there is no cast. */
const SHOP = `
  import { anyRequest, createClient, createPandaPon, listPages, type Call } from "pandapon-openapi/core";
  import { operationTable } from "./generated/operations.js";
  import type { Result } from "./generated/methods.js";

  const { shop } = createPandaPon({}, operationTable, { lists: listPages });
  // @ts-expect-error the table has a list
  void createPandaPon({}, operationTable);
  export const cancelled: Call<Result<"shop.orders.cancel">> = shop.orders.cancel({ orderId: 2542285634920880794n });
  // @ts-expect-error there is no such operation
  void shop.orders.pay;
  // @ts-expect-error an id is a string or a bigint
  void shop.orders.cancel({ orderId: true });

  const client = createClient({}, operationTable);
  export const answer = client.GET("/shop/order/{orderId}", { params: { path: { orderId: "1" } } });
  // @ts-expect-error there is no such path
  void client.GET("/shop/parcel");
  export const filledIn: Call<Result<"shop.orders.cancel">> = createPandaPon({}, operationTable, { lists: listPages, request: anyRequest }).request("GET", "/shop/order/1");
  // @ts-expect-error a client without the part has no such method
  void createPandaPon({}, operationTable, { lists: listPages }).request;
`;

/** The same user has seen more than the contract says. */
const SHOP_OBSERVED = `
  import type { Int64 } from "pandapon-openapi";
  import { createClient, createPandaPon, listPages } from "pandapon-openapi/core";
  import { operationTable } from "./generated/operations.js";
  import type { Result } from "./generated/methods.js";

  declare module "pandapon-openapi" {
    interface Observed {
      "shop.orders.cancel": { result: { parcelId: Int64 } };
    }
  }
  declare const result: Result<"shop.orders.cancel">;
  export const own: string = result.parcelId;
  const { shop } = createPandaPon({}, operationTable, { lists: listPages });
  export const called: string = (await shop.orders.cancel({ orderId: 1n })).parcelId;
  const { data } = await createClient({}, operationTable).GET("/shop/order/{orderId}", { params: { path: { orderId: "1" } } });
  export const byPath: string | undefined = data?.data.parcelId;
  // @ts-expect-error it is text
  void (result.parcelId === 1);
`;

/** A folder with a packed package installed. The tool chain brings the runtime along. */
function consumer(name: PackageName = "pandapon-openapi"): string {
  const dir = temporaryFolder();
  install(name, dir);
  for (const name of ["@types/node", "undici-types"]) link(name, dir);
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  return dir;
}

function compile(compiler: Compiler, files: string[], module: object, dir: string): Promise<Ran> {
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...OPTIONS, ...module }, files }));
  return tsc(compiler, ["-p", "."], dir);
}

describe.each(compilers)("TypeScript $version", (compiler) => {
  test("has that version", async () => {
    expect((await tsc(compiler, ["--version"], ROOT)).stdout).toContain(`Version ${compiler.version}.`);
  });

  test.each(SETUPS)("skipLibCheck off, module $module", async (setup) => {
    const dir = consumer();
    for (const program of PROGRAMS) copyFileSync(path.join(ROOT, "test/types", program), path.join(dir, program));
    expect(await compile(compiler, PROGRAMS, setup, dir)).toMatchObject({ code: 0, stdout: "" });
  });

  test.each(SETUPS)("what real calls have shown, declared by a user, module $module", async (setup) => {
    const dir = consumer();
    for (const program of OBSERVING) copyFileSync(path.join(ROOT, "test/types", program), path.join(dir, program));
    expect(await compile(compiler, OBSERVING, setup, dir)).toMatchObject({ code: 0, stdout: "" });
  });

  test("what `pandapon generate` writes in a foreign folder, by both module settings", async () => {
    const dir = consumer("pandapon-codegen");
    cpSync(path.join(ROOT, "test/fixtures/spec"), path.join(dir, "spec"), { recursive: true });
    const command = path.join(dir, "node_modules/pandapon-codegen/bin/pandapon.js");
    expect(await run(process.execPath, [command, "generate"], dir)).toMatchObject({ code: 0, stderr: "" });
    writeFileSync(path.join(dir, "shop.ts"), SHOP);
    writeFileSync(path.join(dir, "shop-observed.ts"), SHOP_OBSERVED);
    for (const setup of SETUPS) {
      for (const program of ["shop.ts", "shop-observed.ts"]) {
        const { code, stdout } = await compile(compiler, [program], setup, dir);
        expect({ setup, program, code, stdout }).toEqual({ setup, program, code: 0, stdout: "" });
      }
    }
  });

  test("the snippets of README and docs/calls.md compile as they are", async () => {
    const dir = consumer("pandapon-codegen");
    const pages = ["README.md", "docs/calls.md"].map((page) => readFileSync(path.join(ROOT, page), "utf8"));
    const snippets = pages.flatMap((page) => [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)]);
    expect(snippets.length).toBeGreaterThan(pages.length);
    const files = snippets.map(([, code = ""], index) => {
      writeFileSync(path.join(dir, `snippet-${index}.ts`), code);
      return `snippet-${index}.ts`;
    });
    expect(await compile(compiler, files, { ...SETUPS[0] }, dir)).toMatchObject({ code: 0, stdout: "" });
  });
});

test("the types need no other package", () => {
  for (const name of ["schema.d.ts", "methods.d.ts"]) {
    const declarations = readFileSync(path.join(ROOT, "generated", name), "utf8");
    expect(declarations).not.toMatch(/\bimport\b.*from "[^.]|\bimport\(|\brequire\(/);
  }
});
