// Writes the artefacts: first all of them under temporary names, then it renames them. If writing fails, the old files stay complete.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../core/problem.js";
import { errorCode, isFile, shownPath } from "../core/spec-folder.js";
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
  const moves: { from: string; to: string }[] = [];
  try {
    mkdirSync(out, { recursive: true });
    for (const name of names) {
      const to = path.join(out, name);
      if (existsSync(to) && !isFile(to))
        throw new Failure(2, `${shownPath(to)} is in the way and is not a file. Move it.`);
      const from = `${to}.${process.pid}.tmp`;
      moves.push({ from, to });
      writeFileSync(from, artefacts[name]);
    }
    for (const { from, to } of moves) renameSync(from, to);
  } catch (error) {
    for (const { from } of moves) rmSync(from, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure(2, `Cannot write ${shownPath(out)} (${errorCode(error)}).`);
  }
}
