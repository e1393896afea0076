// The methods that a methods.d.ts declares, read from its syntax tree.
import ts from "typescript-6";

export interface Declared {
  /** The names on the way to it: `alibaba.refunds.create`. */
  place: string;
  /** The comment above it, without its asterisks. */
  doc: string;
  inputOptional: boolean;
  /** The types as they are written. */
  input: string;
  call: string;
}

/** @param text of a methods.d.ts */
export function declaredMethods(text: string): Declared[] {
  const file = ts.createSourceFile("methods.d.ts", text, ts.ScriptTarget.Latest, true);
  const found: Declared[] = [];
  const visit = (members: ts.NodeArray<ts.TypeElement>, above: string): void => {
    for (const member of members) {
      const place = above + (member.name?.getText().replaceAll('"', "") ?? "?");
      if (ts.isPropertySignature(member) && member.type !== undefined && ts.isTypeLiteralNode(member.type)) {
        visit(member.type.members, `${place}.`);
        continue;
      }
      if (!ts.isMethodSignature(member)) throw new Error(`${place} is neither a group nor a method`);
      const [input] = member.parameters;
      found.push({
        place,
        doc: text
          .slice(member.getFullStart(), member.getStart())
          .replaceAll(/^\s*(?:\/\*\*|\*\/|\*) ?/gm, "")
          .trim(),
        inputOptional: input?.questionToken !== undefined,
        input: input?.type?.getText() ?? "",
        call: member.type?.getText().replaceAll(/\s+/g, " ") ?? "",
      });
    }
  };
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === "Methods") visit(statement.members, "");
  }
  return found;
}
