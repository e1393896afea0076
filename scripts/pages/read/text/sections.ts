// Reads the sections below a page's head: tables, examples, code samples and the date.
import type { Part } from "../../../core/place.js";
import type { Mark } from "../../page/page.js";
import { readCurl, type CurlSample } from "./curl.js";
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";
import { typeIn, type PrintedType } from "./type-line.js";
import { facetIn, headingIn, isFooter, isTool, markIn, modifiedIn, type FacetWord, type Heading } from "./words.js";

export interface Row {
  name: string;
  type: PrintedType;
  mark?: Mark;
  /** The texts before and after the mark. If no mark is printed, all of them are in `before`. */
  before: string[];
  after: string[];
  /** The lines below the words for them. */
  facets: Partial<Record<FacetWord, string[]>>;
  /** The line of its name, in the source. */
  line: number;
}

/** What shows first that something is cut off or incomplete. */
type Cut = { at: number; message: string };

export interface Table {
  rows: Row[];
  /** The type of the whole, if it is printed. */
  root?: { type: PrintedType; line: number };
  cut?: Cut;
}

export interface Sections {
  /** The parts that have a heading, including folded ones. */
  tables: Map<Part, Table>;
  examples: { body: JsonBlock[]; response: JsonBlock[] };
  samples: CurlSample[];
  /** Whether the page has answers. */
  answers: boolean;
  /** The status of the answer that is shown, if it is printed. */
  answer?: string;
  modified?: string;
  cut?: Cut;
}

const COLOURED_ANSWER = /^\p{Extended_Pictographic}\uFE0F?\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_ANSWER = /^(?:([1-5]\d\d)(?:\s\D*|\p{Script=Han}.*)?|[^()]*\(([1-5]\d\d)\))$/u;
const BARE_WORD = /^[A-Za-z]+$/;
/** A footer names at most two neighbouring pages. */
const FOOTER_LINES = 6;
const NAME_LENGTH = 80;

