// Changes to a page, and the findings that they must give. The expectations follow the contract's own rules, not the tool's code.
import { spotsOf, type Field, type Page, type Part, type Shape, type Spot } from "./model.js";

type Impact = "breaking" | "additive" | "documentation";

export interface Expected {
  kind: string;
  /** On the page; empty if the finding is about the whole page. */
  place: string;
  impact: Impact;
}

export interface Mutation {
  /** The row of the score table. */
  row: string;
  /** Where on the page it is. */
  where: Where;
  /** What it does, for a person: `format int64 -> int32`. */
  what: string;
  /** The page without the change. */
  original: Page;
  /** What changes, as the contract places it: a field, `head/status` or the like; empty for the whole page. */
  place: string;
  /** Makes the change in a copy of the page. */
  change: (page: Page) => void;
  /** In the order of their places. */
  expected: Expected[];
}

/** A copy of a page with some of its mutations. */
export function mutated(original: Page, mutations: readonly Mutation[]): Page {
  const page = structuredClone(original);
  for (const { change } of mutations) change(page);
  return page;
}

type Where = "the page's head" | "outermost" | "nested" | "in the items of a list" | "in a shared component";

/** A change that this form of a page cannot show, or that the contract accepts. */
export interface Invisible {
  row: string;
  place: string;
  reason: string;
}

export interface Mutations {
  mutations: Mutation[];
  invisible: Invisible[];
}

/** `markdown`: the page's own document, or the export. `text`: what a person copies from the rendered page. */
export type Form = "markdown" | "text";

/** Names that no page of the contract has. */
const NEW_FIELD = "brandNewField";
const NEW_VALUE = "brandNewValue";

const PLACELESS = "the page does not show where the field is, nor where its members are";
const ITEMS_ARE_BARE = "the text prints one word for a list and what it holds";
const NOT_OF_THE_PUSH = "PandaPon makes the call: the parameters that its page lists are not those of the push";
const NAMES_ARE_DATA = "the names in this object are data, so none is new and none is missing";

/** Every change that can happen to a page in one of its forms. */
export function mutationsOf(page: Page, form: Form = "markdown"): Mutations {
  const found = new Found(page, form);
  found.wholePage();
  found.newPage();
  found.newAnswer();
  found.newDate();
  found.absentFields();
  found.newWholes();
  found.where = "outermost";
  for (const part of ["query", "header"] as const) found.newParameter(part);
  for (const part of ["body", "response"] as const) found.newMembers(part, part, page[part], true);
  for (const spot of spotsOf(page)) {
    found.where = whereIs(spot);
    found.place = spot.place;
    const object = spot.shape.fields === undefined ? undefined : spot.shape;
    if (object !== undefined)
      found.newMembers(spot.place, spot.part, object, spot.listed && isListing(object), spot.openPlace);
    found.ofField(spot);
    found.ofShape(spot);
  }
  return { mutations: found.mutations, invisible: found.invisible };
}

function whereIs({ shape, inItems, depth }: Spot): Where {
  if (shape.origin?.component !== undefined) return "in a shared component";
  return inItems ? "in the items of a list" : depth > 1 ? "nested" : "outermost";
}

/** Whether a table lists the members of an object, or would list them if it had any. */
const isListing = ({ fields = [] }: Shape): boolean => fields.length === 0 || fields.some((field) => field.listed);

class Found {
  readonly mutations: Mutation[] = [];
  readonly invisible: Invisible[] = [];
  /** Where the next changes are. */
  where: Where = "the page's head";
  /** What the next changes are made to. */
  place = "";
  readonly #page: Page;
  readonly #form: Form;
  /** How many fields print "or null". If none does, a text page cannot say that a value is never null. */
  readonly #nullables: number;

  constructor(page: Page, form: Form) {
    this.#page = page;
    this.#form = form;
    this.#nullables = [...spotsOf(page)].filter(({ shape, listed }) => listed && shape.nullable).length;
  }

