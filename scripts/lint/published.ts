// Checks a published contract that its user has changed, as far as a client of it needs.
import { BaseResolver, createConfig, lintDocument, Source, type Plugin } from "@redocly/openapi-core";
import { isCircular } from "../core/circular.js";
import { isObject } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { below } from "../core/pointer.js";
import { splitFix } from "../core/problem.js";
import { FIXES } from "./fixes.js";
import { plugin } from "./plugin.js";
import { typeExtensionWith } from "./shared/extensions.js";

const RULES = {
  struct: "error",
  "no-unresolved-refs": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "security-defined": "error",
  "pandapon/input-names": "error",
  "pandapon/no-circular-schemas": "error",
  "pandapon/operation-id": "error",
  "pandapon/path-parameters": "error",
  "pandapon/response-pointers": "error",
} as const;

/** What a user adds need not say which of PandaPon's pages it rests on. */
const own: Plugin = { ...plugin, typeExtension: typeExtensionWith(["x-effect"]) };

/** @returns what is wrong, each with its place in the contract and the fix; empty if nothing is */
export async function verifyPublished(document: Document): Promise<string[]> {
  const outside = [...refsIn(document)].find(([, ref]) => !ref.startsWith("#/"));
  if (outside !== undefined) {
    return [
      `${outside[0]}: the $ref ${outside[1]} leads out of the contract. Write what it stands for into the overlay.`,
    ];
  }
  const config = await createConfig({ plugins: [own], rules: RULES });
  try {
    const found = await lintDocument({
      document: { source: new Source("openapi.json", ""), parsed: document },
      config,
      externalRefResolver: new BaseResolver(),
    });
    return found.map(({ ruleId, message: text, location }) => {
      const { message, fix = FIXES[ruleId] ?? "" } = splitFix(text);
      return `${location[0]?.pointer ?? "#/"}: ${message} ${fix}`.trim();
    });
  } catch (error) {
    if (!isCircular(error)) throw error;
    return [`a $ref leads back to itself. ${error.message}`];
  }
}

function* refsIn(value: unknown, pointer = "#"): Generator<[pointer: string, ref: string]> {
  if (isObject(value) && typeof value["$ref"] === "string") yield [pointer, value["$ref"]];
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* refsIn(member, below(pointer, key));
}
