// Reads the sections below a page's head: tables, examples, code samples and the date.
import { readJson } from "../../../core/exact-json.js";
import { isObject } from "../../../core/node.js";
import type { Part } from "../../../core/place.js";
import { readCurl } from "./curl.js";
import { Sections, type Table, type Unread } from "./found.js";
import { beginsJson, jsonBlock, stopsJson } from "./json-block.js";
import type { Line } from "./lines.js";
import { BARE_WORD, RowReader } from "./rows.js";
import { headingIn, isFooter, isJson, isMediaType, mediaTypeIn, modifiedIn, type Heading } from "./words.js";

const COLOURED_ANSWER = /^\p{Extended_Pictographic}\uFE0F?\s*([1-5]\d\d)(?!\d)/u;
const PLAIN_ANSWER = /^(?:([1-5]\d\d)(?:\s\D*|\p{Script=Han}.*)?|[^()]*\(([1-5]\d\d)\))$/u;
const BARE_STATUS = /\d$/;
/** The name of a status on a line of its own. */
const STATUS_NAME = /^(?:ok|success|successful|\p{Script=Han}+)$/iu;
/** A line of JSON whose beginning may be lost. */
const JSON_LINE = /^["{[}\]]/;
/** A field whose value is a media type. */
const HOLDS_MEDIA_TYPE = /type|accept|mime|media|format/i;
/** A footer names at most two neighbouring pages. */
const FOOTER_LINES = 6;

/** Each method that takes lines returns the index of the line after them; undefined if it takes none. */
export class SectionReader {
  readonly #lines: readonly Line[];
  readonly #sections = new Sections();
  readonly #rows: RowReader;
  #mode: "outside" | "example" | "samples" = "outside";
  /** What notes the lines that are not read, up to the next heading. */
  #unread: Unread | undefined;
  /** The same up to the next answer. */
  #unreadAnswer: Unread | undefined;
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

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#rows = new RowReader(lines, this.#sections);
  }

  /** Reads the lines from `start` to the end in one pass. */
  read(start: number): Sections {
    let at = start;
    while (at < this.#lines.length && !this.#isFooter(at)) {
      const next =
        this.#row(at) ?? this.#heading(at) ?? this.#modified(at) ?? this.#status(at) ?? this.#content(at) ?? at + 1;
      // A step of several lines is a row, an example or a code sample.
      const isTaken = next > at + 1 || this.#unread !== undefined || this.#rows.last !== undefined;
      for (; at < next; at += 1) {
        if (isTaken) this.#sections.otherLines.add(at);
        this.#unread?.lines.push(this.#text(at));
      }
    }
    const { table } = this.#rows;
    const isInTable = at === this.#lines.length && (table?.rows.length ?? 0) > 0;
    if (isInTable && table !== undefined)
      table.cut ??= { at: at - 1, message: "The page ends within a table of fields." };
    return this.#sections;
  }

  #text(at: number): string {
    return this.#lines[at]?.text ?? "";
  }

  #note(title: string, at: number): Unread {
    const { unread } = this.#sections;
    const note = unread.get(title) ?? { at, names: [], lines: [] };
    unread.set(title, note);
    return note;
  }

  #row(at: number): number | undefined {
    const { table = this.#looseAt(at) } = this.#rows;
    if (table === undefined) return undefined;
    const name = this.#rows.add(at, table);
    if (name === undefined) return this.#rows.addNameless(at, table) ? at + 1 : undefined;
    this.#unread?.names.push(name);
    return at + 2;
  }

  /** The table of a row whose heading has been lost; undefined if no row begins here. */
  #looseAt(at: number): Table | undefined {
    const isRow = headingIn(this.#text(at)) === undefined && this.#rows.typeOfRow(at) !== undefined;
    return isRow ? this.#openLoose() : undefined;
  }

  #heading(at: number): number | undefined {
    const text = this.#text(at);
    const heading = headingIn(text) ?? (this.#opensBody(at) ? "body" : undefined);
    if (heading === undefined || !this.#endsTable(heading, at)) return undefined;
    // The code samples stand between the request and its answers.
    if (heading === "body" && this.#mode === "samples" && this.#sections.samples.length > 0) this.#enterAnswers();
    this.#unread = this.#unreadAnswer;
    if (heading === "samples") this.#leave("samples");
    else if (heading === "request") this.#leaveAnswers();
    else if (heading === "answers") {
      this.#enterAnswers();
      this.#leave("outside");
    } else if (heading === "example" || heading === "answer example") {
      this.#part = this.#inAnswers || heading === "answer example" ? "response" : "body";
      this.#leave("example");
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
    this.#leave("outside");
    this.#unread = this.#unreadAnswer = undefined;
  }

  /** Whether a media type stands where the heading of a body has been lost. In a row, it is a value or a text. */
  #opensBody(at: number): boolean {
    if (!isMediaType(this.#text(at))) return false;
    const { table, last, isFlat, isValueNext } = this.#rows;
    if (table === undefined) return this.#mode !== "samples" || this.#sections.samples.length > 0;
    const isValue = isValueNext || HOLDS_MEDIA_TYPE.test(last?.name ?? "");
    const isOpen = (isFlat && !this.#inAnswers) || this.#isUnreadTable;
    return isOpen && !isValue && this.#rows.typeOfRow(at + 1) !== undefined;
  }

  /** Whether the open table is not read, and the body of the request or the answer may follow it. */
  get #isUnreadTable(): boolean {
    return this.#unread !== undefined && this.#unread !== this.#unreadAnswer;
  }

  #openBody(type: string | undefined, at: number): Table {
    this.#answerOpen ||= this.#inAnswers;
    if (!this.#inAnswers) return this.#openRead("body", type, at);
    if (!this.#isWanted) return this.#open(undefined);
    if (type === undefined || (this.#answerType ?? type) === type) {
      this.#answerType ??= type;
      return this.#openRead("response", type, at);
    }
    this.#isWanted = false;
    this.#unread = this.#unreadAnswer = this.#note(`the answer as ${type}`, at);
    return this.#open(undefined);
  }

  #openRead(part: "body" | "response", type: string | undefined, at: number): Table {
    if (type !== undefined && !isJson(type)) this.#sections.otherTypes.push({ part, type, at });
    return this.#open(part);
  }

  /** Opens a part's table, or one that is thrown away. */
  #open(part: Part | undefined): Table {
    const { tables } = this.#sections;
    const table = (part && tables.get(part)) ?? { rows: [] };
    this.#rows.table = table;
    if (part !== undefined) tables.set(part, table);
    return table;
  }

  /** Opens the table of rows whose heading has been lost. */
  #openLoose(): Table {
    if (this.#mode === "samples" && this.#sections.samples.length > 0) this.#enterAnswers();
    if (this.#inAnswers) return this.#openBody(undefined, 0);
    return (this.#rows.table = this.#sections.loose);
  }

  #leave(mode: "outside" | "example" | "samples"): void {
    this.#rows.table = undefined;
    this.#mode = mode;
  }

  /** Below a row, a word can be a heading or a field's label. It is a heading only if the next lines fit it. */
  #endsTable(heading: Heading, at: number): boolean {
    if (this.#rows.table === undefined) return true;
    if (heading === "example") return this.#exampleFollows(at + 1);
    if (this.#rows.table.rows.length === 0 || !BARE_WORD.test(this.#text(at))) return true;
    const next = this.#text(at + 1);
    if (heading === "body" && this.#isUnreadTable) return this.#rows.typeOfRow(at + 1) !== undefined;
    if (heading === "answers")
      return COLOURED_ANSWER.test(next) || PLAIN_ANSWER.test(next) || headingIn(next) === "body";
    return heading !== "request" && heading !== "body";
  }

  /** Whether an example is in the next lines, or nothing that belongs to a row. */
  #exampleFollows(from: number): boolean {
    for (let at = from; at < from + 4; at += 1) {
      const text = this.#text(at);
      if (this.#rows.typeOfRow(at) !== undefined) return false;
      if (at >= this.#lines.length || JSON_LINE.test(text) || isFooter(text) || stopsJson(text)) return true;
    }
    return false;
  }

  #modified(at: number): number | undefined {
    const modified = modifiedIn(this.#text(at));
    if (modified === undefined) return undefined;
    this.#sections.modified = modified;
    this.#leave("outside");
    this.#unread = this.#unreadAnswer = undefined;
    return at + 1;
  }

  /** The answers are one below the other, or they are tabs in a row and the first is shown. */
  #status(at: number): number | undefined {
    const text = this.#text(at);
    const isPlain = this.#inAnswers
      ? this.#mode === "outside"
      : headingIn(this.#text(at + 1)) === "body" || isMediaType(this.#text(at + 1));
    const found =
      COLOURED_ANSWER.exec(text) ?? (isPlain && this.#rows.table === undefined ? PLAIN_ANSWER.exec(text) : null);
    const status = found?.[1] ?? found?.[2];
    if (status === undefined) return undefined;
    this.#enterAnswers();
    this.#leave("outside");
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
    if (this.#mode === "samples" && /^curl\s/.test(text) && this.#rows.table === undefined) {
      const sample = readCurl(this.#lines, at);
      if (sample.body?.closed === false)
        this.#sections.cut ??= { at, message: "The code sample that begins here does not end." };
      this.#sections.samples.push(sample);
      return sample.end;
    }
    const { table } = this.#rows;
    const isExample =
      beginsJson(text) && ((this.#mode === "example" && table === undefined) || this.#isLooseExample(at));
    if (!isExample && table !== undefined) this.#rows.addText(at, table);
    if (!isExample) return undefined;
    const block = jsonBlock(this.#lines, at, 0);
    if (!block.closed) this.#sections.cut ??= { at, message: "The example that begins here does not end." };
    else if (this.#part === "body" || this.#isWanted) this.#sections.examples[this.#part].push(block);
    return block.end;
  }

  /** Whether an example begins here whose heading has been lost: JSON in an answer, or JSON that has the table's fields. */
  #isLooseExample(at: number): boolean {
    const { table, isValueNext } = this.#rows;
    const isElsewhere = table === undefined && (this.#mode === "samples" || !this.#inAnswers);
    if (isElsewhere || isValueNext || at < this.#seenTo) return false;
    const { closed, text, end } = jsonBlock(this.#lines, at, 0);
    this.#seenTo = end;
    const value = closed ? readJson(text)?.value : undefined;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const isWhole = !table?.rows.length || table.rows.some(({ name }) => isObject(first) && name in first);
    if (value === undefined || !isWhole) return false;
    this.#part = this.#inAnswers ? "response" : "body";
    this.#answerOpen ||= this.#inAnswers;
    this.#leave("example");
    return true;
  }

  #isFooter(at: number): boolean {
    const isNear = at >= this.#lines.length - FOOTER_LINES && isFooter(this.#text(at));
    return isNear && this.#lines.slice(at).every((_, below) => this.#rows.typeOfRow(at + below) === undefined);
  }
}
