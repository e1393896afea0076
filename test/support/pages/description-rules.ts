// The lint rules that a draft breaks until somebody writes its descriptions.

export const DESCRIPTION_RULES: ReadonlySet<string> = new Set([
  "pandapon/descriptions",
  "operation-summary",
  "operation-description",
  "parameter-description",
]);
