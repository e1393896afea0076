// Checks a published contract that its user has changed, as far as a client of it needs.
import { BaseResolver, createConfig, lintDocument, Source, type Oas3Rule, type Plugin } from "@redocly/openapi-core";
import { isCircular } from "../core/circular.js";
import { alone, isObject } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { below } from "../core/pointer.js";
import { splitFix } from "../core/problem.js";
import { referredIn, refsOfMapping } from "../core/refs.js";
import { FIXES } from "./fixes.js";
import { plugin, rules } from "./plugin.js";
import { inputNamesWith } from "./rules/input-names.js";
import { typeExtensionWith } from "./shared/extensions.js";

const RULES = {
  struct: "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "security-defined": "error",
  "pandapon/input-names": "error",
  "pandapon/no-circular-schemas": "error",
  "pandapon/operation-id": "error",
  "pandapon/path-parameters": "error",
  "pandapon/response-pointers": "error",
} as const;

/** Without those that are for the files in spec/. */
const { struct: _struct, "security-defined": _security, ...OWN_FIXES } = FIXES;

/**
 * What a user adds need not name a page of PandaPon as evidence. A user who renames a field of a body need not know that some pages
 * show a parameter for it.
 */
const own: Plugin = {
  ...plugin,
  // Redocly passes the same nodes; its types only lack the contract's x- fields.
  rules: { oas3: { ...rules, "input-names": inputNamesWith(false) } as unknown as Record<string, Oas3Rule> },
  typeExtension: typeExtensionWith(["x-effect"]),
};

/** @returns what is wrong, each with its place in the contract and the fix; empty if nothing is */
export async function verifyPublished(document: Document): Promise<string[]> {
  const follow = referredIn(document);
  for (const [pointer, ref] of refsIn(document)) {
    if (!ref.startsWith("#/")) {
      return [`${pointer}: the $ref ${ref} leads out of the contract. Write what it stands for into the overlay.`];
    }
    if (follow(alone({ $ref: ref })) === undefined) {
      return [`${pointer}: the $ref ${ref} leads nowhere. Correct it, or add what it names.`];
    }
  }
  try {
    return await problemsOf(document, RULES);
  } catch (error) {
    if (isCircular(error)) return [`a $ref leads back to itself. ${error.message}`];
    // A rule does not expect a node of a wrong kind: the rule `struct` names it.
    const problems = await problemsOf(document, { struct: RULES.struct });
    if (problems.length === 0) throw error;
    return problems;
  }
}

async function problemsOf(document: Document, rules: Partial<typeof RULES>): Promise<string[]> {
  const found = await lintDocument({
    document: { source: new Source("openapi.json", ""), parsed: document },
    config: await createConfig({ plugins: [own], rules }),
    externalRefResolver: new BaseResolver(),
  });
  return found.map(({ ruleId, message: text, location }) => {
    const { message, fix = OWN_FIXES[ruleId] ?? "Correct the overlay." } = splitFix(text);
    return `${location[0]?.pointer ?? "#/"}: ${message.replace(/[^.!?]$/, "$&.")} ${fix}`;
  });
}

function* refsIn(value: unknown, pointer = "#"): Generator<[pointer: string, ref: string]> {
  if (isObject(value) && typeof value["$ref"] === "string") yield [pointer, value["$ref"]];
  if (typeof value !== "object" || value === null) return;
  if (isObject(value)) for (const ref of refsOfMapping(value)) yield [below(pointer, "discriminator", "mapping"), ref];
  for (const [key, member] of Object.entries(value)) yield* refsIn(member, below(pointer, key));
}
