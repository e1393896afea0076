// Where an operation belongs: its entry in navigation.yaml, and similar operations of the contract.
import { targetIn } from "../../core/schema-view.js";
import { JSON_MEDIA_TYPE, type Schema } from "../../core/openapi.js";
import { isAbout, isDescribed, isPushed, type NavigationEntry } from "../../core/navigation.js";
import type { ReadPage } from "../page/page.js";
import { usual, type KnownContract, type KnownOperation } from "./contract.js";
import { camelPlural, pascal, singular, wordsOf } from "./names.js";
import type { ShapeGroup } from "./shapes.js";

export interface Placement {
  /** The entry that lists the page, if there is one. */
  entry: NavigationEntry | undefined;
  /** The group in navigation.yaml. */
  group: string;
  tag: string | undefined;
  /** The beginning of the group's operationIds. */
  prefix: string;
  /** Words that every path of the group has. An operationId leaves them out. */
  common: string[];
  /** The folder and the prefix of its shapes. */
  shapes: ShapeGroup;
  /** Only if it differs from the contract's. */
  security: Record<string, string[]>[] | undefined;
  /** Whether the answers of its group have the usual envelope. */
  envelope: boolean;
}

export const pageNumber = (address: string | null | undefined): string | undefined =>
  /\bapi-(\d+)/.exec(address ?? "")?.[1];

export function placementOf(page: ReadPage, contract: KnownContract): Placement {
  const entry = entryOf(page, contract.navigation);
  const callback = page.kind === "callback";
  const kin = contract.operations.filter((one) => one.webhook === callback);
  const group = groupOf(page, entry, kin);
  const [nearest] = group.length > 0 ? group : byLikeness(page, entry, kin);
  const platform = platformOf(entry ?? nearest?.entry);
  const ids = group.map((one) => one.operation.operationId);
  const prefix = callback
    ? `webhooks.${platform}`
    : (usual(ids.map((id) => id.slice(0, id.lastIndexOf(".")))) ?? newPrefix(page, platform));
  const tag = usual(group.flatMap((one) => one.operation.tags ?? [])) ?? newTag(prefix, contract);
  return {
    entry,
    group: entry?.group ?? nearest?.entry?.group ?? (callback ? "Callbacks" : "Foundations"),
    tag,
    prefix,
    common: commonWords(group),
    shapes: shapeGroup(prefix, contract),
    security: group.length > 0 ? usualSecurity(group) : securityShown(page, contract),
    envelope: group.length === 0 || group.filter((one) => hasEnvelope(one, contract)).length * 2 >= group.length,
  };
}

/** The word for the platform of a group in ids and paths: `taobao`, `alibaba` for 1688, else `common`. */
function platformOf(entry: NavigationEntry | undefined): string {
  const [first = ""] = entry?.group.split(" ") ?? [];
  return { taobao: "taobao", "1688": "alibaba" }[first.toLowerCase()] ?? "common";
}

function entryOf(page: ReadPage, navigation: readonly NavigationEntry[]): NavigationEntry | undefined {
  const pushed = page.kind === "callback";
  const about = navigation.find((entry) => isAbout(entry, { webhook: pushed, key: page.path, method: page.method }));
  if (about !== undefined) return about;
  const listed = navigation.filter((entry) => !isDescribed(entry) && isPushed(entry) === pushed);
  const number = pageNumber(page.id);
  const byPage = listed.find((entry) => number !== undefined && pageNumber(entry.page) === number);
  if (byPage !== undefined) return byPage;
  const title = page.title.trim().toLowerCase();
  const byTitle = listed.filter(
    (entry) => title !== "" && [entry.title, entry.titleZh].some((one) => one?.toLowerCase() === title),
  );
  const [first, ...others] = byTitle;
  if (first === undefined || others.length === 0) return first;
  const fits = byTitle.filter(({ group }) => {
    const [platform = "", ...rest] = group.toLowerCase().split(" ");
    return folderNames(page).some((name) => name === platform || name === rest.join(" "));
  });
  return fits.length === 1 ? fits[0] : undefined;
}

const folderNames = (page: ReadPage): string[] => page.folder.map((name) => name.toLowerCase());

/** The operations of the same group: that of the page's entry, else that of the operation with the most similar path. */
function groupOf(page: ReadPage, entry: NavigationEntry | undefined, kin: readonly KnownOperation[]): KnownOperation[] {
  if (page.kind === "callback") return [...kin];
  const [best] = byLikeness(page, entry, kin);
  // The first step of a path is only a platform. Two paths that share no more are not in one group.
  const like = entry ?? (best !== undefined && alike(best.key, page.path) > PLATFORM ? best.entry : undefined);
  return like === undefined ? [] : kin.filter((one) => one.entry?.group === like.group);
}

