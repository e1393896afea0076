// Reads the rows of the table that is open: a name with a type below it, and the lines below them.
import { FLAT, type Row, type Sections, type Table } from "./found.js";
import type { Line } from "./lines.js";
import { isScalar, openItem, typeIn, type PrintedType } from "./type-line.js";
import { facetIn, flagIn, headingIn, isButton, isMediaType, isTool, markIn, type FacetWord } from "./words.js";

export const BARE_WORD = /^[A-Za-z]+$/;
const IDENTIFIER = /^[\w$.@-]+$/;
const SENTENCE = /[\u3002\uFF1B\uFF1F\uFF01]|\.$/u;
const KEY = /"((?:[^"\\]|\\.)*)"\s*:/g;
const NAME_LENGTH = 80;

export class RowReader {
  /** The table that is open. Its rows are thrown away if it is not one of the page's tables. */
  table: Table | undefined;
  readonly #lines: readonly Line[];
  readonly #sections: Sections;
  /** The facet of the last row that the next line continues. */
  #facet: FacetWord | undefined;
  /** What each line prints that is a type: a page prints few different ones, many times. */
  readonly #types = new Map<string, ReturnType<typeof typeIn>>();
  /** The names that the page's JSON has. */
  readonly #keys: ReadonlySet<string>;

  constructor(lines: readonly Line[], sections: Sections) {
    this.#lines = lines;
    this.#sections = sections;
    this.#keys = new Set(
      lines.flatMap(({ text }) => (text.includes('"') ? [...text.matchAll(KEY)].map(([, key = ""]) => key) : [])),
    );
  }

  /** Whether the next line is the value of a facet. */
  get isValueNext(): boolean {
    return this.#facet !== undefined;
  }

  /** The row that the next line is about: the last one, or the whole. */
  get last(): Row | undefined {
    return this.table?.rows.at(-1) ?? this.table?.root;
  }

  get isFlat(): boolean {
    return FLAT.some((part) => this.table !== undefined && this.#sections.tables.get(part) === this.table);
  }

  #text(at: number): string {
    return this.#lines[at]?.text ?? "";
  }

  #typeIn(text: string): ReturnType<typeof typeIn> {
    const known = this.#types.get(text);
    const printed = known ?? typeIn(text);
    if (printed !== known) this.#types.set(text, printed);
    return printed;
  }

  /**
   * Adds the row that begins on a line. The lines after it belong to it, until the next row.
   * @returns its name; undefined if none begins there
   */
  add(at: number, table: Table): string | undefined {
    const printed = this.typeOfRow(at);
    if (printed === undefined) return undefined;
    const name = this.#text(at);
    const { root } = table;
    if (root !== undefined && isScalar(root.type)) table.cut ??= { at, message: "A type above this row has no name." };
    table.rows.push(this.#newRow(name, printed, at));
    return name;
  }

  #newRow(name: string, printed: NonNullable<ReturnType<typeof typeIn>>, at: number): Row {
    this.#facet = undefined;
    this.#sections.rowLines.add(at);
    return { name, ...printed, before: [], after: [], facets: {}, line: this.#lines[at]?.number ?? 1 };
  }

  /** The type of the row that begins on a line; undefined if none does. */
  typeOfRow(at: number): ReturnType<typeof typeIn> {
    const name = this.#text(at);
    const printed = name.length > NAME_LENGTH ? undefined : this.#typeIn(this.#text(at + 1));
    if (printed === undefined || markIn(name) !== undefined || facetIn(name) !== undefined || isMediaType(name)) {
      return undefined;
    }
    if (SENTENCE.test(name) && !this.#keys.has(name)) return undefined;
    if (!BARE_WORD.test(name) && this.#typeIn(name) !== undefined) return undefined;
    if (this.#isLabelOfList(name, printed.type) || (!this.#keys.has(name) && this.#isNameless(name, at)))
      return undefined;
    const heading = headingIn(name);
    const isName = BARE_WORD.test(name) && (heading !== "body" || (this.table?.rows.length ?? 0) > 0);
    return heading === undefined || isName ? printed : undefined;
  }

  /** The type of the whole below its heading, or of the items of the list above. Neither has a name. */
  addNameless(at: number, table: Table): boolean {
    const text = this.#text(at);
    const printed = this.#isNameless(text, at) ? this.#typeIn(text) : undefined;
    if (printed === undefined) return false;
    const row = this.#newRow("", printed, at);
    if (this.last === undefined) table.root = row;
    else table.rows.push(row);
    return true;
  }

  #isNameless(text: string, at: number): boolean {
    if (this.table === undefined || this.#facet !== undefined) return false;
    const type = this.#typeIn(text)?.type;
    const list = this.last;
    if (type === undefined) return false;
    if (list === undefined) return !this.isFlat && this.table !== this.#sections.loose;
    const isNext = list.name === "" && list !== this.table.root && markIn(this.#text(at + 1)) !== undefined;
    return isNext || openItem(list.type, type) !== undefined;
  }

  /** Whether a line above a type is the label of a list, and the type is that of its items. */
  #isLabelOfList(text: string, type: PrintedType): boolean {
    const list = this.last;
    if (list === undefined || openItem(list.type, type) === undefined) return false;
    const isOfObjects = list.type.items?.types.includes("object") === true;
    if (this.#keys.has(text)) return !isOfObjects && text === list.name;
    return !IDENTIFIER.test(text) || (this.#keys.has(list.name) && (!isOfObjects || /^[A-Z]/.test(text)));
  }

  /** A mark, a facet or a text of the last row. */
  addText(at: number, table: Table): void {
    const row = this.last;
    const text = this.#text(at);
    const mark = markIn(text);
    const facet = facetIn(text);
    const flag = flagIn(text);
    if (mark !== undefined) {
      const isLost = row === undefined ? !this.#isBelowHeading(at) : row.mark !== undefined;
      if (isLost) table.cut ??= { at, message: "There is a mark here without a field and its type above it." };
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
}