  wholePage(): void {
    const path = this.#page.kind === "callback" ? `${this.#page.path}_V9` : `${this.#page.path}/v9`;
    const moved: Expected = { kind: "moved", place: "", impact: "breaking" };
    this.#add("moved (path)", `path -> ${path}`, moved, (page) => void (page.path = path), "head/path");
    const method = this.#page.method === "POST" ? "PUT" : "POST";
    if (this.#page.kind === "operation") {
      this.#add("moved (method)", `method -> ${method}`, moved, (page) => void (page.method = method), "head/path");
    } else this.#hide("moved (method)", "", "a pushed message has no method of its own on the page");
    for (const status of ["released", "in-development", "deprecated"] as const) {
      if (status === this.#page.status) continue;
      const expected: Expected = { kind: "status", place: "", impact: "documentation" };
      this.#add("status", `status -> ${status}`, expected, (page) => void (page.status = status), "head/status");
    }
  }

  /** A field appears that the contract accepts as missing on this page. */
  absentFields(): void {
    for (const { parent, field } of this.#page.absent) {
      const place = `${parent}/${field.name}`;
      this.#add(
        "stale acceptance (place)",
        "there now",
        { kind: "stale acceptance", place, impact: "documentation" },
        (page) => {
          fieldsAt(page, parent).push(field);
        },
        place,
      );
    }
  }

  /** An object becomes a list of such objects, or a text. */
  newWholes(): void {
    for (const part of ["body", "response"] as const) {
      const shape = this.#page[part];
      if (shape?.type !== "object") continue;
      const row = this.#row("type, as a whole", part);
      if (this.#form === "text") {
        this.#hide(row, part, "the text prints no type of the whole");
        continue;
      }
      const expected: Expected = { kind: "type", place: part, impact: "breaking" };
      const becomes = (what: string, whole: Shape): void =>
        this.#add(row, `object -> ${what}`, expected, (page) => void (page[part] = whole), part);
      becomes("list", { type: "array", nullable: false, items: shape });
      becomes("text", { type: "string", nullable: false });
    }
  }

