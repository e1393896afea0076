// Reads the sections below a page's head: tables, examples, code samples and the date.
import type { Part } from "../../../core/place.js";
import type { Mark } from "../../page/page.js";
import { readCurl, type CurlSample } from "./curl.js";
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";
import { typeIn, type PrintedType } from "./type-line.js";
import { facetIn, headingIn, isFooter, isTool, markIn, modifiedIn, type Heading } from "./words.js";

export interface Row {
  name: string;
  type: PrintedType;
  mark?: Mark;
  /** The texts before and after the mark. If no mark is printed, all of them are in `before`. */
  before: string[];
  after: string[];
  default?: string;
  example?: string;
  enum: string[];
  /** The index of the line with its name. */
  at: number;
}

export interface Table {
  rows: Row[];
  /** The type of the whole, if it is printed. */
  root?: { type: PrintedType; at: number };
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
  /** What shows that the page is cut off or incomplete. */
  cut: { at: number; message: string }[];
}

type Mode = "outside" | "table" | "skipped" | "example" | "samples";

const COLOURED_ANSWER = /^\p{Extended_Pictographic}\uFE0F?\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_ANSWER = /^(?:([1-5]\d\d)(?:\s\D*|\p{Script=Han}.*)?|[^()]*\(([1-5]\d\d)\))$/u;
const ROW_WITHOUT_TYPE = "There is a mark here without a field and its type above it.";
const BARE_WORD = /^[A-Za-z]+$/;
/** A footer names at most two neighbouring pages. */
const FOOTER_LINES = 6;
const NAME_LENGTH = 80;

/** Reads the lines from `start` to the end in one pass. */
export function sectionsOf(lines: readonly Line[], start: number): Sections {
  return new SectionReader(lines, start).read();
}

class SectionReader {
  private readonly sections: Sections = {
    tables: new Map(),
    examples: { body: [], response: [] },
    samples: [],
    answers: false,
    cut: [],
  };
  private mode: Mode = "outside";
  private part: Part | undefined;
  private inAnswers = false;
  /** Whether the next lines belong to the first successful answer. If no status is printed, they do. */
  private wanted = true;
  /** Whether anything of an answer has been read since its status, and whether the wanted answer is complete. */
  private answerOpen = false;
  private answerOver = false;
  private readonly lines: readonly Line[];
  private at: number;

  constructor(lines: readonly Line[], start: number) {
    this.lines = lines;
    this.at = start;
  }

  read(): Sections {
    while (this.at < this.lines.length) {
      if (this.atFooter()) return this.sections;
      this.step();
    }
    const table = this.table();
    if (this.mode === "table" && table !== undefined && table.rows.length > 0) {
      this.cut(this.lines.length - 1, "The page ends within a table of fields.");
    }
    return this.sections;
  }

  private step(): void {
    const text = this.text();
    if (this.mode === "table" && this.takeRow()) return;
    if (this.mode === "skipped" && this.beginsRow(this.at)) return void (this.at += 2);
    const heading = headingIn(text);
    if (heading !== undefined && this.opens(heading)) {
      this.open(heading);
      return void (this.at += 1);
    }
    const modified = modifiedIn(text);
    if (modified !== undefined) {
      this.sections.modified = modified;
      this.mode = "outside";
      return void (this.at += 1);
    }
    if (this.inAnswers && this.takeAnswer(text)) return;
    if (this.mode === "table") return this.takeText(text);
    if (this.mode === "example" && beginsJson(text)) return this.takeExample();
    if (this.mode === "samples" && /^curl\s/.test(text)) return this.takeSample();
    this.at += 1;
  }

  private text(at = this.at): string {
    return this.lines[at]?.text ?? "";
  }

  private table(): Table | undefined {
    return this.part === undefined ? undefined : this.sections.tables.get(this.part);
  }

  private cut(at: number, message: string): void {
    this.sections.cut.push({ at, message });
  }

  /** Below a row, a word can be a heading or a field's label. It is a heading only if the next line fits it. */
  private opens(heading: Heading): boolean {
    if (this.mode !== "table") return true;
    if (heading === "example") return this.opensExample();
    if ((this.table()?.rows.length ?? 0) === 0 || !BARE_WORD.test(this.text())) return true;
    const next = this.text(this.at + 1);
    if (heading === "answers")
      return COLOURED_ANSWER.test(next) || PLAIN_ANSWER.test(next) || headingIn(next) === "body";
    return heading !== "request" && heading !== "body";
  }

  private open(heading: Heading): void {
    switch (heading) {
      case "request":
        this.inAnswers = false;
        this.mode = "outside";
        return;
      case "header":
      case "path":
      case "query":
        if (this.inAnswers) this.mode = "skipped";
        else this.openTable(heading);
        return;
      case "body":
        if (this.inAnswers && !this.wanted) this.mode = "skipped";
        else this.openTable(this.inAnswers ? "response" : "body");
        this.answerOpen = true;
        return;
      case "other part":
        this.mode = "skipped";
        return;
      case "example":
        this.mode = this.mode === "skipped" ? "skipped" : "example";
        this.part = this.inAnswers ? "response" : "body";
        this.answerOpen = true;
        return;
      case "samples":
        this.mode = "samples";
        return;
      case "answer example":
        this.mode = "example";
        this.part = "response";
        return;
      case "answers":
        this.sections.answers = true;
        this.inAnswers = true;
        this.mode = "outside";
    }
  }

  private openTable(part: Part): void {
    this.mode = "table";
    this.part = part;
    if (!this.sections.tables.has(part)) this.sections.tables.set(part, { rows: [] });
  }

