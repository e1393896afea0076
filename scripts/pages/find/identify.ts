// Finds the operation of the contract, or the entry of the navigation, that a page describes.
import { isAbout, isDescribed, type NavigationEntry } from "../../core/navigation.js";
import { commandFor } from "../../core/command-text.js";
import { nameOf } from "../../core/place.js";
import type { Problem } from "../../core/problem.js";
import { hostOf, idOf, type DescribedContract, type DescribedOperation } from "../contract/described.js";
import type { Language, ReadPage } from "../page/page.js";
import { pageHead, pageProblem } from "../page/reading.js";

/** What a page describes. `row` is the entry of the navigation, if the contract has no operation for the page. */
export interface Subject {
  operation?: DescribedOperation;
  row?: NavigationEntry;
}

/** The sites on which PandaPon documents v1, by their language. */
const SITES = {
  zh: "doc.pandapon.com",
  en: "doc-en.pandapon.com",
  vi: "doc-vnm.pandapon.com",
  es: "doc-es.pandapon.com",
} satisfies Partial<Record<Language, string>>;
const FOREIGN_FIX =
  "The page is left out. To take it all the same, use --any-server. If the contract's API is served there now, add the server to openapi.yaml.";

/** The command that pulls the pages of PandaPon's main site. */
export const pullCommand = (spec: string): string => commandFor(spec, "pages", "pull", "--site", `https://${SITES.zh}`);

/** Finds the operation by the page's id, then its path, then its title. */
export class Index {
  readonly #contract: DescribedContract;
  readonly #navigation: readonly NavigationEntry[];
  readonly #byPage = new Map<string, DescribedOperation>();
  readonly #anyServer: boolean;

  /** @param anyServer whether a page of any API is taken for one of the contract's */
  constructor(contract: DescribedContract, navigation: readonly NavigationEntry[], anyServer: boolean) {
    this.#anyServer = anyServer;
    this.#contract = contract;
    this.#navigation = navigation;
    for (const operation of contract.operations) {
      for (const address of addressesOf(operation)) this.#byPage.set(idOf(address), operation);
    }
  }

  subjectOf(page: ReadPage): Subject {
    const operation = this.#byPage.get(page.id) ?? this.#atPath(page) ?? this.#titled(page);
    if (operation !== undefined) return { operation };
    const row = this.#navigation.find((one) => one.page !== undefined && idOf(one.page) === page.id);
    const found = row ?? this.#onlyRow(page);
    return found === undefined || isDescribed(found) ? {} : { row: found };
  }

  /** The problem with a page of another API, or undefined if the page belongs to the contract's. */
  foreign(page: ReadPage): Problem | undefined {
    const reason = this.#anyServer ? undefined : this.#reasonAgainst(page);
    const message = `${pageHead(page)} belongs to another API: ${reason}.`;
    return reason === undefined ? undefined : pageProblem(page.source, page.lineOf(), message, FOREIGN_FIX);
  }

  #reasonAgainst(page: ReadPage): string | undefined {
    const { hosts, credentials, operations } = this.#contract;
    const named = page.servers.flatMap((server) => hostOf(server) ?? []);
    if (named.some((host) => hosts.includes(host))) return undefined;
    if (named[0] !== undefined) return `its server is ${named[0]}`;
    if (page.kind === "callback") return undefined;
    const root = rootOf(page.path);
    const { operation, row } = this.subjectOf(page);
    if ((operation ?? row) !== undefined || operations.some(({ path }) => rootOf(path) === root)) return undefined;
    const signed = [...page.fields.keys()].some(
      (place) => /^(?:header|query)\//.test(place) && credentials.has(nameOf(place).toLowerCase()),
    );
    if (signed || page.visible.header === "none") return undefined;
    return `no path of the contract begins with ${root}, and it lists none of the headers that sign a call`;
  }

  /** Adds the id and the address of a page if its source does not show them. The id stays "" if the page is not known. */
  identify(page: ReadPage): ReadPage {
    const { operation, row } = this.subjectOf(page);
    const addresses = operation === undefined ? [row?.page ?? ""] : addressesOf(operation);
    if (page.id !== "") {
      const url = page.url ?? addresses.find((address) => idOf(address) === page.id);
      return url === undefined ? page : { ...page, url };
    }
    const site = Object.entries(SITES).find(([language]) => language === page.language)?.[1];
    const url = addresses.find((address) => site !== undefined && hostOf(address) === site) ?? addresses[0] ?? "";
    return url === "" ? page : { ...page, id: idOf(url), url };
  }

  /** Another method on a known path is another operation. A message has no method of its own. */
  #atPath({ kind, method, path }: ReadPage): DescribedOperation | undefined {
    const key = pathKey(path);
    return this.#contract.operations.find(
      (operation) => pathKey(operation.path) === key && (kind === "callback" || operation.method === method),
    );
  }

  /** Used only for a page without an id, because a page with a new id is a new page. */
  #titled(page: ReadPage): DescribedOperation | undefined {
    const row = page.id === "" ? this.#onlyRow(page) : undefined;
    const isMeant = ({ kind, path, method }: DescribedOperation): boolean =>
      row !== undefined && isAbout(row, { webhook: kind === "callback", key: path, method });
    return this.#contract.operations.find(isMeant);
  }

  /** The entry with this title, if there is exactly one. */
  #onlyRow({ title }: ReadPage): NavigationEntry | undefined {
    const rows = this.#navigation.filter((row) => title !== "" && (row.title === title || row.titleZh === title));
    return rows.length === 1 ? rows[0] : undefined;
  }
}

const addressesOf = ({ evidence }: DescribedOperation): string[] => [evidence.page, ...evidence.otherPages];

/** The key by which a path (or a method and a path) is looked up: the names in braces do not matter. */
export const pathKey = (path: string): string => path.replaceAll(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
const rootOf = (path: string): string => `/${path.split("/")[1] ?? ""}`;
