// Declares the contract's own x- fields to Redocly, so that its `struct` rule checks them like any other field.
import type { NodeType, Plugin } from "@redocly/openapi-core";
import { BASES, COMPLETENESS, STATUSES, UNITS } from "../../core/openapi.js";

const text = { type: "string" } as const;
const textList = { type: "array", items: text } as const;

/** What the fields hold, by names of our own. */
const TYPES: Record<string, NodeType> = {
  PandaPonAcceptedList: { properties: {}, items: "PandaPonAccepted" },
  PandaPonAccepted: {
    properties: {
      at: text,
      facet: { enum: ["type", "nullable", "required", "enum", "format", "place", "name"] },
      page: text,
      says: text,
      why: text,
    },
    required: ["at", "facet", "says", "why"],
  },
  PandaPonOperationEvidence: {
    properties: {
      page: text,
      otherPages: textList,
      pageFrom: { enum: ["navigation-order"] },
      modified: text,
      status: { enum: [...STATUSES] },
      request: { enum: [...COMPLETENESS] },
      response: { enum: [...COMPLETENESS] },
      missing: text,
      accepted: "PandaPonAcceptedList",
    },
    required: ["page", "modified", "status", "request", "response"],
  },
  PandaPonSchemaEvidence: {
    properties: {
      basis: { enum: [...BASES] },
      page: text,
      accepted: "PandaPonAcceptedList",
    },
    // These facts name the page that shows them.
    required: ({ basis = "" }: { basis?: string }) => (["v2", "manual", "upstream"].includes(basis) ? ["page"] : []),
  },
  PandaPonCheckWith: { properties: { operation: text, how: text }, required: ["operation", "how"] },
  PandaPonPagination: {
    properties: { page: text, firstPage: { type: "integer" }, size: text, items: text, total: text },
    required: ["page", "firstPage", "size", "items"],
  },
  PandaPonSuccess: { properties: { flag: text, errorCode: text, errorMessage: text }, required: ["flag"] },
};

/** The `x-` fields of each kind of node; the rule known-extensions reports any other. */
export const EXTENSIONS = {
  Operation: {
    "x-effect": { enum: ["read", "write"] },
    "x-check-with": (value: unknown) => (typeof value === "object" ? "PandaPonCheckWith" : { enum: ["none"] }),
    "x-evidence": "PandaPonOperationEvidence",
    "x-pagination": "PandaPonPagination",
    "x-success": "PandaPonSuccess",
  },
  Schema: {
    "x-required": { enum: ["unknown"] },
    "x-optional": textList,
    "x-unit": { enum: [...UNITS] },
    "x-id": { enum: ["text"] },
    "x-open": { type: "boolean" },
    "x-extensible-enum": textList,
    "x-evidence": "PandaPonSchemaEvidence",
  },
  Parameter: {
    "x-required": { enum: ["unknown"] },
    "x-alternative": { enum: ["body"] },
    "x-evidence": "PandaPonSchemaEvidence",
  },
} as const satisfies Record<string, NodeType["properties"]>;

/** @param needed the fields that an operation must have */
export const typeExtensionWith = (needed: readonly string[]): NonNullable<Plugin["typeExtension"]> => ({
  oas3(types) {
    const extended = (kind: keyof typeof EXTENSIONS, more: readonly string[] = []): NodeType => {
      const base = types[kind];
      if (base === undefined) throw new Error(`The linter's engine has no type ${kind}.`);
      const required = Array.isArray(base.required) ? [...base.required, ...more] : [...more];
      return {
        ...base,
        properties: { ...base.properties, ...EXTENSIONS[kind] },
        ...(more.length > 0 && { required }),
      };
    };
    return {
      ...types,
      ...TYPES,
      Operation: extended("Operation", needed),
      Schema: extended("Schema"),
      Parameter: extended("Parameter"),
    };
  },
});

export const typeExtension: NonNullable<Plugin["typeExtension"]> = typeExtensionWith(["x-effect", "x-evidence"]);
