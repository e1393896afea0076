// Small contracts with one operation per case, to compare in one run.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { contractDiff, type ContractDiff } from "../../scripts/dist/entries/contract-diff.js";
import type { Node } from "../support/bundle.js";

export const A: Node = { type: "string", description: "A." };
export const B: Node = { type: "string", description: "B." };
export const C: Node = { type: "string", description: "C." };

/** An object that takes no other fields. A field whose name ends in `!` is required. */
export function closed(fields: Record<string, Node>): Node {
  const required = Object.keys(fields).flatMap((name) => (name.endsWith("!") ? [name.slice(0, -1)] : []));
  const properties = Object.entries(fields).map(([name, field]) => [name.replace(/!$/, ""), field]);
  return { type: "object", properties: Object.fromEntries(properties), ...(required.length > 0 && { required }) };
}
/** An object that takes other fields too: to rename a field of it that callers send is documentation. */
export const open = (fields: Record<string, Node>): Node => ({ ...closed(fields), additionalProperties: C });
export const list = (items: Node): Node => ({ type: "array", items });
export const jsonText = (contentSchema: Node): Node => ({
  type: "string",
  contentMediaType: "application/json",
  contentSchema,
});

export interface DiffCase {
  what: string;
  /** A body that callers send, unless `received`. */
  old: Node;
  new: Node;
  received?: true;
  /** All that is found: impact, kind and place. */
  finds: string[];
}

const operationIdOf = (at: number): string => `shop.case${at}`;

/** A contract with one operation per case. */
function contract(cases: DiffCase[], side: "old" | "new"): Node {
  const operation = (one: DiffCase, at: number): Node => {
    const message = { content: { "application/json": { schema: one[side] } } };
    return {
      operationId: operationIdOf(at),
      "x-effect": "read",
      "x-evidence": {
        page: "https://doc.example.org/api-1",
        modified: "2025-01-01 06:32:46",
        status: "released",
        request: "complete",
        response: "complete",
      },
      ...(!one.received && { requestBody: message }),
      responses: { 200: { description: "OK.", ...(one.received && message) } },
    };
  };
  return {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: Object.fromEntries(cases.map((one, at) => [`/${at}`, { post: operation(one, at) }])),
    components: { schemas: { Shared: { ...closed({ a: A }), description: "A shape that cases may refer to." } } },
  };
}

export async function compared(cases: DiffCase[]): Promise<ContractDiff> {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  const files = { old: path.join(dir, "old.json"), new: path.join(dir, "new.json") };
  for (const side of ["old", "new"] as const) writeFileSync(files[side], JSON.stringify(contract(cases, side)));
  return contractDiff(files).finally(() => rmSync(dir, { recursive: true }));
}

/** What was found in the operation of a case: impact, kind and place, sorted. */
export const foundIn = ({ changes }: ContractDiff, at: number): string[] =>
  changes
    .flatMap(({ impact, kind, uses }) =>
      uses
        .filter(({ operationId }) => operationId === operationIdOf(at))
        .map(({ place }) => `${impact} ${kind} ${place}`),
    )
    .sort();
