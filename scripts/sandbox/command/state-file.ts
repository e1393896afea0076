// The file that keeps the state of a sandbox over restarts: `pandapon sandbox --state FILE`.
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { readBytes, shownPath } from "../../core/spec-folder.js";
import { writeFiles } from "../../core/write-files.js";
import { checkedState, type State } from "../accounts/state.js";

/** How long changes are gathered before they are written, in milliseconds. */
const QUIET = 200;

export class StateFile {
  readonly #file: string;
  readonly #read: () => State;
  #written = "";
  #timer: NodeJS.Timeout | undefined;

  /**
   * Writes the file, so that one that cannot be written is known at once.
   * @param read gives the state as it is
   * @throws Failure with code 2 if the file cannot be written
   */
  constructor(file: string, read: () => State) {
    this.#file = path.resolve(file);
    this.#read = read;
    this.save();
  }

  /** Writes the file soon. @param onFailure is told why it could not be written */
  saveSoon(onFailure: (error: unknown) => void): void {
    this.#timer ??= setTimeout(() => {
      try {
        this.save();
      } catch (error) {
        onFailure(error);
      }
    }, QUIET);
  }

  /** Writes the file now if the state has changed. It is complete at any time. @throws Failure with code 2 */
  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = `${JSON.stringify(this.#read(), undefined, 2)}\n`;
    if (text === this.#written) return;
    writeFiles(path.dirname(this.#file), new Map([[path.basename(this.#file), text]]));
    this.#written = text;
  }
}

/**
 * @returns the state in a file; undefined if there is no file
 * @throws Failure with code 2 if the file holds none; it stays as it is
 */
export function readStateFile(file: string): State | undefined {
  if (!existsSync(file)) return undefined;
  const shown = shownPath(path.resolve(file));
  const advice = "The file was not changed. Name another one, or move this one away to start anew.";
  let value: unknown;
  try {
    value = JSON.parse(readBytes(file).toString());
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(2, `${shown} is not JSON, so it holds no state of a sandbox. ${advice}`);
  }
  try {
    return checkedState(value);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(2, `${shown} holds no state of a sandbox, or a broken one. ${error.message} ${advice}`);
  }
}
