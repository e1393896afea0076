// Finds operationIds by globs.
import picomatch from "picomatch";

/** The operationIds that a glob matches. `*` matches dots too: `alibaba.*` is all of 1688. */
export function matching(glob: string, ids: readonly string[]): string[] {
  // The library throws on an empty text, which matches nothing.
  if (glob === "") return [];
  const matches = picomatch(glob, { dot: true, windows: false });
  return ids.filter((id) => matches(id));
}
