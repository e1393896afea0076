// The texts of the published contract that a language translates, each with an address that people can read.
import { isObject, type Node } from "../../core/node.js";
import { METHODS, type Document } from "../../core/openapi.js";
import { ENGLISH, saysWord } from "../site/words.js";
import type { Pointer } from "../../core/pointer.js";

/** One text of the contract. */
export interface ContractText {
  /** `operations/alibaba.orders.get/summary`, `schemas/AlibabaOrder/properties/id/description` */
  address: string;
  english: string;
  /** The node that has the text, as a JSONPath, and the name it has there: for an overlay. */
  target: string;
  name: string;
  /** Whether it is the description of a field or a schema. The others are titles, and what operations say. */
  isField: boolean;
}

/** Keys of the contract whose texts are for readers. */
const READ = new Set(["title", "summary", "description", "x-displayName", "how", "missing", "says", "why"]);
/** What they hold is values, not texts. */
const VALUES = new Set(["example", "examples", "enum", "const", "default", "x-extensible-enum", "x-codeSamples"]);

/** Every text of a bundle, in the order of the document. */
export function textsOf(document: Document): ContractText[] {
  const texts: ContractText[] = [];
  const visit = (value: unknown, pointer: Pointer, address: readonly string[], isNames: boolean): void => {
    if (!isObject(value) && !Array.isArray(value)) return;
    for (const [key, member] of Object.entries(value)) {
      if (!isNames && VALUES.has(key)) continue;
      const at = Array.isArray(value) ? Number(key) : key;
      const next = [...address, stepOf(address, key, member)];
      if (typeof member === "string") {
        const isGroup = key === "name" && address[0] === "x-tagGroups";
        if (isNames || !(READ.has(key) || isGroup) || member.trim() === "") continue;
        // The title of a schema is a name.
        if (key === "title" && address[0] !== "info") continue;
        if (key === "says" && saysWord(member, ENGLISH) !== undefined) continue;
        const isField = address[0] === "schemas" || next.includes("parameters");
        texts.push({ address: next.join("/"), english: member, target: jsonPath(pointer), name: key, isField });
      } else visit(member, [...pointer, at], next, key === "properties" && !isNames);
    }
  };
  const { paths = {}, webhooks = {}, components = {}, ...head } = document;
  visit(head, [], [], false);
  for (const [kind, items] of Object.entries({ paths, webhooks })) {
    for (const [key, item] of Object.entries(items)) {
      for (const method of METHODS) {
        const operation = item[method];
        if (operation === undefined) continue;
        const address = kind === "paths" ? ["operations", operation.operationId] : ["webhooks", key];
        visit(operation, [kind, key, method], address, false);
      }
    }
  }
  for (const [kind, members] of Object.entries(components)) visit(members, ["components", kind], [kind], true);
  return texts;
}

/** Lists are addressed by the name of an item if it has one, so that an address stays when items move. */
function stepOf(address: readonly string[], key: string, member: unknown): string {
  const isNamed = address.length === 1 && address[0] === "tags";
  const name = isObject(member) && (isNamed || address.at(-1) === "parameters") ? (member as Node)["name"] : undefined;
  return typeof name === "string" ? name : key;
}

/** https://www.rfc-editor.org/rfc/rfc9535#section-2.7 */
const jsonPath = (pointer: Pointer): string =>
  `$${pointer
    .map((step) => (typeof step === "number" ? `[${step}]` : `['${step.replaceAll(/[\\']/g, "\\$&")}']`))
    .join("")}`;