  /** Takes a name with a type below it. The lines after them belong to the row, until the next row. */
  private takeRow(): boolean {
    const table = this.table();
    if (table === undefined) return false;
    if (this.beginsRow(this.at)) {
      const printed = typeIn(this.text(this.at + 1));
      if (printed === undefined) return false;
      const { type, mark } = printed;
      const row: Row = { name: this.text(), type, before: [], after: [], enum: [], at: this.at };
      if (mark !== undefined) row.mark = mark;
      table.rows.push(row);
      this.at += 2;
      return true;
    }
    const root = table.rows.length === 0 && table.root === undefined ? typeIn(this.text()) : undefined;
    if (root === undefined) return false;
    table.root = { type: root.type, at: this.at };
    this.at += 1;
    return true;
  }

  private beginsRow(at: number): boolean {
    const name = this.text(at);
    if (name.length > NAME_LENGTH || typeIn(this.text(at + 1)) === undefined) return false;
    if (markIn(name) !== undefined || facetIn(name) !== undefined) return false;
    const heading = headingIn(name);
    if (heading === undefined) return true;
    return BARE_WORD.test(name) && (heading !== "body" || (this.table()?.rows.length ?? 0) > 0);
  }

  private takeText(text: string): void {
    const row = this.table()?.rows.at(-1);
    const mark = markIn(text);
    const facet = row === undefined ? undefined : facetIn(text);
    this.at += 1;
    if (mark !== undefined) {
      if (row === undefined) this.takeMarkOfBody();
      else if (row.mark !== undefined) this.cut(this.at - 1, ROW_WITHOUT_TYPE);
      else row.mark = mark;
    } else if (row !== undefined && facet !== undefined) this.takeFacet(row, facet);
    else if (row !== undefined) (row.mark === undefined ? row.before : row.after).push(text);
  }

  /** The mark of a whole body is right below its heading. Anywhere else before the first row, a mark has lost its field. */
  private takeMarkOfBody(): void {
    let above = this.at - 2;
    while (isTool(this.text(above))) above -= 1;
    if (headingIn(this.text(above)) === undefined) this.cut(this.at - 1, ROW_WITHOUT_TYPE);
  }

  private takeFacet(row: Row, { facet, value }: NonNullable<ReturnType<typeof facetIn>>): void {
    if (facet === "enum") {
      if (value !== "") row.enum.push(...value.split(/[\s,]+/));
      while (this.at < this.lines.length && !this.endsValue()) {
        row.enum.push(...this.text().split(/[\s,]+/));
        this.at += 1;
      }
      return;
    }
    let printed = value;
    if (printed === "" && !this.endsValue()) {
      printed = this.text();
      this.at += 1;
    }
    if (facet !== "other" && printed !== "") row[facet] ??= printed;
  }

  /** Whether a line cannot be the value of the facet above it. */
  private endsValue(): boolean {
    const text = this.text();
    return (
      this.beginsRow(this.at) ||
      markIn(text) !== undefined ||
      facetIn(text) !== undefined ||
      headingIn(text) !== undefined ||
      modifiedIn(text) !== undefined ||
      COLOURED_ANSWER.test(text)
    );
  }

  /** In a table, the word for an example is a heading only if an example follows, or nothing. */
  private opensExample(): boolean {
    for (let at = this.at + 1; at < this.at + 5; at += 1) {
      if (this.beginsRow(at)) return false;
      const text = this.lines[at]?.text;
      if (text === undefined || beginsJson(text) || isFooter(text) || modifiedIn(text) !== undefined) return true;
      const heading = headingIn(text);
      if (heading !== undefined && heading !== "example") return true;
    }
    return false;
  }

  /** The answers are one below the other, or they are tabs in a row and the first is shown. */
  private takeAnswer(text: string): boolean {
    const plain = this.mode === "outside" ? PLAIN_ANSWER.exec(text) : null;
    const status = COLOURED_ANSWER.exec(text)?.[1] ?? plain?.[1] ?? plain?.[2];
    if (status === undefined) return false;
    const { answer } = this.sections;
    if (answer === undefined || (this.answerOpen && !this.wanted && !this.answerOver)) {
      this.sections.answer = status;
      this.wanted = status.startsWith("2");
      this.answerOpen = false;
    } else if (this.answerOpen) {
      this.wanted = false;
      this.answerOver = true;
    }
    this.mode = "outside";
    this.at += 1;
    return true;
  }

  private takeExample(): void {
    const block = jsonBlock(this.lines, this.at, 0, stopsJson);
    const shown = this.part !== "response" || this.wanted;
    if (!block.closed) this.cut(this.at, "The example that begins here does not end.");
    else if (shown && this.part !== undefined) {
      this.sections.examples[this.part === "response" ? "response" : "body"].push(block);
    }
    this.at = block.end;
  }

  private takeSample(): void {
    const { sample, end } = readCurl(this.lines, this.at, stopsJson);
    if (sample.body?.closed === false) this.cut(this.at, "The code sample that begins here does not end.");
    this.sections.samples.push(sample);
    this.at = end;
  }

  private atFooter(): boolean {
    if (this.at < this.lines.length - FOOTER_LINES || !isFooter(this.text())) return false;
    for (let at = this.at; at < this.lines.length; at += 1) if (this.beginsRow(at)) return false;
    return true;
  }
}

/** Whether a line cannot be part of JSON. */
const stopsJson = (text: string): boolean => {
  const heading = headingIn(text);
  return (heading !== undefined && heading !== "example") || modifiedIn(text) !== undefined;
};