/** Each method that takes lines returns the index of the line after them; undefined if it takes none. */
export class SectionReader {
  readonly #lines: readonly Line[];
  readonly #sections: Sections = {
    tables: new Map(),
    examples: { body: [], response: [] },
    samples: [],
    answers: false,
  };
  #mode: "outside" | "table" | "example" | "samples" = "outside";
  /** The table that is open. Its rows are thrown away if it is not one of the page's tables. */
  #table: Table = { rows: [] };
  /** The facet of the last row that the next line continues. */
  #facet: FacetWord | undefined;
  /** The part that the next example shows. */
  #part: "body" | "response" = "body";
  #inAnswers = false;
  /** Whether the next lines belong to the first successful answer. If no status is printed, they do. */
  #isWanted = true;
  /** Whether anything of an answer has been read since its status. */
  #answerOpen = false;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  /** Reads the lines from `start` to the end in one pass. */
  read(start: number): Sections {
    let at = start;
    while (at < this.#lines.length && !this.#isFooter(at)) {
      at = this.#row(at) ?? this.#heading(at) ?? this.#modified(at) ?? this.#status(at) ?? this.#content(at) ?? at + 1;
    }
    const isInTable = at === this.#lines.length && this.#mode === "table" && this.#table.rows.length > 0;
    if (isInTable) this.#cut(at - 1, "The page ends within a table of fields.", this.#table);
    return this.#sections;
  }

  #text(at: number): string {
    return this.#lines[at]?.text ?? "";
  }

  #cut(at: number, message: string, what: { cut?: Cut } = this.#sections): void {
    what.cut ??= { at, message };
  }

  /** A name with a type below it. The lines after them belong to the row, until the next row. */
  #row(at: number): number | undefined {
    if (this.#mode !== "table") return undefined;
    const { number: line = 1, text: name = "" } = this.#lines[at] ?? {};
    const printed = this.#rowAt(at);
    if (printed !== undefined) {
      this.#table.rows.push({ name, ...printed, before: [], after: [], facets: {}, line });
      this.#facet = undefined;
      return at + 2;
    }
    const isFirst = this.#table.rows.length === 0 && this.#table.root === undefined;
    const whole = isFirst ? typeIn(name) : undefined;
    if (whole === undefined) return undefined;
    this.#table.root = { type: whole.type, line };
    return at + 1;
  }

  /** The type of the row that begins on a line; undefined if none does. */
  #rowAt(at: number): ReturnType<typeof typeIn> {
    const name = this.#text(at);
    const printed = name.length > NAME_LENGTH ? undefined : typeIn(this.#text(at + 1));
    if (printed === undefined || markIn(name) !== undefined || facetIn(name) !== undefined) return undefined;
    const heading = headingIn(name);
    const isName = BARE_WORD.test(name) && (heading !== "body" || this.#table.rows.length > 0);
    return heading === undefined || isName ? printed : undefined;
  }

  #heading(at: number): number | undefined {
    const heading = headingIn(this.#text(at));
    if (heading === undefined || (this.#mode === "table" && !this.#endsTable(heading, at))) return undefined;
    if (heading === "samples") this.#mode = "samples";
    else if (heading === "request" || heading === "answers") {
      this.#inAnswers = heading === "answers";
      this.#sections.answers ||= this.#inAnswers;
      this.#mode = "outside";
    } else if (heading === "example" || heading === "answer example") {
      this.#part = this.#inAnswers || heading === "answer example" ? "response" : "body";
      this.#mode = "example";
      this.#answerOpen = true;
    } else if (this.#inAnswers) {
      this.#open(heading === "body" && this.#isWanted ? "response" : undefined);
      this.#answerOpen ||= heading === "body";
    } else this.#open(heading === "other part" ? undefined : heading);
    return at + 1;
  }

  /** Opens a part's table, or one that is thrown away. */
  #open(part: Part | undefined): void {
    const { tables } = this.#sections;
    this.#table = (part && tables.get(part)) ?? { rows: [] };
    this.#mode = "table";
    if (part !== undefined) tables.set(part, this.#table);
  }

  /** Below a row, a word can be a heading or a field's label. It is a heading only if the next lines fit it. */
  #endsTable(heading: Heading, at: number): boolean {
    if (heading === "example") return this.#exampleFollows(at + 1);
    if (this.#table.rows.length === 0 || !BARE_WORD.test(this.#text(at))) return true;
    const next = this.#text(at + 1);
    if (heading === "answers")
      return COLOURED_ANSWER.test(next) || PLAIN_ANSWER.test(next) || headingIn(next) === "body";
    return heading !== "request" && heading !== "body";
  }

  /** Whether an example is in the next lines, or nothing that belongs to a row. */
  #exampleFollows(from: number): boolean {
    for (let at = from; at < from + 4; at += 1) {
      const text = this.#text(at);
      if (this.#rowAt(at) !== undefined) return false;
      if (at >= this.#lines.length || beginsJson(text) || isFooter(text) || stopsJson(text)) return true;
    }
    return false;
  }

  #modified(at: number): number | undefined {
    const modified = modifiedIn(this.#text(at));
    if (modified === undefined) return undefined;
    this.#sections.modified = modified;
    this.#mode = "outside";
    return at + 1;
  }

  /** The answers are one below the other, or they are tabs in a row and the first is shown. */
  #status(at: number): number | undefined {
    if (!this.#inAnswers) return undefined;
    const text = this.#text(at);
    const found = COLOURED_ANSWER.exec(text) ?? (this.#mode === "outside" ? PLAIN_ANSWER.exec(text) : null);
    const status = found?.[1] ?? found?.[2];
    if (status === undefined) return undefined;
    this.#mode = "outside";
    const { answer } = this.#sections;
    // There is nothing between tabs.
    if (answer !== undefined && !this.#answerOpen) return at + 1;
    const isFirst = answer?.startsWith("2") !== true;
    this.#isWanted = isFirst && status.startsWith("2");
    if (isFirst) this.#sections.answer = status;
    this.#answerOpen = false;
    return at + 1;
  }

  #content(at: number): number | undefined {
    const text = this.#text(at);
    if (this.#mode === "table") this.#rowText(at);
    if (this.#mode === "samples" && /^curl\s/.test(text)) {
      const sample = readCurl(this.#lines, at, stopsJson);
      if (sample.body?.closed === false) this.#cut(at, "The code sample that begins here does not end.");
      this.#sections.samples.push(sample);
      return sample.end;
    }
    if (this.#mode !== "example" || !beginsJson(text)) return undefined;
    const block = jsonBlock(this.#lines, at, 0, stopsJson);
    if (!block.closed) this.#cut(at, "The example that begins here does not end.");
    else if (this.#part === "body" || this.#isWanted) this.#sections.examples[this.#part].push(block);
    return block.end;
  }

  /** A mark, a facet or a text of the last row. */
  #rowText(at: number): void {
    const row = this.#table.rows.at(-1);
    const text = this.#text(at);
    const mark = markIn(text);
    const facet = facetIn(text);
    if (mark !== undefined) {
      const isLost = row === undefined ? !this.#isBelowHeading(at) : row.mark !== undefined;
      if (isLost) this.#cut(at, "There is a mark here without a field and its type above it.", this.#table);
      if (row !== undefined) row.mark ??= mark;
      this.#facet = undefined;
    }
    if (facet !== undefined) this.#facet = facet.facet;
    const printed = facet?.value ?? text;
    if (row === undefined || mark !== undefined || printed === "") return;
    if (this.#facet !== undefined) (row.facets[this.#facet] ??= []).push(printed);
    else (row.mark === undefined ? row.before : row.after).push(printed);
    // Only a closed list has several lines.
    if (this.#facet !== "enum") this.#facet = undefined;
  }

  /** The mark of a whole body is right below its heading. Anywhere else before the first row, a mark has lost its field. */
  #isBelowHeading(at: number): boolean {
    let above = at - 1;
    while (isTool(this.#text(above))) above -= 1;
    return headingIn(this.#text(above)) !== undefined;
  }

  #isFooter(at: number): boolean {
    const isNear = at >= this.#lines.length - FOOTER_LINES && isFooter(this.#text(at));
    return isNear && this.#lines.slice(at).every((_, below) => this.#rowAt(at + below) === undefined);
  }
}

/** Whether a line cannot be part of JSON. */
function stopsJson(text: string): boolean {
  const heading = headingIn(text);
  return (heading !== undefined && heading !== "example") || modifiedIn(text) !== undefined;
}
