// Programs that call the methods of small contracts compile, and calls that the contract does not allow do not.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generate } from "pandapon-codegen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilers, tsc } from "../support/compilers.js";
import { link } from "../support/packed.js";
import { ROOT, writeSmallSpec, type Edit } from "../support/workspace.js";

const LIST = "paths/shop/order.yaml";
const CANCEL = "paths/shop/order/{orderId}.yaml";

/** A body for the operation whose path takes the order's id. */
const withBody = (required: boolean): Edit => [
  CANCEL,
  "responses:\n",
  `requestBody:
    description: Why.
    required: ${String(required)}
    content:
      application/json:
        schema:
          type: object
          description: Why.
          required: [reason]
          properties:
            reason: { type: string, description: The reason., examples: [late] }
            note: { type: string, description: A note., examples: [Sorry] }
        example: { reason: late }
  responses:
`,
];

/** A parameter of the query that goes into the body instead, and one that stays in the query. */
const WITH_ALTERNATIVE: Edit = [
  LIST,
  "parameters:\n",
  `parameters:
    - { name: sort, in: query, x-alternative: body, description: The order., schema: { type: boolean, description: The order. }, example: true }
`,
];

const WITHOUT_INPUT: Edit = [
  CANCEL,
  "in: path\n      required: true",
  "in: path\n      required: true\n      x-alternative: body",
];

const WITH_COMMENT_SIGNS: Edit = [
  LIST,
  "description: Lists the orders of a shop, page by page.",
  "description: |-\n    Lists orders */ of\n\n    `**/*`.",
];

interface Case {
  what: string;
  edits: Edit[];
  program: string;
  /** What the compiler says; nothing if the program compiles. */
  says?: RegExp;
}

const CASES: Case[] = [
  {
    what: "path and body are one input",
    edits: [withBody(true)],
    program: `
      shop.orders.cancel({ orderId: "1", reason: "late", note: "Sorry" });
      // @ts-expect-error the path's parameter is missing
      shop.orders.cancel({ reason: "late" });
      // @ts-expect-error a member of the body is missing
      shop.orders.cancel({ orderId: "1" });
      // @ts-expect-error there is no such input
      shop.orders.cancel({ orderId: "1", reason: "late", raeson: "late" });
      // @ts-expect-error something is required
      shop.orders.cancel();
    `,
  },
  {
    what: "if the body is optional, every member of it is",
    edits: [withBody(false)],
    program: `
      shop.orders.cancel({ orderId: "1" });
      shop.orders.cancel({ orderId: "1", reason: "late" });
      // @ts-expect-error the path's parameter is missing
      shop.orders.cancel({ reason: "late" });
    `,
  },
  {
    what: "one parameter of the query goes into the body, and another stays",
    edits: [WITH_ALTERNATIVE],
    program: `
      const sort: Input<"shop.orders.list">["sort"] = { afterOrderId: "1" };
      shop.orders.list({ shopId: "1", pageNo: 1, sort: sort ?? {} });
      // @ts-expect-error the form that the query has is not accepted
      shop.orders.list({ shopId: "1", pageNo: 1, sort: true });
    `,
  },
  {
    what: "an operation without inputs",
    edits: [WITHOUT_INPUT],
    program: `
      shop.orders.cancel();
      shop.orders.cancel({}, {});
      // @ts-expect-error there is no input
      shop.orders.cancel({ orderId: "1" });
    `,
  },
  {
    what: "a list comes in result pages, and data is unwrapped",
    edits: [],
    program: `
      const page: Result<"shop.orders.list"> = { total: 1, orders: [{ orderId: "21", note: null }] };
      const orders: AsyncIterable<Item<"shop.orders.list">> = shop.orders.list({ shopId: "1", pageNo: 1 }).items();
      for await (const { orderId, price } of orders) [orderId satisfies string | undefined, price satisfies number | undefined];
      // @ts-expect-error cancelling gives no list
      shop.orders.cancel({ orderId: "1" }).items();
      export { page };
    `,
  },
  {
    what: "a result with described members is never undefined",
    edits: [],
    program: `
      const order: Result<"shop.orders.cancel"> = await shop.orders.cancel({ orderId: "1" });
      order.orderId satisfies string | undefined;
      // @ts-expect-error it is an object
      const nothing: Result<"shop.orders.cancel"> = undefined;
      export { nothing };
    `,
  },
  {
    what: "a result without described members may be undefined",
    edits: [
      [CANCEL, "$ref: ../../../components/schemas/Order.yaml", "{ type: boolean, description: Whether it worked. }"],
    ],
    program: `
      const nothing: Result<"shop.orders.cancel"> = undefined;
      // @ts-expect-error it may be undefined
      const flag: boolean = await shop.orders.cancel({ orderId: "1" });
      export { nothing, flag };
    `,
  },
  {
    what: "a description has several lines, and the sign that ends a comment",
    edits: [WITH_COMMENT_SIGNS],
    program: "shop.orders.list;",
  },
  {
    what: "a call that the contract does not have",
    edits: [],
    program: "shop.orders.open();",
    says: /^program\.ts\(3,13\): error TS2339: Property 'open' does not exist/,
  },
];

let dir: string;

/** The folder of a case; the compiler names its files by it. */
const folderOf = (index: number): string => `case-${index}`;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  cpSync(path.join(ROOT, "dist/src"), path.join(dir, "src"), { recursive: true });
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) link(name, dir);
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  for (const [index, { edits, program }] of CASES.entries()) {
    const out = path.join(dir, folderOf(index));
    const spec = path.join(dir, `spec-${index}`);
    writeSmallSpec(spec, ...edits);
    await generate({ spec, out, runtime: "../src" });
    writeFileSync(
      path.join(out, "program.ts"),
      `import type { Input, Item, Methods, Result } from "./methods.js";\ndeclare const shop: Methods["shop"];\n${program}`,
    );
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    types: [],
  };
  const files = CASES.map((_one, index) => `${folderOf(index)}/program.ts`);
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.each(compilers)("TypeScript $version", (compiler) => {
  let lines: string[];

  // One process for all programs: each has its own contract, and all share the runtime.
  beforeAll(async () => {
    const { stdout, stderr } = await tsc(compiler, ["-p", "."], dir);
    expect(stderr).toBe("");
    lines = stdout.split("\n").filter((line) => line !== "");
  });

  test.each(CASES.map((one, index) => ({ ...one, index })))("$what", ({ index, says }) => {
    const prefix = `${folderOf(index)}/`;
    const own = lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
    expect(own.join("\n")).toMatch(says ?? /^$/);
  });

  test("nothing else is reported", () => {
    expect(lines).toHaveLength(CASES.filter(({ says }) => says !== undefined).length);
  });
});
