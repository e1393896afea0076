// The bundle as YAML and as JSON.
import { stringify } from "yaml";
import type { Document } from "../core/openapi.js";
import { yamlBanner } from "./artefacts.js";
import { printValue } from "./print.js";

/** Quotes text that YAML 1.1 would read as a date or a boolean. */
export const toYaml = (document: Document): string =>
  yamlBanner + stringify(document, { lineWidth: 0, compat: "yaml-1.1" });

export const toJson = (document: Document): string => `${printValue(document)}\n`;
