// Declares the contract's own x- fields to Redocly, so that its `struct` rule checks them like any other field.
import type { NodeType, Plugin } from "@redocly/openapi-core";
import { COMPLETENESS, STATUSES, UNITS } from "../../core/openapi.js";

const text = { type: "string" } as const;
const textList = { type: "array", items: text } as const;

const ACCEPTED: NodeType = {
  properties: {
    at: text,
    facet: { enum: ["type", "nullable", "required", "enum", "format", "place", "name"] },
    page: text,
    says: text,
    why: text,
  },
  required: ["at", "facet", "says", "why"],
};

const OPERATION_EVIDENCE: NodeType = {
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
};

const SCHEMA_EVIDENCE: NodeType = {
  properties: {
    basis: { enum: ["example", "v2", "manual", "inferred"] },
    page: text,
    accepted: "PandaPonAcceptedList",
  },
  // A fact from a v2 page or the manual names that page.
  required: (evidence: { basis?: string }) => (["v2", "manual"].includes(evidence.basis ?? "") ? ["page"] : []),
};

const PAGINATION: NodeType = {
  properties: { page: text, firstPage: { type: "integer" }, size: text, items: text, total: text },
  required: ["page", "firstPage", "size", "items"],
};

const SUCCESS: NodeType = {
  properties: { flag: text, errorCode: text, errorMessage: text },
  required: ["flag"],
};

/** The `x-` fields of each kind of node; the rule known-extensions reports any other. */
export const EXTENSIONS = {
  Operation: {
    "x-effect": { enum: ["read", "write"] },
    "x-evidence": "PandaPonOperationEvidence",
    "x-pagination": "PandaPonPagination",
    "x-success": "PandaPonSuccess",
  },
  Schema: {
    "x-required": { enum: ["unknown"] },
    "x-unit": { enum: [...UNITS] },
    "x-id": { enum: ["text"] },
    "x-extensible-enum": textList,
    "x-evidence": "PandaPonSchemaEvidence",
  },
  Parameter: {
    "x-required": { enum: ["unknown"] },
    "x-alternative": { enum: ["body"] },
    "x-evidence": "PandaPonSchemaEvidence",
  },
} as const satisfies Record<string, NodeType["properties"]>;

const extended = (base: NodeType, properties: NodeType["properties"]): NodeType => ({
  ...base,
  properties: { ...base.properties, ...properties },
});

export const typeExtension: NonNullable<Plugin["typeExtension"]> = {
  oas3(types) {
    const { Operation, Schema, Parameter } = types;
    if (Operation === undefined || Schema === undefined || Parameter === undefined) {
      throw new Error("The linter's engine does not know OpenAPI's operations, schemas or parameters.");
    }
    const required = Array.isArray(Operation.required) ? Operation.required : [];
    return {
      ...types,
      PandaPonAcceptedList: { properties: {}, items: "PandaPonAccepted" },
      PandaPonAccepted: ACCEPTED,
      PandaPonOperationEvidence: OPERATION_EVIDENCE,
      PandaPonSchemaEvidence: SCHEMA_EVIDENCE,
      PandaPonPagination: PAGINATION,
      PandaPonSuccess: SUCCESS,
      Operation: { ...extended(Operation, EXTENSIONS.Operation), required: [...required, "x-effect", "x-evidence"] },
      Schema: extended(Schema, EXTENSIONS.Schema),
      Parameter: extended(Parameter, EXTENSIONS.Parameter),
    };
  },
};
