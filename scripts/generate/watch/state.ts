// The state of the files and folders that a run reads.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { errorCode } from "../../core/spec-folder.js";

/** A text that differs if the file differs, or the names in a folder; undefined if there is nothing that can be read. */
export function stateOf(file: string): string | undefined {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return readdirSync(file).sort().join("\n");
    // Reading a pipe may never end.
    return found.isFile() ? createHash("sha256").update(readFileSync(file)).digest("hex") : "other";
  } catch {
    return undefined;
  }
}

/** A text that differs if something happened to a file or folder, found without reading it. */
export function statusOf(file: string): string {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = statSync(file);
    return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
  } catch (error) {
    return errorCode(error);
  }
}

/** A spec folder, its folders and its files, absolute. The snapshot of PandaPon's pages is not read. */
export function specInputs(spec: string): string[] {
  const dir = path.resolve(spec);
  const below = (folder: string): string[] => [
    folder,
    ...entriesOf(folder).flatMap(({ name, isFolder }) => {
      const file = path.join(folder, name);
      if (!isFolder) return [file];
      return folder === dir && name === "pages" ? [] : below(file);
    }),
  ];
  return below(dir);
}

function entriesOf(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}
