// From what `redocly diff` found in two views to the changes of the contract: one change a place, one a shared shape.
import { isObject } from "../core/node.js";
import type { ComparedContract } from "./input.js";
import { graver, IMPACTS, type Impact } from "../core/impact.js";
import type { Change, Use } from "./change.js";
import { below } from "../core/pointer.js";
import { rate, requiredImpact, type Rated } from "./rate.js";
import type { RawChange } from "./redocly-diff.js";
import { withRenamed } from "./renamed.js";
import { spotAt, valueIn, type View } from "./view.js";

/** One change at one place. */
export interface PlacedChange extends Rated {
  use: Use;
  /** In the view, NEW's where the node is in both. */
  node: string;
  /** In the bundles. */
  old?: string;
  new?: string;
}

/** @returns the findings of each raw change, those that only follow from another left out */
export function findingsOf(raw: readonly RawChange[], old: View, next: View): PlacedChange[] {
  return folded(withRenamed(raw).flatMap((change) => findings(change, old, next)));
}

function findings(raw: RawChange, old: View, next: View): PlacedChange[] {
  const { property } = raw;
  const nodeOf = (side: RawChange["base"]): string | undefined => {
    if (side === undefined) return undefined;
    const named = raw.kind === "modified" && property !== undefined && property !== "key" && side.value !== undefined;
    return named ? side.pointer.slice(0, side.pointer.lastIndexOf("/")) : side.pointer;
  };
  const [oldNode, newNode] = [nodeOf(raw.base), nodeOf(raw.revision)];
  const node = newNode ?? oldNode ?? "#";
  const spotOld = oldNode === undefined ? undefined : spotAt(old, oldNode);
  const spotNew = newNode === undefined ? undefined : spotAt(next, newNode);
  const spot = spotOld ?? spotNew ?? spotAt(next, "#");
  const keyword = raw.kind === "modified" && property !== undefined ? property : undefined;
  const source = (from: typeof spot | undefined, name: string | undefined): string | undefined =>
    from && ((name !== undefined ? from.keywords?.get(name) : undefined) ?? from.pointer);
  const place = (name: string | undefined): Pick<PlacedChange, "old" | "new"> => {
    const [before, after] = [source(spotOld, name), source(spotNew, name)];
    return { ...(before !== undefined && { old: before }), ...(after !== undefined && { new: after }) };
  };

  if (raw.typeName === "Schema" && keyword === "required") return requiredNames();
  const rated = rate({
    raw,
    ...(spot.side && { side: spot.side }),
    inOpen: isOpen(valueIn(next, (newNode ?? oldNode ?? "#").replace(/\/properties\/[^/]*$/, ""))),
    beside: (name) => [oldNode && valueIn(old, below(oldNode, name)), newNode && valueIn(next, below(newNode, name))],
  });
  return [{ ...rated, use: spot.use, node, ...place(keyword) }];

  /** A list of names is one change a name, at the field. */
  function requiredNames(): PlacedChange[] {
    const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
    const [before, after] = [names(raw.base?.value), names(raw.revision?.value)];
    const changed = [
      ...before.filter((name) => !after.includes(name)),
      ...after.filter((name) => !before.includes(name)),
    ];
    return changed.map((name) => {
      const required = after.includes(name);
      const field = below(node, "properties", name);
      const inNew = valueIn(next, field) !== undefined;
      const fieldOld = below(oldNode ?? node, "properties", name);
      return {
        kind: "required",
        impact: requiredImpact(required, spot.side),
        message: required ? "is now required" : "is no longer required",
        use: (inNew ? spotAt(next, field) : spotAt(old, fieldOld)).use,
        node: field,
        ...place(`required ${name}`),
      };
    });
  }
}

/** Whether a schema of a view takes fields that it does not name. One that names none is such. */
const isOpen = (schema: unknown): boolean =>
  isObject(schema) &&
  (schema["additionalProperties"] !== undefined ||
    (isObject(schema["properties"]) && Object.keys(schema["properties"]).length === 0));

const rank = (impact: Impact): number => IMPACTS.indexOf(impact);

