// The files that `generate` writes, in the order in which it lists them.
import { readFileSync } from "node:fs";
import path from "node:path";
import { NOTICE } from "./publish/notice.js";
import { isFile } from "../core/spec-folder.js";

export const ARTEFACTS = ["openapi.yaml", "openapi.json", "schema.d.ts", "methods.d.ts", "operations.ts"] as const;
export type ArtefactName = (typeof ARTEFACTS)[number];
export type Artefacts = Record<ArtefactName, string>;

/** The first lines of a script. */
export const scriptBanner = `// ${NOTICE}\n\n`;

/** The artefacts that are missing in the folder or differ from these. */
export const differing = (out: string, artefacts: Artefacts): ArtefactName[] =>
  ARTEFACTS.filter((name) => {
    const file = path.join(out, name);
    return !isFile(file) || readFileSync(file, "utf8") !== artefacts[name];
  });
