// Where an operation belongs: its entry in navigation.yaml, and what the operations beside it have in common.
import { isAbout, isDescribed, isPushed, type NavigationEntry } from "../../core/navigation.js";
import type { Operation } from "../../core/openapi.js";
import { pageIdIn } from "../page/page-id.js";
import type { ReadPage } from "../page/page.js";
import { usual, type KnownContract, type KnownOperation } from "./contract.js";
import { pascal, stepsOf } from "./names.js";

export interface Placement {
  /** The entry that lists the page, if there is one. */
  entry: NavigationEntry | undefined;
  /** The group in navigation.yaml. */
  group: string;
  tag: string | undefined;
  /** The beginning of the operationIds beside it: `alibaba.orders`. */
  prefix: string | undefined;
  /** The folder of its components, and the beginning of their names. */
  shapes: { folder: string; prefix: string };
  /** Only if it differs from the contract's. */
  security: Operation["security"];
  /** Whether an answer that the page does not show has the usual envelope. */
  envelope: boolean;
}

export function placementOf(page: ReadPage, contract: KnownContract): Placement {
  const callback = page.kind === "callback";
  const kin = contract.operations.filter((one) => (one.section === "webhooks") === callback);
  const entry = entryOf(page, contract.navigation);
  const beside = entry === undefined ? nearest(page, kin) : kin.filter((one) => one.entry?.group === entry.group);
  const group = callback && beside.length === 0 ? kin : beside;
  const ids = group.map((one) => one.operation.operationId ?? "");
  const prefix = usual(ids.map((id) => id.slice(0, id.lastIndexOf("."))));
  const securities = group.map((one) => one.operation.security);
  const security = usual(securities.map((one) => JSON.stringify(one)));
  const folders = new Set([...contract.shapes.values()].map((shape) => shape.file.split("/")[2]));
  const folder = prefix?.split(".").find((word) => folders.has(word));
  return {
    entry,
    group: entry?.group ?? usual(group.map((one) => one.entry?.group)) ?? (callback ? "Callbacks" : "Foundations"),
    tag: usual(group.flatMap((one) => one.operation.tags ?? [])) ?? tagNamed(page.path, contract.tags),
    prefix,
    shapes: { folder: folder ?? "common", prefix: pascal(folder ?? "") },
    security: securities.find((one) => JSON.stringify(one) === security),
    envelope: group.length === 0 || group.some((one) => JSON.stringify(one.operation).includes("/Envelope.")),
  };
}

function entryOf(page: ReadPage, navigation: readonly NavigationEntry[]): NavigationEntry | undefined {
  const webhook = page.kind === "callback";
  const listed = navigation.filter((entry) => !isDescribed(entry) && isPushed(entry) === webhook);
  const title = page.title.trim().toLowerCase();
  const titled = listed.filter(({ title: en, titleZh: zh = "" }) =>
    [en.toLowerCase(), zh.toLowerCase()].includes(title || "no title"),
  );
  return (
    navigation.find((entry) => isAbout(entry, { webhook, key: page.path, method: page.method })) ??
    listed.find((entry) => pageIdIn(entry.page ?? "") === page.id) ??
    (titled.length === 1 ? titled[0] : undefined)
  );
}

/** The operations that share the most first steps of their path with the page; none if they share not even one. */
function nearest(page: ReadPage, kin: readonly KnownOperation[]): KnownOperation[] {
  const steps = stepsOf(page.path);
  const shared = (one: KnownOperation): number => {
    const other = stepsOf(one.key);
    const different = steps.findIndex((step, index) => step !== other[index]);
    return different < 0 ? steps.length : different;
  };
  const most = Math.max(1, ...kin.map(shared));
  return kin.filter((one) => shared(one) === most);
}

/** A tag that begins with a step of the path: Addresses for /open/address/save. */
const tagNamed = (path: string, tags: readonly string[]): string | undefined =>
  tags.find((tag) => stepsOf(path).some((step) => tag.toLowerCase().startsWith(step.toLowerCase())));
