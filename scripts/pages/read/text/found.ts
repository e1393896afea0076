// What the sections of a copied page hold, before it is made a page.
import type { Part } from "../../../core/place.js";
import type { Mark } from "../../page/page.js";
import type { CurlSample } from "./curl.js";
import type { JsonBlock } from "./json-block.js";
import type { PrintedType } from "./type-line.js";
import type { FacetWord, Flag } from "./words.js";

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
export type Cut = { at: number; message: string };

export interface Table {
  rows: Row[];
  /** The type of the whole, if it is printed. */
  root?: Row;
  cut?: Cut;
}

/** What is noted, but not read: the names of its rows and all its lines. */
export interface Unread {
  at: number;
  names: string[];
  lines: string[];
}

export class Sections {
  /** The parts that have a heading, including folded ones. */
  readonly tables = new Map<Part, Table>();
  /** The rows of the request that stand below no heading. */
  readonly loose: Table = { rows: [] };
  /** By title. Several answers may have one status. */
  readonly unread = new Map<string, Unread>();
  /** The media types of bodies that are not JSON. */
  readonly otherTypes: { part: Part; type: string; at: number }[] = [];
  /** The lines with the name or the type of a row. */
  readonly rowLines = new Set<number>();
  /** The lines that are read or noted whatever they hold: of examples, samples, texts of rows, and parts that are not read. */
  readonly otherLines = new Set<number>();
  readonly examples: Record<"body" | "response", JsonBlock[]> = { body: [], response: [] };
  readonly samples: CurlSample[] = [];
  /** Whether the page has answers. */
  answers = false;
  /** The status of the answer that is shown, if it is printed. */
  answer?: string;
  modified?: string;
  cut?: Cut;
}

/** The parts whose fields hold no others. */
export const FLAT: readonly Part[] = ["path", "query", "header"];
