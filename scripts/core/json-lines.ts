// Finds the line of a value in JSON without parsing it: the parser that knows lines takes 300 times the memory of the text.

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/y;
const BLANK = /\s+/y;

interface Member {
  line: number;
  members?: Map<string, Member>;
}

/** Finds the line, from 1, of the value that keys lead to, or of the nearest one around it. */
export function jsonLines(text: string): (keys: readonly (string | number)[]) => number {
  const root: Member = { line: 1 };
  const open: { members: Map<string, Member>; index: number; isList: boolean; current: Member | undefined }[] = [];
  let line = 1;
  let lineEnd = text.indexOf("\n");
  for (const { token, at } of tokensOf(text)) {
    for (; lineEnd >= 0 && lineEnd < at; lineEnd = text.indexOf("\n", lineEnd + 1)) line += 1;
    const top = open.at(-1);
    if (token === "}" || token === "]") open.pop();
    else if (token === "," && top !== undefined) {
      top.index += 1;
      top.current = undefined;
    } else if (top !== undefined && top.current === undefined) {
      // A list shows the line of its item, an object that of its key.
      top.current = { line };
      top.members.set(top.isList ? String(top.index) : String(JSON.parse(token)), top.current);
    }
    if (token !== "{" && token !== "[") continue;
    const members = new Map<string, Member>();
    (top?.current ?? root).members = members;
    open.push({ members, index: 0, isList: token === "[", current: undefined });
  }
  return (keys) => {
    let here = root;
    for (const key of keys) {
      const next = here.members?.get(String(key));
      if (next === undefined) break;
      here = next;
    }
    return here.line;
  };
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