  newDate(): void {
    if (this.#form === "markdown") return this.#hide("modified", "", "a Markdown page has no date");
    const expected: Expected = { kind: "modified", place: "", impact: "documentation" };
    const change = (page: Page): void => void (page.modified = "2031-02-03 04:05:06");
    this.#add("modified", "another date", expected, change, "head/modified");
  }

  /** A page that the contract does not know. */
  newPage(): void {
    const { kind, path } = this.#page;
    const expected: Expected = { kind: "not covered", place: "", impact: "additive" };
    this.#add("not covered", "a page with an id, a title and a path of its own", expected, (page) => {
      page.id = "api-999999999";
      page.title = "Nothing that anybody knows";
      page.path = kind === "callback" ? "BRAND_NEW_MESSAGE" : `/${path.split("/")[1] ?? ""}/brand/new`;
    });
  }

  /** An answer appears that no page showed when the contract was written. */
  newAnswer(): void {
    const { unseen } = this.#page;
    if (unseen?.fields === undefined || unseen.fields.length === 0) return;
    this.#add(
      "now visible (response)",
      "the answer",
      { kind: "now visible", place: "response", impact: "documentation" },
      (page) => {
        page.response = unseen;
      },
      "response",
    );
  }

  newParameter(part: "query" | "header"): void {
    if (this.#page.kind === "callback") {
      this.#hide(`added (${part})`, part, NOT_OF_THE_PUSH);
      return;
    }
    for (const required of ["yes", "no"] as const) {
      const [what, impact] =
        required === "yes" ? ["a required one", "breaking" as const] : ["an optional one", "additive" as const];
      const place = `${part}/${NEW_FIELD}`;
      const change = (page: Page): void => void page[part].push(newField(required));
      this.#add(`added (${part})`, what, { kind: "added", place, impact }, change, place);
    }
  }

  newMembers(place: string, part: Part, shape: Shape | undefined, listed: boolean, isPlaceless = false): void {
    if (shape?.fields === undefined) return;
    if (shape.origin?.free === true) return this.#hide(this.#row("added", part), place, NAMES_ARE_DATA);
    if (isPlaceless) return this.#hide(this.#row("added", part), place, PLACELESS);
    const sent = this.#isSent(part);
    const add = (required: "yes" | "no", isListed: boolean): void => {
      const what = isListed ? (required === "yes" ? "a required one" : "an optional one") : "one in the example alone";
      const impact = sent && required === "yes" ? "breaking" : "additive";
      const added = `${place}/${NEW_FIELD}`;
      const change = (page: Page): void =>
        void shapeAt(page, place).fields?.push({ ...newField(required), listed: isListed });
      this.#add(this.#row("added", part), what, { kind: "added", place: added, impact }, change, added);
    };
    if (listed) {
      add("no", true);
      add("yes", true);
    }
    add("no", false);
  }

  ofField(spot: Spot): void {
    const { place, part, field, shape, listed } = spot;
    if (field === undefined) return;
    const hidden = this.#whyUncounted(spot);
    if (hidden !== undefined) for (const row of ["removed", "renamed"]) this.#hide(this.#row(row, part), place, hidden);
    else this.#nameChanges(spot);
    if (!listed || part === "path" || this.#isForeign(part)) return;
    if (isCredential(field)) {
      return this.#hide("required", place, "a credential is sent with every call, whatever its mark says");
    }
    const required = field.required !== "yes";
    const row = `required (${required ? "now" : "no more"})`;
    const change = (page: Page): void => {
      fieldAt(page, place).required = required ? "yes" : "no";
    };
    if (this.#isAccepted(row, "required", place, shape, change)) return;
    // Callers must now send the field, or readers can no longer rely on it.
    const impact = this.#isSent(part) === required ? "breaking" : "additive";
    this.#add(
      row,
      required ? "now required" : "now optional",
      { kind: "required", place: this.#shown(spot), impact },
      change,
    );
  }

  /** Why it is not a finding that this field comes or goes. */
  #whyUncounted({ part, isData, listed }: Spot): string | undefined {
    if (this.#isForeign(part)) return NOT_OF_THE_PUSH;
    if (part === "path") return "it is part of the path; a change of the path is a move";
    if (isData) return NAMES_ARE_DATA;
    const isWhole = (part !== "body" && part !== "response") || this.#page.complete[part];
    if (this.#form === "text" && !listed && !isWhole) {
      return "an example cannot prove that a field is missing if x-evidence says that only a part is visible";
    }
    return undefined;
  }

  #nameChanges(spot: Spot): void {
    const { place, part, field, siblings = [] } = spot;
    if (field === undefined) return;
    const parent = place.slice(0, place.lastIndexOf("/"));
    const removed: Expected = { kind: "removed", place, impact: "breaking" };
    const takeOut = (page: Page): void => {
      const list = fieldsAt(page, parent);
      const at = list.findIndex((one) => one.name === field.name);
      list.splice(at, 1);
    };
    this.#add(this.#row("removed", part), "gone", removed, takeOut);
    const name = newName(field.name, siblings);
    const shown = this.#shown(spot);
    const renamed = `${shown.slice(0, shown.lastIndexOf("/"))}/${name}`;
    const renames: Expected = { kind: "renamed", place: renamed, impact: "breaking" };
    this.#add(this.#row("renamed", part), `-> ${name}`, renames, (page) => {
      fieldAt(page, place).name = name;
    });
    const inTable = siblings.some((one) => one.listed && one.name !== field.name);
    if (spot.listed && inTable && !spot.openPlace && (part === "body" || part === "response")) {
      this.#add(this.#row("left in the example alone", part), "gone from the table", removed, (page) => {
        fieldAt(page, place).listed = false;
      });
    }
    if (spot.openPlace) return;
    const added: Expected = { kind: "added", place: `${parent}/${NEW_FIELD}`, impact: "additive" };
    const both = [removed, added].sort((one, other) => (one.place < other.place ? -1 : 1));
    this.#add(this.#row("replaced", part), "gone, and an unlike one is there", both, (page) => {
      takeOut(page);
      fieldsAt(page, parent).push({ ...newField("no"), listed: spot.listed });
    });
  }

  /** Headers and parameters of a callback's page. */
  #isForeign(part: Part): boolean {
    return this.#page.kind === "callback" && part !== "body";
  }

  /** The place at which a form shows a field. */
  #shown({ place, part, field, openPlace }: Spot): string {
    return this.#form === "text" && openPlace && field !== undefined ? `${part}/?/${field.name}` : place;
  }

  ofShape(spot: Spot): void {
    const { part, listed, field, shape } = spot;
    if (part === "header" || (field !== undefined && isCredential(field))) return;
    this.#type(spot);
    if (shape.type === undefined || shape.type === "null") return;
    this.#nullable(spot);
    if (!listed) return;
    this.#format(spot);
    this.#values(spot);
  }

  #type(spot: Spot): void {
    const { place, part, shape } = spot;
    const row = this.#row("type", part);
    const own = shape.origin?.accepted.find((one) => one.facet === "type" && one.ofThisPage);
    if (own !== undefined) {
      const agreed = shape.origin?.types.find((type) => type !== own.says) ?? "";
      if (own.says.includes(" ")) return this.#hide(row, place, "an acceptance in prose: two kinds of object");
      const expected: Expected = { kind: "stale acceptance", place, impact: "documentation" };
      return this.#add("stale acceptance (type)", `${own.says} -> ${agreed}`, expected, (page) => {
        retype(shapeAt(page, place), agreed);
      });
    }
    const other = otherType(shape.type);
    // If the contract has no type, the page had none: it shows more than before and contradicts nothing.
    const expected: Expected =
      shape.origin?.types.length === 0
        ? { kind: "now visible", place: this.#shown(spot), impact: "documentation" }
        : { kind: "type", place: this.#shown(spot), impact: "breaking" };
    this.#add(row, `${shape.type ?? "any"} -> ${other}`, expected, (page) => retype(shapeAt(page, place), other));
    if (shape.type === "object" || shape.type === "array") {
      const swapped = shape.type === "object" ? "array" : "object";
      this.#add(`${row}, list for object or the reverse`, `${shape.type} -> ${swapped}`, expected, (page) => {
        const target = shapeAt(page, place);
        retype(target, swapped);
        if (swapped === "array") target.items = { type: "string", nullable: false };
        else target.fields = [newField("no")];
      });
    }
  }

  #nullable(spot: Spot): void {
    const { place, part, shape, listed, field } = spot;
    const nullable = !shape.nullable;
    const row = `nullable (${nullable ? "now" : "no more"})`;
    const change = (page: Page): void => {
      const target = shapeAt(page, place);
      target.nullable = nullable;
      if (!listed) target.example = null;
    };
    if (this.#isAccepted(row, "nullable", place, shape, change)) return;
    if (!listed && !nullable) return this.#hide(row, place, "an example cannot show that a value is never null");
    if (!listed && shape.origin?.nullable === true)
      return this.#hide(row, place, "the contract says that it may be null, though the example had a value");
    if (this.#form === "text" && listed && field === undefined) return this.#hide(row, place, ITEMS_ARE_BARE);
    if (this.#form === "text" && !nullable && this.#nullables < 2) {
      return this.#hide(row, place, 'no other field of the page prints "or null", so its absence says nothing');
    }
    const impact = this.#isSent(part) === nullable ? "additive" : "breaking";
    const expected: Expected = { kind: "nullable", place: this.#shown(spot), impact };
    this.#add(row, nullable ? "may be null" : "never null", expected, change);
  }

  /** Whether the contract accepts more than one answer here. If the page no longer says what is accepted, the acceptance is stale. */
  #isAccepted(row: string, facet: string, place: string, shape: Shape, change: (page: Page) => void): boolean {
    const accepted = shape.origin?.accepted.filter((one) => one.facet === facet) ?? [];
    if (accepted.some((one) => one.ofThisPage)) {
      const expected: Expected = { kind: "stale acceptance", place, impact: "documentation" };
      this.#add(`stale acceptance (${facet})`, row, expected, change);
    } else if (accepted.length > 0) {
      this.#hide(row, place, `the contract accepts more than one answer from every page here (${facet})`);
    }
    return accepted.length > 0;
  }

  #format(spot: Spot): void {
    const { place, part, shape } = spot;
    const shown = this.#shown(spot);
    const from = shape.format;
    if (shape.type === "integer" && from !== undefined) {
      const to = from === "int64" ? "int32" : "int64";
      const sent = this.#isSent(part);
      const impact = to === "int64" ? (sent ? "additive" : "breaking") : "documentation";
      this.#add("format", `${from} -> ${to}`, { kind: "format", place: shown, impact }, (page) => {
        shapeAt(page, place).format = to;
      });
    } else if (shape.type === "string" && shape.origin?.format === undefined) {
      this.#add("format", "none -> date-time", { kind: "format", place: shown, impact: "documentation" }, (page) => {
        shapeAt(page, place).format = "date-time";
      });
    } else if (shape.type === "string") {
      this.#hide("format", place, "the contract alone says that this text is an id");
    }
  }

  #values(spot: Spot): void {
    const { place, part, shape, field } = spot;
    if (this.#form === "text" && field === undefined) return this.#hide("enum: a closed list", place, ITEMS_ARE_BARE);
    const sent = this.#isSent(part);
    for (const key of ["enum", "named"] as const) {
      const values = shape[key];
      if (values === undefined) continue;
      const closed = key === "enum";
      const row = closed ? "enum" : "enum (named in the text)";
      const more: Expected = { kind: "enum", place, impact: closed && !sent ? "breaking" : "additive" };
      this.#add(`${row}: added`, `+ ${NEW_VALUE}`, more, (page) => {
        shapeAt(page, place)[key] = [...values, NEW_VALUE];
      });
      if (values.length < 3 && !closed) {
        this.#hide(`${row}: removed`, place, "a text that names only one value is not a list of values");
        continue;
      }
      for (const gone of values) {
        const fewer: Expected = {
          kind: "enum",
          place,
          impact: closed ? (sent ? "breaking" : "additive") : "documentation",
        };
        this.#add(`${row}: removed`, `- ${gone}`, fewer, (page) => {
          shapeAt(page, place)[key] = values.filter((value) => value !== gone);
        });
      }
    }
    if (shape.enum === undefined && shape.named === undefined && shape.type === "string") {
      this.#add(
        "enum: a closed list",
        `only ${NEW_VALUE}`,
        { kind: "enum", place: this.#shown(spot), impact: sent ? "breaking" : "additive" },
        (page) => {
          shapeAt(page, place).enum = [NEW_VALUE];
        },
      );
    }
  }

  #row(kind: string, part: Part): string {
    return `${kind} (${part === "body" ? (this.#page.kind === "callback" ? "message" : "body") : part})`;
  }

  /** Whether callers send this part; otherwise they read it. */
  #isSent(part: Part): boolean {
    return this.#page.kind === "operation" && part !== "response";
  }

  #add(
    row: string,
    what: string,
    expected: Expected | Expected[],
    change: (page: Page) => void,
    place = this.place,
  ): void {
    const { where } = this;
    this.mutations.push({ row, where, what, original: this.#page, place, change, expected: [expected].flat() });
  }

  #hide(row: string, place: string, reason: string): void {
    this.invisible.push({ row, place, reason });
  }
}

