// What has been read of a page so far, within the limits that a page has.
import { writeJson } from "../../../core/exact-json.js";
import { isCollection, isObject, type Located, type Node } from "../../../core/node.js";
import { parentOf, type Part, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import { TooLarge } from "../../../core/schema-fields.js";
import { digestText, keptLabel } from "../../page/field.js";
import { PageFields, type Example } from "../../page/page-fields.js";
import type { Field } from "../../page/page.js";
import { withoutPersonalText } from "../../page/personal.js";
import { stepsOfRef } from "./keys.js";
import type { Noted, Trouble } from "./trouble.js";

const MOST_FIELDS = 10_000;
const MOST_NOTED = 20_000;
const MOST_VALUES = 100_000;
const MOST_SCHEMAS = 40_000;
/** So many references may lead to one another. */
const LONGEST_CHAIN = 100;
/** Every walk through a document is recursive, and deeper values can overflow the stack. */
const DEEPEST_VALUE = 300;

export class PageParts {
  readonly document: Node;
  /** The line of the source, from 1, of a node of the document. */
  readonly line: (pointer: Pointer) => number;
  readonly fields = new PageFields();
  readonly noted: Noted[] = [];
  /** Texts about the endpoint and its bodies. */
  readonly texts: unknown[] = [];
  readonly budget = { schemas: MOST_SCHEMAS };
  /** Places that cannot be read. Nothing is known of them and of the fields below them. */
  readonly lost = new Set<Place>();
  #values = 0;
  readonly #checked = new WeakSet<object>();
  readonly #digests = new WeakMap<Node, string>();

  constructor(document: Node, line: (pointer: Pointer) => number) {
    this.document = document;
    this.line = line;
  }

  add(place: Place, field: Field, pointer: Pointer): void {
    this.fields.add(place, field, () => this.line(pointer));
    this.#checkFields(pointer);
  }

  addExamples(part: Part, examples: readonly Example[], pointer: Pointer): void {
    this.fields.addExamples(part, examples, (place) => this.isLost(place));
    this.#checkFields(pointer);
  }

  #checkFields(pointer: Pointer): void {
    if (this.fields.all.size > MOST_FIELDS) throw tooLarge(`the page has more than ${MOST_FIELDS} fields`, pointer);
  }

  /** Notes what the page holds and its fields do not. */
  note(pointer: Pointer, one: Trouble): void {
    this.noted.push({ ...one, pointer });
    if (this.noted.length > MOST_NOTED) {
      throw tooLarge(`more than ${MOST_NOTED} parts of the page are not read`, pointer);
    }
  }

  /** Notes one value that is not read: a short one as it is, any other as its digest. */
  noteValue(pointer: Pointer, place: Place, what: string, value: unknown): void {
    const isText = typeof value === "string";
    const shown = isText
      ? (keptLabel(withoutPersonalText(value)) ?? '""')
      : isCollection(value)
        ? this.digest(value)
        : String(value);
    this.note(pointer, { kind: "not read", place, what, value: shown });
  }

  /** Notes one value that may be about a person. */
  noteExample(pointer: Pointer, place: Place, what: string, value: unknown): void {
    this.note(pointer, { kind: "not read", place, what, value: this.digest(value) });
  }

  /** Whether nothing is known of a place, or of one around it. */
  isLost(place: Place): boolean {
    const around = parentOf(place);
    return this.lost.has(place) || (around !== undefined && this.isLost(around));
  }

  /** What a `$ref` leads to, through further ones; `undefined` if it leads nowhere, which is noted. */
  follow(start: Located, place: Place): Located | undefined {
    let here = start;
    const passed = new Set<string>();
    while (typeof here.node["$ref"] === "string") {
      const what = here.node["$ref"];
      const next = this.step(here);
      if (passed.has(what) || next === undefined) {
        this.lost.add(place);
        this.note(start.pointer, { kind: passed.has(what) ? "reference to itself" : "lost reference", place, what });
        return undefined;
      }
      passed.add(what);
      if (passed.size > LONGEST_CHAIN)
        throw tooLarge(`a $ref leads through more than ${LONGEST_CHAIN} others`, start.pointer);
      here = next;
      this.check(here.node, here.pointer);
    }
    return here;
  }

  /** What its own `$ref` leads to. */
  step({ node: { $ref } }: Pick<Located, "node">): Located | undefined {
    if (typeof $ref !== "string" || !$ref.startsWith("#/")) return undefined;
    const pointer = stepsOfRef($ref);
    let node: unknown = this.document;
    for (const key of pointer) {
      if (!Object.hasOwn(Object(node) as object, key)) return undefined;
      // Lists are read by index like objects by name.
      node = (node as Node)[key];
    }
    return isObject(node) ? { node, file: "", pointer } : undefined;
  }

  /** @throws TooLarge if a value nests too deep to be read, or if the page has too many values */
  check(value: unknown, pointer: Pointer): void {
    const count = (one: unknown, levels: number): void => {
      if (!isCollection(one)) return;
      if (levels < 0) throw tooLarge(`it nests deeper than ${DEEPEST_VALUE} levels`, pointer);
      for (const member of Object.values(one)) count(member, levels - 1);
      this.#values += 1;
      if (this.#values > MOST_VALUES)
        throw tooLarge(`the page has more than ${MOST_VALUES} objects and lists`, pointer);
    };
    if (!isCollection(value) || this.#checked.has(value)) return;
    count(value, DEEPEST_VALUE);
    this.#checked.add(value);
  }

  /** The digest of a value with all that its `$ref`s lead to. */
  digest(value: unknown): string {
    const known = isObject(value) ? this.#digests.get(value) : undefined;
    if (known !== undefined) return known;
    const passed = new Set<string>();
    const reached: unknown[] = [value];
    const visit = (one: unknown): void => {
      if (!isCollection(one)) return;
      this.budget.schemas -= 0.2;
      if (this.budget.schemas < 0) throw tooLarge("it is composed of too many schemas", []);
      const ref = isObject(one) ? one["$ref"] : undefined;
      if (typeof ref === "string" && !passed.has(ref)) {
        passed.add(ref);
        const target = this.step({ node: { $ref: ref } });
        if (target !== undefined) this.check(target.node, target.pointer);
        reached.push(target?.node);
      }
      Object.values(one).forEach(visit);
    };
    for (const one of reached) visit(one);
    const digest = digestText(reached.map((one) => writeJson(one)).join("\n"));
    if (isObject(value)) this.#digests.set(value, digest);
    return digest;
  }
}

const tooLarge = (reason: string, pointer: Pointer): TooLarge => new TooLarge(reason, { node: {}, file: "", pointer });
