// The contract's own rules, as a plugin for Redocly. One file per rule in rules/.
import type { Oas3Rule, Plugin } from "@redocly/openapi-core";
import { typeExtension } from "./shared/extensions.js";
import { checkWith } from "./rules/check-with.js";
import { componentFiles } from "./rules/component-files.js";
import { descriptions } from "./rules/descriptions.js";
import { examples } from "./rules/examples.js";
import { idEverywhere } from "./rules/id-everywhere.js";
import { inputNames } from "./rules/input-names.js";
import { integerFormat } from "./rules/integer-format.js";
import { knownExtensions } from "./rules/known-extensions.js";
import { navigation } from "./rules/navigation.js";
import { noCircularSchemas } from "./rules/no-circular-schemas.js";
import { openObjects } from "./rules/open-objects.js";
import { operationId } from "./rules/operation-id.js";
import { pathFile } from "./rules/path-file.js";
import { pathParameters } from "./rules/path-parameters.js";
import { refSiblings } from "./rules/ref-siblings.js";
import { requiredMarks } from "./rules/required-marks.js";
import { responsePointers } from "./rules/response-pointers.js";
import { safeIntegers } from "./rules/safe-integers.js";
import { units } from "./rules/units.js";
import { weakFacts } from "./rules/weak-facts.js";
import type { Rule } from "./shared/rule.js";

/** The rules by name. A configuration calls them `pandapon/<name>`. */
export const rules: Readonly<Record<string, Rule>> = {
  "check-with": checkWith,
  "component-files": componentFiles,
  descriptions,
  examples,
  "id-everywhere": idEverywhere,
  "input-names": inputNames,
  "integer-format": integerFormat,
  "known-extensions": knownExtensions,
  navigation,
  "no-circular-schemas": noCircularSchemas,
  "open-objects": openObjects,
  "operation-id": operationId,
  "path-file": pathFile,
  "path-parameters": pathParameters,
  "ref-siblings": refSiblings,
  "required-marks": requiredMarks,
  "response-pointers": responsePointers,
  "safe-integers": safeIntegers,
  units,
  "weak-facts": weakFacts,
};

export const plugin: Plugin = {
  id: "pandapon",
  // Redocly passes the same nodes; its types only lack the contract's x- fields.
  rules: { oas3: rules as unknown as Record<string, Oas3Rule> },
  typeExtension,
  configs: {
    contract: {
      rules: {
        ...Object.fromEntries(Object.keys(rules).map((name) => [`pandapon/${name}`, "error"])),
        // Redocly's own rules that this contract keeps beyond recommended-strict.
        "component-name-unique": "error",
        "operation-description": "error",
        "operation-singular-tag": "error",
        "operation-tag-defined": "error",
        "parameter-description": "error",
        "scalar-property-missing-example": "error",
        // No page documents an error answer: failures are HTTP 200 with another code.
        "operation-4xx-response": "off",
        // Ours takes every name that OpenAPI allows.
        "path-parameters-defined": "off",
      },
    },
  },
};

export default (): Plugin => plugin;