const newField = (required: "yes" | "no"): Field => ({
  name: NEW_FIELD,
  required,
  listed: true,
  shape: { type: "string", nullable: false, label: "brand new" },
});

/** A name that looks like the old one. */
function newName(name: string, siblings: readonly Field[]): string {
  const taken = new Set(siblings.map((one) => one.name));
  return [`${name}V9`, `${name}V99`].find((one) => !taken.has(one)) ?? `${name}V999`;
}

const isCredential = ({ shape }: Field): boolean => shape.origin === undefined;

function retype(shape: Shape, type: string): void {
  for (const key of ["items", "fields", "format", "enum", "named", "example", "name"] as const) delete shape[key];
  shape.type = type;
}

const otherType = (type: string | undefined): string => (type === "boolean" ? "string" : "boolean");

const spotAt = (page: Page, place: string): Spot => {
  for (const spot of spotsOf(page)) if (spot.place === place) return spot;
  throw new Error(`nothing at ${place}`);
};

function shapeAt(page: Page, place: string): Shape {
  const whole = place === "body" ? page.body : place === "response" ? page.response : undefined;
  return whole ?? spotAt(page, place).shape;
}

function fieldAt(page: Page, place: string): Field {
  const { field } = spotAt(page, place);
  if (field === undefined) throw new Error(`no field at ${place}`);
  return field;
}

function fieldsAt(page: Page, place: string): Field[] {
  if (place === "header") return page.header;
  if (place === "query") return page.query;
  const { fields } = shapeAt(page, place);
  if (fields === undefined) throw new Error(`no object at ${place}`);
  return fields;
}