/** What follows from another change at the same place or above it is told with that one, and the graver impact stands. */
function folded(all: readonly PlacedChange[]): PlacedChange[] {
  const byNode = new Map<string, PlacedChange[]>();
  for (const finding of all) byNode.set(finding.node, [...(byNode.get(finding.node) ?? []), finding]);
  const at = (node: string, ...kinds: string[]): PlacedChange | undefined =>
    byNode.get(node)?.find(({ kind }) => kinds.includes(kind));

  const gone = new Set<PlacedChange>();
  const fold = (finding: PlacedChange, into: PlacedChange): void => {
    gone.add(finding);
    into.impact = graver(into.impact, finding.impact);
  };
  for (const finding of all) {
    const { node, kind } = finding;
    const whole = at(node, "added", "removed", "renamed");
    const type = at(node, "type");
    if (kind === "required" && whole !== undefined && whole !== finding) {
      if (whole.kind === "added" && finding.impact === "breaking") {
        whole.message = whole.message.replace("is new", "is new and required");
      }
      if (whole.kind === "renamed") gone.add(finding);
      else fold(finding, whole);
    } else if (kind === "mark" && at(node, "required") !== undefined) gone.add(finding);
    else if (OF_A_TYPE.includes(kind) && type !== undefined) gone.add(finding);
    else if (kind === "wire" && at(node, "nullable") !== undefined && onlyNull(finding.message)) gone.add(finding);
    else {
      const above = typeAbove(node, at);
      if (above !== undefined) fold(finding, above);
    }
  }
  // A renamed field takes its mark along; its old name is no longer required either.
  return all.filter((finding) => !gone.has(finding)).filter((finding) => !oldNameOf(finding, all));
}

/** What changes with the type of a value, and says nothing more than that. */
const OF_A_TYPE = ["wire", "enum", "known values", "open", "evidence", "shape text"];

const onlyNull = (message: string): boolean => {
  const [before = "", after = ""] = message.replace("travels as ", "").split(" → ");
  return before.replace(" | null", "") === after.replace(" | null", "");
};

/** The change of type of a node above: what it holds is new or gone with it. */
function typeAbove(
  node: string,
  at: (node: string, ...kinds: string[]) => PlacedChange | undefined,
): PlacedChange | undefined {
  for (let end = node.lastIndexOf("/"); end > 0; end = node.lastIndexOf("/", end - 1)) {
    const found = at(node.slice(0, end), "type");
    if (found !== undefined) return found;
  }
  return undefined;
}

function oldNameOf(finding: PlacedChange, all: readonly PlacedChange[]): boolean {
  if (finding.kind !== "required") return false;
  const holder = finding.node.slice(0, finding.node.lastIndexOf("/"));
  return all.some(
    ({ kind, node, message }) =>
      kind === "renamed" &&
      node.startsWith(`${holder}/`) &&
      message.startsWith(`\`${finding.use.place.slice(finding.use.place.lastIndexOf("/") + 1)}\``),
  );
}

/** Puts together what one line of the contract makes happen at several places, and sorts. */
export function changesOf(findings: readonly PlacedChange[], old: ComparedContract, next: ComparedContract): Change[] {
  const groups = new Map<string, Change>();
  for (const { kind, impact, message, use, ...at } of findings) {
    const key = JSON.stringify([kind, impact, message, at.old, at.new]);
    const known = groups.get(key);
    if (known !== undefined) {
      if (!known.uses.some((one) => one.operationId === use.operationId && one.place === use.place))
        known.uses.push(use);
      continue;
    }
    groups.set(key, {
      impact,
      kind,
      message,
      uses: [use],
      ...(at.old !== undefined && { old: old.locate(at.old) }),
      ...(at.new !== undefined && { new: next.locate(at.new) }),
    });
  }
  const changes = [...groups.values()];
  for (const change of changes) change.uses.sort((a, b) => compare(useText(a), useText(b)));
  return changes.sort(
    (a, b) =>
      rank(a.impact) - rank(b.impact) ||
      compare(useText(a.uses[0]), useText(b.uses[0])) ||
      compare(a.message, b.message),
  );
}

const useText = (use: Use | undefined): string =>
  use === undefined ? "" : [use.operationId, use.place].filter((part) => part !== undefined && part !== "").join(" ");

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
