// Turns what `redocly diff` found in two views into the changes of the contract: one per place, and one per shared shape.
import { isObject } from "../core/node.js";
import type { ComparedContract } from "./input.js";
import { graver, IMPACTS, type Impact } from "../core/impact.js";
import type { Change, Use } from "./change.js";
import { below } from "../core/pointer.js";
import { rate, requiredImpact, type Rated } from "./rate.js";
import type { RawChange } from "./redocly-diff.js";
import { fieldAt, renamesIn, withRenamed } from "./renamed.js";
import { spotAt, valueIn, type View } from "./view.js";

/** One change at one place. */
export interface PlacedChange extends Rated {
  use: Use;
  /** Pointers into the bundles. */
  old?: string;
  new?: string;
}

/** Pointers to the same node in the two views; `undefined` if a view does not have it. */
interface ViewNodes {
  old: string | undefined;
  new: string | undefined;
}
const SIDES = ["old", "new"] as const;

interface ViewChange extends PlacedChange {
  nodes: ViewNodes;
}

/** @returns the findings, without those that only follow from another one */
export function findingsOf(raw: readonly RawChange[], old: View, next: View): PlacedChange[] {
  const all = withRenamed(raw);
  const renames = renamesIn(all);
  return folded(all.flatMap((change) => findings(change, old, next, renames)));
}

function findings(raw: RawChange, old: View, next: View, renames: ReadonlyMap<string, string>): ViewChange[] {
  const { property } = raw;
  const nodeOf = (side: RawChange["base"]): string | undefined => {
    if (side === undefined) return undefined;
    const named = raw.kind === "modified" && property !== undefined && property !== "key" && side.value !== undefined;
    return named ? side.pointer.slice(0, side.pointer.lastIndexOf("/")) : side.pointer;
  };
  const nodes: ViewNodes = { old: nodeOf(raw.base), new: nodeOf(raw.revision) };
  const spotOld = nodes.old === undefined ? undefined : spotAt(old, nodes.old);
  const spotNew = nodes.new === undefined ? undefined : spotAt(next, nodes.new);
  const spot = spotOld ?? spotNew ?? spotAt(next, "#");
  const keyword = raw.kind === "modified" && property !== undefined ? property : undefined;
  const source = (from: typeof spot | undefined, name: string | undefined): string | undefined =>
    from && ((name !== undefined ? from.keywords?.get(name) : undefined) ?? from.pointer);
  const place = (inOld: string | undefined, inNew = inOld): Pick<PlacedChange, "old" | "new"> => {
    const [before, after] = [source(spotOld, inOld), source(spotNew, inNew)];
    return { ...(before !== undefined && { old: before }), ...(after !== undefined && { new: after }) };
  };

  if (raw.typeName === "Schema" && keyword === "required") return requiredNames();
  const node = nodes.new ?? nodes.old ?? "#";
  const field = fieldAt(node);
  const holder = valueIn(next, field?.holder ?? node);
  const rated = rate({
    raw,
    ...(spot.side && { side: spot.side }),
    inOpen: isOpen(holder),
    required: field !== undefined && isObject(holder) && namesIn(holder["required"]).includes(field.name),
    beside: (name) => [
      nodes.old && valueIn(old, below(nodes.old, name)),
      nodes.new && valueIn(next, below(nodes.new, name)),
    ],
  });
  return [{ ...rated, use: spot.use, nodes, ...place(keyword) }];

  /** A change of a `required` list is one finding per field. A renamed field that stays required is none. */
  function requiredNames(): ViewChange[] {
    const fieldIn = (view: View, holderNode = "#", name: string): string | undefined => {
      const found = below(holderNode, "properties", name);
      return valueIn(view, found) === undefined ? undefined : found;
    };
    const before = new Map(
      namesIn(raw.base?.value).map((name) => [renames.get(below(nodes.old ?? "#", "properties", name)) ?? name, name]),
    );
    const after = namesIn(raw.revision?.value);
    const changed = [
      ...[...before.keys()].filter((name) => !after.includes(name)),
      ...after.filter((name) => !before.has(name)),
    ];
    return changed.map((name) => {
      const required = after.includes(name);
      const oldName = before.get(name) ?? name;
      const fields = { old: fieldIn(old, nodes.old, oldName), new: fieldIn(next, nodes.new, name) };
      return {
        kind: "required",
        impact: requiredImpact(required, spot.side),
        message: required ? "is now required" : "is no longer required",
        use: (fields.new !== undefined
          ? spotAt(next, fields.new)
          : spotAt(old, below(nodes.old ?? "#", "properties", oldName))
        ).use,
        nodes: fields,
        ...place(`required ${oldName}`, `required ${name}`),
      };
    });
  }
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Whether a schema of a view takes fields that it does not name. A schema that names no field takes any. */
const isOpen = (schema: unknown): boolean =>
  isObject(schema) &&
  (schema["additionalProperties"] !== undefined ||
    (isObject(schema["properties"]) && Object.keys(schema["properties"]).length === 0));

const rank = (impact: Impact): number => IMPACTS.indexOf(impact);

/** Drops each finding that follows from another one at the same node or above it. The other one gets the graver impact. */
function folded(all: readonly ViewChange[]): PlacedChange[] {
  const byNode = { old: new Map<string, ViewChange[]>(), new: new Map<string, ViewChange[]>() };
  for (const finding of all) {
    for (const side of SIDES) {
      const node = finding.nodes[side];
      if (node !== undefined) byNode[side].set(node, [...(byNode[side].get(node) ?? []), finding]);
    }
  }
  const at = (nodes: Partial<ViewNodes>, ...kinds: string[]): ViewChange | undefined =>
    SIDES.flatMap((side) => byNode[side].get(nodes[side] ?? "") ?? []).find(({ kind }) => kinds.includes(kind));
  /** The change of type of a node above: what the node holds is new or gone with it. */
  const typeAbove = ({ nodes }: ViewChange): ViewChange | undefined =>
    SIDES.flatMap((side) => nodesAbove(nodes[side]).flatMap((node) => at({ [side]: node }, "type") ?? []))[0];

  const gone = new Set<ViewChange>();
  const fold = (finding: ViewChange, into: ViewChange): void => {
    gone.add(finding);
    into.impact = graver(into.impact, finding.impact);
  };
  for (const finding of all) {
    const { nodes, kind } = finding;
    const whole = kind === "required" ? at(nodes, "added", "removed") : undefined;
    if (whole !== undefined) fold(finding, whole);
    else if (kind === "mark" && at(nodes, "required") !== undefined) gone.add(finding);
    else if (OF_A_TYPE.includes(kind) && at(nodes, "type") !== undefined) gone.add(finding);
    else if (finding.nullOnly && at(nodes, "nullable") !== undefined) gone.add(finding);
    else {
      const above = typeAbove(finding);
      if (above !== undefined) fold(finding, above);
    }
  }
  return all.filter((finding) => !gone.has(finding));
}

/** Kinds that always change with the type of a value, so that the change of type says it all. */
const OF_A_TYPE = ["wire", "enum", "known values", "open", "evidence", "shape text"];

/** @returns the pointers to what holds a node, the nearest first */
function nodesAbove(node = ""): string[] {
  const all: string[] = [];
  for (let end = node.lastIndexOf("/"); end > 0; end = node.lastIndexOf("/", end - 1)) all.push(node.slice(0, end));
  return all;
}

/** Joins the findings that one line of the contract causes at several places into one change, and sorts the changes. */
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
