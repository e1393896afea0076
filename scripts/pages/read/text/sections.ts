// Reads the sections below a page's head: tables, examples, code samples and the date.
import { readJson } from "../../../core/exact-json.js";
import { isObject } from "../../../core/node.js";
import type { Part } from "../../../core/place.js";
import type { Mark } from "../../page/page.js";
import { readCurl, type CurlSample } from "./curl.js";
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";
import { isScalar, openItem, typeIn, type PrintedType } from "./type-line.js";
import {
  facetIn,
  flagIn,
  headingIn,
  isButton,
  isFooter,
  isJson,
  isMediaType,
  isTool,
  markIn,
  mediaTypeIn,
  modifiedIn,
  type FacetWord,
  type Flag,
  type Heading,
} from "./words.js";

export interface Row {
  /** Empty for the items of the list above, which have a type only. */
  name: string;
  type: PrintedType;
  mark?: Mark;
  /** The texts before and after the mark. If no mark is printed, all of them are in `before`. */
  before: string[];
  after: string[];
  /** The lines below the words for them. */
  facets: Partial<Record<FacetWord | Flag, string[]>>;
  /** The line of its name, in the source. */
  line: number;
}

/** What shows first that something is cut off or incomplete. */
type Cut = { at: number; message: string };

export interface Table {
  rows: Row[];
  /** The type of the whole, if it is printed. */
  root?: Row;
  cut?: Cut;
}

/** What is noted, but not read: its title, the names of its rows and all its lines. */
export interface Unread {
  title: string;
  at: number;
  names: string[];
  lines: string[];
}

export interface Sections {
  /** The parts that have a heading, including folded ones. */
  tables: Map<Part, Table>;
  /** The rows of the request that stand below no heading. */
  loose: Table;
  unread: Unread[];
  /** The media types of bodies that are not JSON. */
  otherTypes: { part: Part; type: string; at: number }[];
  /** The lines with the name or the type of a row. */
  rowLines: Set<number>;
  /** The lines that are read or noted whatever they hold: of examples, samples, texts of rows, and parts that are not read. */
  otherLines: Set<number>;
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
/** The parts whose fields hold no others. */
export const FLAT: readonly Part[] = ["path", "query", "header"];
const BARE_STATUS = /\d$/;
/** The name of a status on a line of its own. */
const STATUS_NAME = /^(?:ok|success|successful|\p{Script=Han}+)$/iu;
const BARE_WORD = /^[A-Za-z]+$/;
const IDENTIFIER = /^[\w$.@-]+$/;
const SENTENCE = /[\u3002\uFF1B\uFF1F\uFF01]|\.$/u;
/** A line of JSON whose beginning may be lost. */
const JSON_LINE = /^["{[}\]]/;
const KEY = /"((?:[^"\\]|\\.)*)"\s*:/g;
/** A field whose value is a media type. */
const HOLDS_MEDIA_TYPE = /type|accept|mime|media|format/i;
/** A footer names at most two neighbouring pages. */
const FOOTER_LINES = 6;
const NAME_LENGTH = 80;

