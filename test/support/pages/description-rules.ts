// The lint rules that a draft breaks until the curator has written words.

export const DESCRIPTION_RULES: ReadonlySet<string> = new Set([
  "pandapon/descriptions",
  "operation-summary",
  "operation-description",
  "parameter-description",
]);
