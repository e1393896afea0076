// What one page of PandaPon's documentation says, in the same types for every form of page.
import type { Part, Place } from "../../core/place.js";

/** What a page shows of a mark. `not visible` is neither yes nor no: the form of the page does not have the mark, or the page does not print it. */
export type Mark = "yes" | "no" | "not visible";

/** `table`: the page lists fields with their types. `example`: only an example shows them. `none`: nothing of this part is visible. */
export type Visibility = "table" | "example" | "none";

/** One field of a page. What the page does not show is left out, never guessed. */
export interface Field {
  from: "table" | "example";
  /** JSON types that the page names, sorted, without "null"; empty if it names none. */
  types: string[];
  /** Whether null is allowed. From an example: `yes` if it holds null, else `not visible`. */
  nullable: Mark;
  required: Mark;
  format?: string;
  /** The name that the page gives to the shape of an object, or of the items of a list. */
  shape?: string;
  /** Values that the schema lists, as text, in the page's order. */
  enum?: string[];
  /** Values that only the field's description names, as text, in the page's order. */
  named?: string[];
  default?: unknown;
  example?: unknown;
  /** The field's description if it is a short name, else its length and a digest: PandaPon's sentences are not kept. */
  label?: string;
  /** The digest of all further texts: a description beside a title, the names and meanings of values. */
  words?: string;
  /** Types that the page's own examples hold here, including "null", sorted. Only on a field of a table. */
  seen?: string[];
}

export type Language = "zh" | "en" | "vi" | "es" | "th" | "unknown";

/** The status of an endpoint, in the contract's words. */
export type PageStatus = "released" | "in-development" | "deprecated" | "not visible";

export interface Page {
  /** `api-250313120`. */
  id: string;
  /** The page's address, if known. */
  url?: string;
  form: "markdown" | "text" | "export";
  language: Language;
  title: string;
  /** The digest of the texts about the endpoint and its bodies; none if the page has no others than its title. */
  words?: string;
  /** The folders of the navigation that the page is in, from the outermost; empty if not visible. */
  folder: string[];
  kind: "operation" | "callback";
  /** Upper case. */
  method: string;
  /** Begins with a slash; the message type of a callback. */
  path: string;
  status: PageStatus;
  /** The addresses of servers that the page names. */
  servers: string[];
  /** As the page prints it. */
  modified?: string;
  visible: Record<Part, Visibility>;
  fields: Map<Place, Field>;
  /** Whole examples, by part. Integers beyond 2^53 are bigints. */
  examples: { body: unknown[]; response: unknown[] };
  /** What could not be read completely, without line numbers. The next pull does not report the ones that it knows. */
  notices: string[];
}

/** A page with its source, so that a finding can name the line. */
export interface ReadPage extends Page {
  /** The file or address that it was read from. */
  source: string;
  /** The line of the source, from 1, that has a field; the line of the page's head if there is no place or it is not found. */
  lineOf(place?: Place): number;
}
