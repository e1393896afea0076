// Reads the Markdown of one section: its title, its text in blocks, its flows, and what is wrong with it.
import { Lexer, walkTokens, type Token, type Tokens } from "marked";
import { problemAt } from "../../core/file-problems.js";
import type { Problem } from "../../core/problem.js";
import { lineAt } from "../../core/text.js";
import { SECTIONS_RULE, type SectionFile } from "./files.js";
import { readFlow, type FlowChart } from "./flow.js";

/** What is generated into a section. */
const PLACEHOLDERS = ["evidence", "changelog"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A piece of a section, in its order. */
export type Block = { markdown: string } | { flow: FlowChart } | { placeholder: Placeholder };

/** What links may lead to. */
export interface Targets {
  /** The slugs of all sections. */
  sections: ReadonlySet<string>;
  /** The operationIds and message types. */
  operations: ReadonlySet<string>;
}

interface ReadSection {
  title: string;
  blocks: Block[];
  problems: Problem[];
}

/** The head of a translated file, which says what it translates. */
const FRONT_MATTER = /^---\n[^]*?\n---\n/;
const TITLE = /^# +(.*?)(?: +#+)? *$/;

export function readSection({ file, text }: Pick<SectionFile, "file" | "text">, targets: Targets): ReadSection {
  const problems: Problem[] = [];
  const wrongAt = (line: number, message: string, fix: string): void =>
    void problems.push(problemAt(file, line, SECTIONS_RULE, message, fix));
  const start = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const body = text.slice(start).replace(/^\n+/, "");
  /** Where the body begins in the file. */
  const offset = text.length - body.length;
  const [first = ""] = body.split("\n", 1);
  const title = TITLE.exec(first)?.[1] ?? "";
  if (title === "") {
    wrongAt(lineAt(text, offset), "The section has no title.", "Write `# Title` in its first line.");
  }
  const rest = title === "" ? body : body.slice(first.length);
  let position = text.length - rest.length;
  const blocks: Block[] = [];
  for (const token of Lexer.lex(rest)) {
    const line = lineAt(text, position);
    // The line of a part of the token: the first place at which it stands. A part that stands twice may be told at the first.
    const wrong = (part: string, message: string, fix: string): void => {
      // In a list or a quote, the lines of the part have lost their beginnings.
      const at = token.raw.indexOf(part.split("\n", 1)[0]?.trim() ?? "");
      wrongAt(lineAt(text, position + Math.max(0, at)), message, fix);
    };
    walkTokens([token], (inner) => checkToken(inner, { top: token, targets, wrong }));
    blocks.push(blockOf(token, line, targets, wrongAt));
    position += token.raw.length;
  }
  return { title, blocks, problems };
}

function blockOf(
  token: Token,
  line: number,
  { operations }: Targets,
  wrongAt: (line: number, message: string, fix: string) => void,
): Block {
  if (isFlow(token)) {
    const { flow, problems } = readFlow(token.text, operations);
    for (const problem of problems) wrongAt(line + problem.line, `${problem.message}.`, problem.fix);
    return { flow };
  }
  const placeholder = placeholderOf(token);
  return placeholder === undefined ? { markdown: token.raw } : { placeholder };
}

const placeholderOf = ({ raw }: Token): Placeholder | undefined =>
  PLACEHOLDERS.find((name) => raw.trim() === `{{${name}}}`);

const isFlow = (token: Token): token is Tokens.Code =>
  token.type === "code" && /^flow\b/.test((token as Tokens.Code).lang ?? "");

interface Checking {
  /** The outermost token around it, or the token itself. */
  top: Token;
  targets: Targets;
  wrong: (part: string, message: string, fix: string) => void;
}

function checkToken(token: Token, { top, targets, wrong }: Checking): void {
  switch (token.type) {
    case "code":
      if (!isFlow(token) || token === top) return;
      return wrong(token.raw, "The flow is inside a list or a quote.", "Begin it at the start of a line.");
    case "heading":
      if ((token as Tokens.Heading).depth > 1) return;
      return wrong(token.raw, "A second title stands in the section.", "Begin headings with ##.");
    case "html":
      return wrong(token.raw, "Raw HTML stands in the section.", "Write Markdown, or put it into `code`.");
    case "link":
    case "image":
      return checkLink(token as Tokens.Link, targets, wrong);
    case "text": {
      const [braces] = /\{\{.*?\}\}/.exec("tokens" in token ? "" : token.raw) ?? [];
      if (braces === undefined || placeholderOf(top) !== undefined) return;
      const known = PLACEHOLDERS.map((name) => `{{${name}}}`).join(" or ");
      return wrong(braces, `${braces} stands for nothing.`, `Write ${known} into a paragraph of its own.`);
    }
  }
}

/** Addresses outside of the site. */
const OUTSIDE = /^(?:https:\/\/|mailto:)/;

function checkLink({ href, raw, type }: Tokens.Link | Tokens.Image, targets: Targets, wrong: Checking["wrong"]): void {
  const [, kind, name = ""] = /^(section|operation):(.*)$/.exec(href) ?? [];
  if (type === "image") return wrong(raw, "A picture stands in the section.", "Use a flow, or leave it out.");
  if (kind === undefined) {
    if (OUTSIDE.test(href)) return;
    const fix = "Write section:name, operation:name or an address with https://.";
    return wrong(raw, `The link to ${href || "nothing"} leads nowhere.`, fix);
  }
  const known = kind === "section" ? targets.sections : targets.operations;
  if (known.has(name)) {
    // Renderers replace this form only.
    if (raw.endsWith(`](${href})`)) return;
    return wrong(raw, `The link to ${href} has another form than links of the site have.`, `Write [text](${href}).`);
  }
  const fix =
    kind === "section" ? `The sections are ${[...known].join(", ")}.` : "Run `pandapon operations` to see their names.";
  wrong(raw, `The link leads to ${kind}:${name}, which does not exist.`, fix);
}
