// `Observed` and `PandaPonError` are the same for ESM and CommonJS files of one program, whatever order TypeScript reads them in.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compilers, tsc } from "../support/compilers.js";
import { installed } from "../support/packed.js";
import { temporaryFolder } from "../support/workspace.js";

/** Files that add to the interface, by name: two of each format. */
const ADDING = ["a.mts", "b.mts", "c.cts", "d.cts"];
const adding = (file: string) => `
  import type {} from "pandapon-openapi";
  declare module "pandapon-openapi" {
    interface Observed {
      "alibaba.orders.${file}": { result: "${file}" };
    }
  }
`;

/** A file that sees what each of them has added. */
const SEEING = `
  import type { Observed, PandaPon, PandaPonError } from "pandapon-openapi";
  import type { Observed as OfCore, PandaPonError as ErrorOfCore } from "pandapon-openapi/core";
  import type { PandaPonError as ErrorOfSigning } from "pandapon-openapi/signing";
  ${ADDING.map(
    (file, index) => `
      export declare const seen${index}: Observed["alibaba.orders.${file}"]["result"];
      export const same${index}: "${file}" = seen${index};
      export declare const ofCore${index}: OfCore["alibaba.orders.${file}"]["result"];
      export const sameOfCore${index}: "${file}" = ofCore${index};`,
  ).join("\n")}
  export declare let pandapon: PandaPon;
  export declare let error: PandaPonError;
  export declare let ofCore: ErrorOfCore;
  export declare let ofSigning: ErrorOfSigning;
`;
/** A file that uses the types of both formats as the same. */
const BOTH = `
  import * as esm from "./seeing.mjs";
  import * as cjs from "./seeing.cjs";
  export const errors: (typeof esm.error)[] = [cjs.error, cjs.ofCore, cjs.ofSigning, esm.ofCore, esm.ofSigning];
  export const back: (typeof cjs.error)[] = errors;
  export const clients: (typeof esm.pandapon)[] = [cjs.pandapon];
`;

/** What decides is the first file, and whether one of the other format comes between two of the same. */
const ORDERS = [
  { module: "nodenext", order: ["a.mts", "b.mts", "c.cts", "d.cts"] },
  { module: "node16", order: ["a.mts", "c.cts", "b.mts", "d.cts"] },
  { module: "nodenext", order: ["c.cts", "d.cts", "a.mts", "b.mts"] },
  { module: "node16", order: ["c.cts", "a.mts", "d.cts", "b.mts"] },
];

describe.each(compilers)("TypeScript $version", (compiler) => {
  test("ESM and CommonJS files of one program", async () => {
    const dir = temporaryFolder();
    installed(dir);
    for (const file of ADDING) writeFileSync(path.join(dir, file), adding(file));
    for (const file of ["seeing.mts", "seeing.cts"]) writeFileSync(path.join(dir, file), SEEING);
    writeFileSync(path.join(dir, "both.mts"), BOTH);
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];
    const compiled = ORDERS.map(async ({ module, order }) => {
      const { stdout } = await tsc(compiler, [...options, "--module", module, ...order, "both.mts"], dir);
      return { module, order, stdout };
    });
    expect((await Promise.all(compiled)).filter(({ stdout }) => stdout !== "")).toEqual([]);
  });
});
