// Where an operation belongs: its entry in navigation.yaml, and what the operations beside it have in common.
import { isAbout, isDescribed, isPushed, type NavigationEntry } from "../../core/navigation.js";
import { objectOf } from "../../core/node.js";
import type { Operation } from "../../core/openapi.js";
import { pageIdIn } from "../page/page-id.js";
import type { ReadPage } from "../page/page.js";
import { usual, type KnownContract, type KnownOperation } from "./contract.js";
import { operationIdOf, stepsOf } from "./names.js";

export interface Placement {
  /** The entry that lists the page, if there is one. */
  entry: NavigationEntry | undefined;
  /** The other operations of the path. */
  siblings: KnownOperation[];
  /** The group in navigation.yaml. */
  group: string;
  tag: string | undefined;
  operationId: string;
  /** Only if it differs from the contract's. */
  security: Operation["security"];
  /** Whether an answer that the page does not show has the usual envelope. */
  envelope: boolean;
}

export function placementOf(page: ReadPage, contract: KnownContract): Placement {
  const webhook = page.kind === "callback";
  const entry = entryOf(page, contract);
  const kin = contract.operations.filter((one) => one.webhook === webhook);
  const siblings = kin.filter((one) => one.key === page.path);
  const near = entry === undefined ? nearest(page, kin) : kin.filter((one) => one.entry?.group === entry.group);
  // All messages have the same tag and security.
  const beside = webhook && near.length === 0 ? kin : near;
  const operations = beside.map((one) => one.operation);
  const prefixes = idsOf(beside).map((id) => id.split(".").slice(0, -1).join("."));
  const security = usual(operations.map((one) => JSON.stringify(one.security)));
  return {
    entry,
    siblings,
    group: entry?.group ?? usual(beside.map((one) => one.entry?.group)) ?? (webhook ? "Callbacks" : "Foundations"),
    tag: usual(operations.flatMap((one) => one.tags ?? [])) ?? tagNamed(page.path, contract.root["tags"]),
    operationId: operationIdOf(page.path, usual(prefixes), idsOf(contract.operations)),
    security: operations.find((one) => JSON.stringify(one.security) === security)?.security,
    envelope:
      page.visible.response === "none" &&
      (beside.length === 0 || operations.some((one) => JSON.stringify(one).includes("/Envelope."))),
  };
}

const idsOf = (operations: readonly KnownOperation[]): string[] =>
  operations.flatMap((one) => one.operation.operationId ?? []);

function entryOf(page: ReadPage, { navigation, operations }: KnownContract): NavigationEntry | undefined {
  const webhook = page.kind === "callback";
  const listed = navigation.filter((entry) => !isDescribed(entry) && isPushed(entry) === webhook);
  const title = page.title.trim().toLowerCase();
  const titled = listed.filter((entry) =>
    [entry.title, entry.titleZh].some((one) => title !== "" && one?.toLowerCase() === title),
  );
  return (
    navigation.find(
      (entry) =>
        isAbout(entry, { webhook, key: page.path, method: page.method }) &&
        // It lists another method of the path.
        !operations.some((one) => one.entry === entry),
    ) ??
    listed.find((entry) => pageIdIn(entry.page ?? "") === page.id) ??
    (titled.length === 1 ? titled[0] : undefined)
  );
}

/** The operations that share the most first steps of their path with the page; none if they share not even one. */
function nearest(page: ReadPage, kin: readonly KnownOperation[]): KnownOperation[] {
  const steps = stepsOf(page.path);
  const shared = ({ key }: KnownOperation): number => {
    const different = stepsOf(key).findIndex((step, index) => step !== steps[index]);
    return different < 0 ? stepsOf(key).length : different;
  };
  const most = Math.max(1, ...kin.map(shared));
  return kin.filter((one) => shared(one) === most);
}

/** A tag that begins with a step of the path: Addresses for /open/address/save. */
function tagNamed(path: string, tags: unknown): string | undefined {
  const names = (Array.isArray(tags) ? tags : []).map((tag) => String(objectOf(tag)["name"]));
  return names.find((tag) => stepsOf(path).some((step) => tag.toLowerCase().startsWith(step.toLowerCase())));
}
