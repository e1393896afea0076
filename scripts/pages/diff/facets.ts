// Compares the facets of one field on the page and in the contract: type, null, required mark, format, values.
import type { DescribedField } from "../contract/described.js";
import { sameFormat } from "../contract/formats.js";
import type { Field, Page } from "../page/page.js";
import { type Place, isItem } from "../../core/place.js";
import type { Differences } from "./differences.js";
import { ofNarrowed, ofWidened } from "./direction.js";

export class Facets {
  readonly #form: Page["form"];
  readonly #differences: Differences;

  /** @param form in a form that shows everything, a missing facet is a difference */
  constructor(form: Page["form"], differences: Differences) {
    this.#form = form;
    this.#differences = differences;
  }

  /** @returns whether the type differs */
  compare(theirs: Place, field: Field, ours: Place, own: DescribedField): boolean {
    const changed = this.#type(theirs, field, ours, own);
    this.#nullable(theirs, field, ours, own);
    if (!isItem(ours) && ours.includes("/")) this.#required(theirs, field, ours, own);
    if (!changed) {
      this.#format(theirs, field, ours, own);
      this.#values(theirs, field, ours, own);
    }
    return changed;
  }

  #type(theirs: Place, field: Field, ours: Place, own: DescribedField): boolean {
    const seen = (field.seen ?? []).filter((type) => type !== "null");
    const table = field.from === "table";
    const onlyNull = table && field.types.length === 0 && field.nullable === "yes";
    const printed = onlyNull ? "null" : field.types.join(" | ");
    for (const says of [printed === "" ? "any" : printed, ...field.types, ...seen])
      this.#differences.acceptances.claimed("type", ours, says);
    if (field.types.length === 0 && !onlyNull && seen.length === 0) this.#differences.acceptances.unseen("type", ours);
    const claims = new Set([...field.types, ...seen]);
    if (own.types.size === 0)
      return claims.size > 0 && this.#nowTyped(theirs, ours, [...claims].sort(), field.nullable === "yes");
    const missing = [...claims].filter((type) => !takes(own.types, type));
    const wider = [...own.types].filter(
      (type) =>
        !claims.has(type) &&
        !own.concluded.has(type) &&
        !this.#differences.acceptances.has("type", ours, type) &&
        !(type === "number" && claims.has("integer") && !table),
    );
    const contract = [...own.types].sort().join(" | ");
    if (table && claims.size === 0 && !onlyNull && this.#form !== "text") {
      return this.#differences.report("type", theirs, ours, {
        says: "any",
        contract,
        impact: ofWidened(this.#differences.direction(ours)),
        message: `${short(theirs)} has no type on the page, and is ${contract} in the contract`,
        fix: "Remove the type, or record the contradiction in x-evidence.accepted.",
      });
    }
    const staysNullable = field.nullable === "yes" || (own.nullable && field.nullable === "not visible");
    const fromTable = missing.filter((type) => field.types.includes(type));
    if (missing.length > 0) {
      const says = fromTable.length > 0 ? printed : missing.join(" | ");
      const where = fromTable.length > 0 || !table ? "" : " in its example";
      return this.#differences.report("type", theirs, ours, {
        says,
        contract,
        impact: "breaking",
        message: `${short(theirs)} is ${says} on the page${where}, ${contract} in the contract`,
        fix: `Write ${typeWords(fromTable.length > 0 || !table ? field.types : [...own.types, ...missing], staysNullable)}, or record the contradiction in x-evidence.accepted.`,
      });
    }
    // If the contract does not allow null, that is reported instead.
    if (onlyNull && !own.nullable) return true;
    if (onlyNull || (table && field.types.length > 0 && wider.length > 0)) {
      this.#differences.report("type", theirs, ours, {
        says: printed,
        contract,
        impact: ofNarrowed(this.#differences.direction(ours)),
        message: `${short(theirs)} is only ${printed} on the page, ${contract} in the contract`,
        fix: `Write ${typeWords(field.types, staysNullable)}, or record the contradiction in x-evidence.accepted.`,
      });
    }
    return onlyNull;
  }

  /** Reports the type of a field for which no page showed one so far. */
  #nowTyped(theirs: Place, ours: Place, types: readonly string[], nullable: boolean): true {
    const says = types.join(" | ");
    return this.#differences.report("now visible", theirs, ours, {
      says,
      contract: "no type",
      impact: "documentation",
      message: `${short(theirs)} is ${says} on the page; the contract has no type, because no page showed it`,
      fix: `Write ${typeWords(types, nullable)}.`,
    });
  }

  #nullable(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const seen = field.seen?.includes("null") === true;
    const direction = this.#differences.direction(ours);
    // An example cannot prove that a value is never null, but one without null confirms it.
    const shown = field.from === "example" && field.types.length > 0 && field.nullable !== "yes";
    if (field.nullable === "no" || shown) this.#differences.acceptances.claimed("nullable", ours, "never null");
    if (field.nullable === "yes" || seen) this.#differences.acceptances.claimed("nullable", ours, "may be null");
    const silent = field.nullable === "not visible" && (field.from === "table" || isUnreadable(field));
    if (silent && !seen) this.#differences.acceptances.unseen("nullable", ours);
    if ((field.nullable === "yes" || seen) && !own.nullable && own.types.size > 0) {
      this.#differences.report("nullable", theirs, ours, {
        says: "may be null",
        contract: "never null",
        impact: ofWidened(direction),
        message: `${short(theirs)} may be null on the page${field.nullable === "yes" ? "" : ", by its example"}, never in the contract`,
        fix: 'Add "null" to the type.',
      });
    } else if (field.nullable === "no" && !seen && own.nullable) {
      this.#differences.report("nullable", theirs, ours, {
        says: "never null",
        contract: "may be null",
        impact: ofNarrowed(direction),
        message: `${short(theirs)} is never null on the page, and may be null in the contract`,
        fix: 'Remove "null" from the type, or record the contradiction in x-evidence.accepted.',
      });
    }
  }

  #required(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    if (field.required === "yes") this.#differences.acceptances.claimed("required", ours, "required");
    if (field.required === "no") this.#differences.acceptances.claimed("required", ours, "optional");
    if (field.required === "not visible") this.#differences.acceptances.unseen("required", ours);
    const direction = this.#differences.direction(ours);
    const contract = { yes: "required", no: "optional", unknown: "not known" }[own.required];
    if (field.required === "yes" && own.required !== "yes") {
      const unknown = own.required === "unknown";
      this.#differences.report("required", theirs, ours, {
        says: "required",
        contract,
        impact: direction === "request" ? "breaking" : "additive",
        message: `${short(theirs)} is marked required on the page, and ${contract} in the contract`,
        fix: `Add it to \`required\`${unknown ? " and remove `x-required: unknown`" : ""}.`,
      });
    } else if (field.required === "no" && (own.required === "yes" || (own.required === "unknown" && !own.shared))) {
      const unknown = own.required === "unknown";
      this.#differences.report("required", theirs, ours, {
        says: "optional",
        contract,
        impact: unknown ? "documentation" : direction === "request" ? "additive" : "breaking",
        message: `${short(theirs)} is marked optional on the page, and ${contract} in the contract`,
        fix: unknown ? "Remove `x-required: unknown`." : "Remove it from `required`.",
      });
    }
  }

  #format(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const { format } = field;
    if (format === undefined || field.from !== "table") return;
    this.#differences.acceptances.claimed("format", ours, format);
    if (sameFormat(format, own.format)) return;
    const contract = own.format ?? "none";
    this.#differences.report("format", theirs, ours, {
      says: format,
      contract,
      impact:
        own.format === "int32" && format === "int64" ? ofWidened(this.#differences.direction(ours)) : "documentation",
      message: `${short(theirs)} has the format ${format} on the page, ${contract} in the contract`,
      fix: `Write \`format: ${format}\`, or the format that spec/README.md asks for instead.`,
    });
  }

  #values(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const listed = field.enum ?? field.named;
    const known = [...own.enum, ...own.extensible];
    const closed = field.enum !== undefined || own.enum.length > 0;
    for (const value of listed ?? []) this.#differences.acceptances.claimed("enum", ours, value);
    const direction = this.#differences.direction(ours);
    if (field.enum !== undefined && own.enum.length === 0) {
      const values = field.enum.join(", ");
      this.#differences.report("enum", theirs, ours, {
        says: `only ${values}`,
        contract: known.length === 0 ? "any value" : `${known.join(", ")}, and others`,
        impact: ofNarrowed(direction),
        message: `${short(theirs)} has a closed list of values on the page (${values}), and may be anything in the contract`,
        fix: known.length === 0 ? "Write them as `enum`." : "Write them as `enum` instead of `x-extensible-enum`.",
      });
      return;
    }
    for (const value of listed ?? []) {
      if (known.includes(value)) continue;
      this.#differences.report("enum", theirs, ours, {
        says: value,
        contract: known.join(", "),
        impact: own.enum.length > 0 ? ofWidened(direction) : "additive",
        message: `${short(theirs)} may be "${value}" on the page; the contract does not list the value`,
        fix: `Add "${value}" to ${own.enum.length > 0 || field.enum !== undefined ? "enum" : "x-extensible-enum"}.`,
      });
    }
    // A page that lists no values says nothing about an open list.
    const missed = listed === undefined ? (this.#form === "text" ? [] : own.enum) : known;
    for (const value of missed) {
      if (field.from !== "table" || listed?.includes(value) === true) continue;
      this.#differences.report("enum", theirs, ours, {
        says: `without ${value}`,
        contract: known.join(", "),
        impact: closed ? ofNarrowed(direction) : "documentation",
        message: `${short(theirs)} may be "${value}" in the contract; the page does not list the value`,
        fix: `Remove "${value}", or record the contradiction in x-evidence.accepted.`,
      });
    }
  }
}

/** Whether the page has the field, but nothing about it can be read. */
export const isUnreadable = (field: Field | undefined): boolean =>
  field?.from === "example" && field.types.length === 0 && field.nullable === "not visible";

/** Whether a value of this type fits: an integer is also a number. */
export const takes = (types: ReadonlySet<string>, type: string): boolean =>
  types.has(type) || (type === "integer" && types.has("number"));

/** A place as messages show it. */
export const short = (place: Place): string => `\`${place}\``;

/** Types as they are written in a schema. */
export function typeWords(types: Iterable<string>, nullable: boolean): string {
  const words = [...new Set(types), ...(nullable ? ['"null"'] : [])];
  return words.length === 1 && !nullable ? `\`type: ${words.join("")}\`` : `\`type: [${words.join(", ")}]\``;
}
