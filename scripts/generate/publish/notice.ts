// The notice that tells a reader of a generated file what to change instead.

/** Stands in every artefact. JSON has no comments, so the bundle has it in a field of its own. */
export const NOTICE = "Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.";
