// Finds the line of a value in block-style YAML, as PandaPon's Markdown pages have it, without a parser. Parsing again takes longer than reading the page.

interface BlockLine {
  /** Index of the line. */
  at: number;
  /** Column, from 0, of the member's name or the item's dash. */
  indent: number;
}

/** @returns the line, from 1, on which the value at these keys begins; undefined if some part of the way is not in block style */
export function blockLine(lines: readonly string[], keys: readonly (string | number)[]): number | undefined {
  let found: BlockLine | undefined = { at: -1, indent: -1 };
  for (const key of keys) {
    found = typeof key === "number" ? itemOf(lines, found, key) : memberOf(lines, found, key);
    if (found === undefined) return undefined;
  }
  return found.at < 0 ? undefined : found.at + 1;
}

/** The member of this name below a line. If the line begins an item (`- name: x`), it can be on the line itself. */
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

/** The item at this index of the list below a line. The dashes may have the same indent as the list's name. */
function itemOf(lines: readonly string[], parent: BlockLine, index: number): BlockLine | undefined {
  // A list that begins on the line of its parent (`- - 1`) is left to the parser.
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

/** The name before the colon, without quotes. */
function nameOn(text: string): string | undefined {
  const found = /^(?:'((?:[^']|'')*)'|"([^"\\]*)"|([^\s'"#[{&*!|>%@`-][^#]*?|-[^\s#][^#]*?))\s*:(?:\s|$)/.exec(text);
  return found?.[1]?.replaceAll("''", "'") ?? found?.[2] ?? found?.[3];
}