function commonWords(group: readonly KnownOperation[]): string[] {
  const [first = [], ...others] = group.map((one) => wordsOf(one.key));
  return others.length === 0 ? [] : first.filter((word) => others.every((words) => words.includes(word)));
}

/** `/open`, `/alibaba`. */
const PLATFORM = 2;

function byLikeness(
  page: ReadPage,
  entry: NavigationEntry | undefined,
  kin: readonly KnownOperation[],
): KnownOperation[] {
  const within = kin.filter((one) => entry === undefined || platformOf(one.entry) === platformOf(entry));
  return [...(within.length > 0 ? within : kin)].sort((a, b) => alike(b.key, page.path) - alike(a.key, page.path));
}

/** The beginning of ids in a group without operations: `alibaba.logistics`, or `addresses` if there is no platform. */
function newPrefix(page: ReadPage, platform: string): string {
  const words = page.path.split("/").filter((step) => step !== "" && !/^(?:open|pp|api|v\d+|\{.*)$/.test(step));
  const resource = words.find((step) => step !== platform) ?? "call";
  const name = camelPlural(resource);
  return platform === "common" ? name : `${platform}.${name}`;
}

/** The tag for the platform and the resource, if the contract has it. */
function newTag(prefix: string, contract: KnownContract): string | undefined {
  const [first = "", second] = prefix.split(".");
  const names = (contract.document.tags ?? []).map((tag) => tag.name);
  const wanted = second === undefined ? first : `${first === "alibaba" ? "1688" : first} ${second}`;
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase());
}

/** The number of steps of two paths, or of words of two message types, that are equal from the beginning. */
function alike(one: string, other: string): number {
  const [a, b] = [one, other].map((path) => path.split(/[/_]/));
  let count = 0;
  while (count < (a?.length ?? 0) && a?.[count] === b?.[count]) count += 1;
  return count;
}

/** Shapes of alibaba.* are in alibaba/ and begin with Alibaba. A group without a folder uses common/. */
function shapeGroup(prefix: string, contract: KnownContract): ShapeGroup {
  const words = prefix.split(".");
  const word = (words[0] === "webhooks" ? words[1] : words[0]) ?? "common";
  const folders = new Set([...contract.shapes.values()].map((shape) => shape.file.split("/")[2] ?? ""));
  return {
    folder: folders.has(word) ? word : "common",
    prefix: pascal(singular(word)),
  };
}

type Security = Placement["security"];

/** The security of most operations of the group. */
function usualSecurity(group: readonly KnownOperation[]): Security {
  const own = group.map((one) => one.operation.security);
  const text = usual(own.map((one) => JSON.stringify(one ?? null)));
  return own.find((one) => JSON.stringify(one ?? null) === text);
}

/** The security whose headers and parameters the page shows best; the contract's default if it shows none. */
function securityShown(page: ReadPage, contract: KnownContract): Security {
  const shown = new Set([...page.fields.keys()].map((place) => place.toLowerCase()));
  const ways = [undefined, ...contract.operations.map((one) => one.operation.security)];
  const missing = (way: Security): number =>
    [...signingNames(way, contract)].filter((place) => !shown.has(place)).length;
  const [best] = ways
    .map((way) => ({ way, missing: missing(way), shown: signingNames(way, contract).size - missing(way) }))
    .filter((one) => one.shown > 0)
    .sort((a, b) => a.missing - b.missing || b.shown - a.shown);
  return best?.way;
}

function hasEnvelope(one: KnownOperation, contract: KnownContract): boolean {
  const answer = one.operation.responses?.["200"]?.content?.[JSON_MEDIA_TYPE]?.schema;
  const envelope = targetIn(contract.document)<Schema>({ $ref: "#/components/schemas/Envelope" });
  return (answer?.allOf ?? []).some((part) => targetIn(contract.document)(part) === envelope);
}

/** The places of authentication on a page: they are `security`, not parameters. */
export function signingNames(security: Placement["security"], contract: KnownContract): Set<string> {
  const schemes = contract.document.components?.["securitySchemes"] ?? {};
  const used = (security ?? contract.document.security ?? []).flatMap((one) => Object.keys(one));
  const found = new Set<string>();
  for (const name of used) {
    const scheme = schemes[name];
    if (typeof scheme !== "object" || scheme === null) continue;
    const { in: where, name: key } = scheme as { in?: unknown; name?: unknown };
    found.add(`${String(where)}/${String(key).toLowerCase()}`);
  }
  return found;
}
