// Finds lines in YAML that is written in blocks, as the site's pages are, without parsing it again: that would take longer than reading the page.

interface BlockLine {
  /** Index of the line. */
  at: number;
  /** Where the member's name, or the item's dash, stands in the line. */
  indent: number;
}

/** @returns the line, from 1, where the value at these keys begins; nothing where the text is not written in plain blocks all the way */
export function blockLine(lines: readonly string[], keys: readonly (string | number)[]): number | undefined {
  let found: BlockLine | undefined = { at: -1, indent: -1 };
  for (const key of keys) {
    found = typeof key === "number" ? itemOf(lines, found, key) : memberOf(lines, found, key);
    if (found === undefined) return undefined;
  }
  return found.at < 0 ? undefined : found.at + 1;
}

/** The member of this name below a line, or on it where the line begins an item: `- name: x`. */
function memberOf(lines: readonly string[], parent: BlockLine, name: string): BlockLine | undefined {
  const dash = parent.at < 0 ? undefined : /^-\s+(?=\S)/.exec((lines[parent.at] ?? "").slice(parent.indent));
  let level = dash ? parent.indent + dash[0].length : undefined;
  if (level !== undefined && nameOn((lines[parent.at] ?? "").slice(level)) === name)
    return { at: parent.at, indent: level };
  for (let at = parent.at + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (indent <= parent.indent) return undefined;
    level ??= indent;
    if (indent === level && nameOn(line.slice(indent)) === name) return { at, indent };
  }
  return undefined;
}

/** The item of this index in the list below a line; its dashes may stand as far left as the list's own name. */
function itemOf(lines: readonly string[], parent: BlockLine, index: number): BlockLine | undefined {
  // A list that begins on its parent's own line: `- - 1`.
  if (/^-\s+-(?:\s|$)/.test((lines[parent.at] ?? "").slice(Math.max(parent.indent, 0)))) return undefined;
  let left = index;
  let level: number | undefined;
  for (let at = parent.at + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    const dash = /^-(?:\s|$)/.test(line.slice(indent));
    if (indent < parent.indent || (indent === parent.indent && !dash)) return undefined;
    level ??= indent;
    if (indent !== level) continue;
    if (!dash) return undefined;
    if (left === 0) return { at, indent };
    left -= 1;
  }
  return undefined;
}

/** The name in front of a colon, quotes taken off. */
function nameOn(text: string): string | undefined {
  const found = /^(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^\s'"#[{&*!|>%@`-][^#]*?|-[^\s#][^#]*?))\s*:(?:\s|$)/.exec(text);
  return found?.[1]?.replaceAll("''", "'") ?? found?.[2] ?? found?.[3];
}
