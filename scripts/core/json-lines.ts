// Finds the line of a value in JSON without parsing it: the parser that knows lines takes 300 times the memory of the text.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/y;
const BLANK = /\s+/y;

/** The line, from 1, of the value that these keys lead to, or of the nearest one around it. */
export function jsonLine(text: string, keys: readonly (string | number)[]): number {
  /** The key or the index in each open object or list; an object that waits for a key has `undefined`. */
  const open: (string | number | undefined)[] = [];
  const lists: boolean[] = [];
  let found = 0;
  let matched = 0;
  let isValue = true;
  for (const { token, at } of tokensOf(text)) {
    const depth = open.length;
    const isKey = depth > 0 && lists[depth - 1] === false && open[depth - 1] === undefined && token.startsWith('"');
    if (isKey) open[depth - 1] = keyOf(token);
    // A list shows the line of its item, an object that of its key.
    const isHere = isKey || (isValue && depth > 0 && lists[depth - 1] === true && !/^[\],]/.test(token));
    if (isHere && matched === depth - 1 && String(open[depth - 1]) === String(keys[depth - 1])) {
      matched = depth;
      found = at;
      if (matched === keys.length) break;
    }
    isValue = token === ":" || token === "[" || token === ",";
    if (token === "{" || token === "[") {
      open.push(token === "[" ? 0 : undefined);
      lists.push(token === "[");
    } else if (token === "}" || token === "]") {
      open.pop();
      lists.pop();
    } else if (token === "," && depth > 0) {
      const last = open[depth - 1];
      open[depth - 1] = typeof last === "number" && lists[depth - 1] === true ? last + 1 : undefined;
    }
    // The value around it has ended without it.
    if (matched > 0 && (open.length < matched || (token === "," && depth === matched))) break;
  }
  return text.slice(0, found).split("\n").length;
}

function* tokensOf(text: string): Generator<{ token: string; at: number }> {
  for (let at = 0; at < text.length;) {
    BLANK.lastIndex = at;
    if (BLANK.test(text)) at = BLANK.lastIndex;
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) return;
    yield { token, at };
    at += token.length;
  }
}

/** A key without its quotes. Only readable JSON is looked through. */
const keyOf = (token: string): string => String(JSON.parse(token));