/** Each method that takes lines returns the index of the line after them; undefined if it takes none. */
export class SectionReader {
  readonly #lines: readonly Line[];
  readonly #sections: Sections = {
    tables: new Map(),
    loose: { rows: [] },
    unread: [],
    otherTypes: [],
    rowLines: new Set(),
    otherLines: new Set(),
    examples: { body: [], response: [] },
    samples: [],
    answers: false,
  };
  #mode: "outside" | "table" | "example" | "samples" = "outside";
  /** The table that is open. Its rows are thrown away if it is not one of the page's tables. */
  #table: Table = { rows: [] };
  /** What notes the lines that are not read; `isAnswer` if it ends only with the answer. */
  #unread: Unread | undefined;
  #unreadAnswer: Unread | undefined;
  /** The facet of the last row that the next line continues. */
  #facet: FacetWord | undefined;
  /** The part that the next example shows. */
  #part: "body" | "response" = "body";
  #inAnswers = false;
  /** Whether the next lines belong to the first successful answer. If no status is printed, they do. */
  #isWanted = true;
  /** Whether anything of an answer has been read since its status. */
  #answerOpen = false;
  /** The media type of the answer that is read. */
  #answerType: string | undefined;
  /** The end of the last JSON in a row's text: it is looked at once. */
  #seenTo = 0;
  /** The names that the page's JSON has. */
  readonly #keys: ReadonlySet<string>;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#keys = new Set(lines.flatMap(({ text }) => [...text.matchAll(KEY)].map(([, key = ""]) => key)));
  }

  /** Reads the lines from `start` to the end in one pass. */
  read(start: number): Sections {
    let at = start;
    while (at < this.#lines.length && !this.#isFooter(at)) {
      const next =
        this.#row(at) ?? this.#heading(at) ?? this.#modified(at) ?? this.#status(at) ?? this.#content(at) ?? at + 1;
      // A step of several lines is a row, an example or a code sample.
      const isTaken =
        next > at + 1 || this.#unread !== undefined || (this.#mode === "table" && this.#list !== undefined);
      for (; at < next; at += 1) {
        if (isTaken) this.#sections.otherLines.add(at);
        this.#unread?.lines.push(this.#text(at));
      }
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

  #note(title: string, at: number): Unread {
    const unread: Unread = { title, at, names: [], lines: [] };
    this.#sections.unread.push(unread);
    return unread;
  }

  /** A name with a type below it. The lines after them belong to the row, until the next row. */
  #row(at: number): number | undefined {
    const printed = this.#rowAt(at);
    if (printed === undefined) return this.#nameless(at);
    const name = this.#text(at);
    if (this.#mode !== "table") {
      if (headingIn(name) !== undefined) return undefined;
      this.#openLoose();
    }
    const { root } = this.#table;
    if (root !== undefined && isScalar(root.type)) this.#cut(at, "A type above this row has no name.", this.#table);
    this.#table.rows.push(this.#newRow(name, printed, at));
    this.#unread?.names.push(name);
    return at + 2;
  }

  #newRow(name: string, printed: NonNullable<ReturnType<typeof typeIn>>, at: number): Row {
    this.#facet = undefined;
    this.#sections.rowLines.add(at);
    return { name, ...printed, before: [], after: [], facets: {}, line: this.#lines[at]?.number ?? 1 };
  }

  /** The type of the row that begins on a line; undefined if none does. */
  #rowAt(at: number): ReturnType<typeof typeIn> {
    const name = this.#text(at);
    const printed = name.length > NAME_LENGTH ? undefined : typeIn(this.#text(at + 1));
    if (printed === undefined || markIn(name) !== undefined || facetIn(name) !== undefined || isMediaType(name)) {
      return undefined;
    }
    if (SENTENCE.test(name) && !this.#keys.has(name)) return undefined;
    if (!BARE_WORD.test(name) && typeIn(name) !== undefined) return undefined;
    if (!this.#keys.has(name) && (this.#isNameless(name, at) || this.#isLabelOfList(name, printed.type)))
      return undefined;
    const heading = headingIn(name);
    const isName = BARE_WORD.test(name) && (heading !== "body" || this.#table.rows.length > 0);
    return heading === undefined || isName ? printed : undefined;
  }

  /** The row that a type without a name can describe the items of. */
  get #list(): Row | undefined {
    return this.#mode === "table" ? (this.#table.rows.at(-1) ?? this.#table.root) : undefined;
  }

  /** The type of the whole below its heading, or of the items of the list above. Neither has a name. */
  #nameless(at: number): number | undefined {
    const text = this.#text(at);
    const printed = this.#isNameless(text, at) ? typeIn(text) : undefined;
    if (printed === undefined) return undefined;
    const row = this.#newRow("", printed, at);
    if (this.#list === undefined) this.#table.root = row;
    else this.#table.rows.push(row);
    return at + 1;
  }

  #isNameless(text: string, at: number): boolean {
    if (this.#mode !== "table" || this.#facet !== undefined) return false;
    const type = typeIn(text)?.type;
    const list = this.#list;
    if (type === undefined) return false;
    if (list === undefined) return !this.#isFlat && this.#table !== this.#sections.loose;
    const isNext = list.name === "" && list !== this.#table.root && markIn(this.#text(at + 1)) !== undefined;
    return isNext || openItem(list.type, type) !== undefined;
  }

  /** Whether a line above a type is the label of a list, and the type is that of its items. */
  #isLabelOfList(text: string, type: PrintedType): boolean {
    const list = this.#list;
    if (list === undefined || openItem(list.type, type) === undefined) return false;
    return !IDENTIFIER.test(text) || this.#keys.has(list.name);
  }

  #heading(at: number): number | undefined {
    const text = this.#text(at);
    const heading = headingIn(text) ?? (this.#opensBody(at) ? "body" : undefined);
    if (heading === undefined || (this.#mode === "table" && !this.#endsTable(heading, at))) return undefined;
    // The code samples stand between the request and its answers.
    if (heading === "body" && this.#mode === "samples" && this.#sections.samples.length > 0) this.#enterAnswers();
    this.#unread = this.#unreadAnswer;
    if (heading === "samples") this.#mode = "samples";
    else if (heading === "request") this.#leaveAnswers();
    else if (heading === "answers") {
      this.#enterAnswers();
      this.#mode = "outside";
    } else if (heading === "example" || heading === "answer example") {
      this.#part = this.#inAnswers || heading === "answer example" ? "response" : "body";
      this.#mode = "example";
      this.#answerOpen = true;
    } else if (heading === "body") this.#openBody(mediaTypeIn(text), at);
    else if (!this.#inAnswers && heading !== "other part") this.#open(heading);
    else {
      this.#open(undefined);
      this.#unread ??= this.#note(`"${text}"${this.#inAnswers ? " of the answer" : ""}`, at);
    }
    return at + 1;
  }

  #enterAnswers(): void {
    this.#inAnswers = true;
    this.#sections.answers = true;
  }

  #leaveAnswers(): void {
    this.#inAnswers = false;
    this.#mode = "outside";
    this.#unread = this.#unreadAnswer = undefined;
  }

  get #isFlat(): boolean {
    return FLAT.some((part) => this.#sections.tables.get(part) === this.#table);
  }

  /** Whether a media type stands where the heading of a body has been lost. In a row, it is a value or a text. */
  #opensBody(at: number): boolean {
    if (!isMediaType(this.#text(at))) return false;
    if (this.#mode !== "table") return this.#mode !== "samples" || this.#sections.samples.length > 0;
    const isValue = this.#facet !== undefined || HOLDS_MEDIA_TYPE.test(this.#table.rows.at(-1)?.name ?? "");
    return (
      (this.#isFlat || this.#unread !== undefined) && !isValue && !this.#inAnswers && this.#rowAt(at + 1) !== undefined
    );
  }

  #openBody(type: string | undefined, at: number): void {
    const part = this.#inAnswers ? "response" : "body";
    this.#answerOpen ||= this.#inAnswers;
    const isRead = !this.#inAnswers || this.#isWanted;
    if (isRead && type !== undefined) {
      if (!isJson(type)) this.#sections.otherTypes.push({ part, type, at });
      if (this.#inAnswers && this.#answerType !== undefined && this.#answerType !== type) {
        this.#open(undefined);
        this.#unread = this.#unreadAnswer = this.#note(`the answer as ${type}`, at);
        this.#isWanted = false;
        return;
      }
      if (this.#inAnswers) this.#answerType = type;
    }
    this.#open(isRead ? part : undefined);
  }

  /** Opens a part's table, or one that is thrown away. */
  #open(part: Part | undefined): void {
    const { tables } = this.#sections;
    this.#table = (part && tables.get(part)) ?? { rows: [] };
    this.#mode = "table";
    if (part !== undefined) tables.set(part, this.#table);
  }

  /** Opens the table of rows whose heading has been lost. */
  #openLoose(): void {
    if (this.#mode === "samples" && this.#sections.samples.length > 0) this.#enterAnswers();
    if (this.#inAnswers) this.#openBody(undefined, 0);
    else {
      this.#table = this.#sections.loose;
      this.#mode = "table";
    }
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
      if (at >= this.#lines.length || JSON_LINE.test(text) || isFooter(text) || stopsJson(text)) return true;
    }
    return false;
  }

  #modified(at: number): number | undefined {
    const modified = modifiedIn(this.#text(at));
    if (modified === undefined) return undefined;
    this.#sections.modified = modified;
    this.#mode = "outside";
    this.#unread = this.#unreadAnswer = undefined;
    return at + 1;
  }

  /** The answers are one below the other, or they are tabs in a row and the first is shown. */
  #status(at: number): number | undefined {
    const text = this.#text(at);
    const isPlain = this.#inAnswers
      ? this.#mode === "outside"
      : headingIn(this.#text(at + 1)) === "body" || isMediaType(this.#text(at + 1));
    const found = COLOURED_ANSWER.exec(text) ?? (isPlain && this.#mode !== "table" ? PLAIN_ANSWER.exec(text) : null);
    const status = found?.[1] ?? found?.[2];
    if (status === undefined) return undefined;
    this.#enterAnswers();
    this.#mode = "outside";
    const { answer } = this.#sections;
    // There is nothing between tabs.
    if (answer !== undefined && !this.#answerOpen) {
      this.#note(`the answer ${status}`, at).lines.push(text);
      return at + 1;
    }
    const isFirst = answer?.startsWith("2") !== true;
    this.#isWanted = isFirst && status.startsWith("2");
    if (isFirst) this.#sections.answer = status;
    this.#unread = this.#unreadAnswer = this.#isWanted ? undefined : this.#note(`the answer ${status}`, at);
    this.#answerOpen = false;
    return BARE_STATUS.test(text) && STATUS_NAME.test(this.#text(at + 1)) ? at + 2 : at + 1;
  }

  #content(at: number): number | undefined {
    const text = this.#text(at);
    if (this.#mode === "samples" && /^curl\s/.test(text)) {
      const sample = readCurl(this.#lines, at, stopsJson);
      if (sample.body?.closed === false) this.#cut(at, "The code sample that begins here does not end.");
      this.#sections.samples.push(sample);
      return sample.end;
    }
    const isExample = beginsJson(text) && (this.#mode === "example" || this.#isLooseExample(at));
    if (!isExample && this.#mode === "table") this.#rowText(at);
    if (!isExample) return undefined;
    const block = jsonBlock(this.#lines, at, 0, stopsJson);
    if (!block.closed) this.#cut(at, "The example that begins here does not end.");
    else if (this.#part === "body" || this.#isWanted) this.#sections.examples[this.#part].push(block);
    return block.end;
  }

  /** Whether an example begins here whose heading has been lost: JSON in an answer, or JSON that has the table's fields. */
  #isLooseExample(at: number): boolean {
    const isElsewhere = this.#mode === "samples" || (this.#mode === "outside" && !this.#inAnswers);
    if (isElsewhere || this.#facet !== undefined || at < this.#seenTo) return false;
    const { closed, text, end } = jsonBlock(this.#lines, at, 0, stopsJson);
    this.#seenTo = end;
    const value = closed ? readJson(text)?.value : undefined;
    const isWhole = this.#table.rows.some(({ name }) => isObject(value) && name in value);
    if (value === undefined || (this.#mode === "table" && !isWhole)) return false;
    this.#part = this.#inAnswers ? "response" : "body";
    this.#answerOpen ||= this.#inAnswers;
    this.#mode = "example";
    return true;
  }

  /** A mark, a facet or a text of the last row. */
  #rowText(at: number): void {
    const row = this.#list;
    const text = this.#text(at);
    const mark = markIn(text);
    const facet = facetIn(text);
    const flag = flagIn(text);
    if (mark !== undefined) {
      const isLost = row === undefined ? !this.#isBelowHeading(at) : row.mark !== undefined;
      if (isLost) this.#cut(at, "There is a mark here without a field and its type above it.", this.#table);
      if (row !== undefined) row.mark ??= mark;
      this.#facet = undefined;
    }
    if (facet !== undefined) this.#facet = facet.facet;
    if (row === undefined || mark !== undefined) return;
    if (flag !== undefined && this.#facet === undefined) {
      row.facets[flag] = [];
      return;
    }
    const printed = facet?.facet === "limit" ? text : (facet?.value ?? text);
    if (printed === "" || (isButton(text) && this.#facet === undefined)) return;
    if (this.#facet !== undefined) (row.facets[this.#facet] ??= []).push(printed);
    else (row.mark === undefined ? row.before : row.after).push(printed);
    // Only a closed list has several lines.
    if (this.#facet !== "enum" && facet?.value !== "") this.#facet = undefined;
  }

  /** The mark of a whole body is right below its heading. Anywhere else before the first row, a mark has lost its field. */
  #isBelowHeading(at: number): boolean {
    let above = at - 1;
    while (isTool(this.#text(above))) above -= 1;
    return headingIn(this.#text(above)) !== undefined || isMediaType(this.#text(above));
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
