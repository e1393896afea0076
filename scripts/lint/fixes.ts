// The fix for each finding of Redocly's own rules.

/** By rule id. A finding of any other rule gets a link to the rule's page. */
export const FIXES: Readonly<Record<string, string>> = {
  struct: "Write what OpenAPI 3.1 and spec/README.md allow in this place.",
  "no-unresolved-refs": "Correct the path of the $ref, or write the file that it names.",
  "no-unused-components": "Delete the component, or refer to it.",
  "no-invalid-media-type-examples":
    "Change the example so that it fits its schema, or correct the schema if PandaPon's page says otherwise.",
  "no-invalid-schema-examples": "Change the example so that it fits its schema.",
  "no-invalid-parameter-examples": "Change the example so that it fits its schema.",
  "no-required-schema-properties-undefined": "Declare the property, or remove it from `required`.",
  "operation-operationId":
    "Give the operation an operationId, such as alibaba.refunds.create: it is the name of the method.",
  "operation-operationId-unique": "Rename one of the two operations.",
  "operation-summary": "Add a summary: sentence case, no full stop.",
  "operation-description": "Say in a sentence what the operation does, and anything unexpected about it.",
  "operation-tag-defined": "Use a tag that openapi.yaml lists, or list it there.",
  "operation-singular-tag": "Keep only the tag of the operation's group.",
  "parameter-description": "Say what the parameter is, with its unit.",
  "scalar-property-missing-example": "Add `examples:` with one plausible value.",
  "component-name-unique": "Rename one of the two files.",
  "security-defined": "Name security schemes that openapi.yaml lists.",
};
