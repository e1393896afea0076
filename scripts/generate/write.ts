// Which artefacts differ from the files in a folder, and writing those.
import { readFileSync } from "node:fs";
import path from "node:path";
import { isFile } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { ARTEFACTS, type ArtefactName, type Artefacts } from "./artefacts.js";

/** The artefacts that are missing in the folder or differ from these. */
export function differing(out: string, artefacts: Artefacts): ArtefactName[] {
  return ARTEFACTS.filter((name) => {
    const file = path.join(out, name);
    return !isFile(file) || readFileSync(file, "utf8") !== artefacts[name];
  });
}

/** @throws Failure with code 2 if the folder cannot be written */
export function writeArtefacts(out: string, artefacts: Artefacts, names: readonly ArtefactName[]): void {
  writeFiles(out, new Map(names.map((name) => [name, artefacts[name]])));
}
