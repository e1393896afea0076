// Finds the operation of the contract, or the entry of the navigation, that a page describes.
import { isAbout, isDescribed, type NavigationEntry } from "../../core/navigation.js";
import { hostOf, idOf, type DescribedContract, type DescribedOperation } from "../contract/described.js";
import type { Language, ReadPage } from "../page/page.js";
import { nameOf } from "../../core/place.js";

interface Sides {
  contract: DescribedContract;
  navigation: readonly NavigationEntry[];
}

/** What a page describes. `row` is the entry of the navigation, if the contract has no operation for the page. */
export interface Subject {
  operation?: DescribedOperation;
  row?: NavigationEntry;
}

/** The sites on which PandaPon documents v1, by their language. */
const SITES: Partial<Record<Language, string>> = {
  zh: "doc.pandapon.com",
  en: "doc-en.pandapon.com",
  vi: "doc-vnm.pandapon.com",
  es: "doc-es.pandapon.com",
};

/** Finds the operation by the page's id, then its path, then its title. */
export class Index {
  readonly #known: Sides;
  readonly #byPage = new Map<string, DescribedOperation>();
  readonly #byPath = new Map<string, DescribedOperation[]>();
  readonly #rowByPage = new Map<string, NavigationEntry>();
  readonly #rowsByTitle = new Map<string, NavigationEntry[]>();
  readonly #roots = new Set<string>();

  constructor(known: Sides) {
    this.#known = known;
    for (const operation of known.contract.operations) {
      const { page, otherPages } = operation.evidence;
      for (const address of [...otherPages, page]) this.#byPage.set(idOf(address), operation);
      push(this.#byPath, pathKey(operation.path), operation);
      this.#roots.add(rootOf(operation.path));
    }
    for (const row of known.navigation) {
      if (row.page !== undefined) this.#rowByPage.set(idOf(row.page), row);
      for (const title of [row.title, row.titleZh ?? ""]) if (title !== "") push(this.#rowsByTitle, title, row);
    }
  }

  subjectOf(page: ReadPage): Subject {
    const operation = this.#byPage.get(page.id) ?? this.#atPath(page) ?? this.#titled(page);
    const row = operation === undefined ? this.#rowOf(page) : undefined;
    return { ...(operation !== undefined && { operation }), ...(row !== undefined && { row }) };
  }

  /** Why a page belongs to another API, or undefined if it belongs to the contract's. */
  foreign(page: ReadPage): string | undefined {
    const { hosts, credentials } = this.#known.contract;
    const named = page.servers.flatMap((server) => hostOf(server) ?? []);
    const other = named.find((host) => !hosts.includes(host));
    if (other !== undefined && !named.some((host) => hosts.includes(host))) return `its server is ${other}`;
    if (named.length > 0 || page.kind === "callback" || this.subjectOf(page).operation !== undefined) return undefined;
    if (this.#roots.has(rootOf(page.path)) || this.#rowOf(page) !== undefined) return undefined;
    const signed = [...page.fields.keys()].some(
      (place) => /^(?:header|query)\//.test(place) && credentials.has(nameOf(place).toLowerCase()),
    );
    if (signed || page.visible.header === "none") return undefined;
    return `no path of the contract begins with ${rootOf(page.path)}, and it lists none of the headers that sign a call`;
  }

  /** Adds the id and the address of a page if its source does not show them. The id stays "" if the page is not known. */
  identify(page: ReadPage): ReadPage {
    const { operation, row } = this.subjectOf(page);
    if (page.id !== "") {
      const address = page.url ?? addressWith(page.id, operation, row);
      return address === undefined ? page : { ...page, url: address };
    }
    const addresses =
      operation === undefined ? [row?.page ?? ""] : [operation.evidence.page, ...operation.evidence.otherPages];
    const site = SITES[page.language];
    const url = addresses.find((address) => site !== undefined && hostOf(address) === site) ?? addresses[0] ?? "";
    return url === "" ? page : { ...page, id: idOf(url), url };
  }

  #atPath({ method, path }: ReadPage): DescribedOperation | undefined {
    const found = this.#byPath.get(pathKey(path)) ?? [];
    return found.find((operation) => operation.method === method) ?? (found.length === 1 ? found[0] : undefined);
  }

  /** Used only for a page without an id, because a page with a new id is a new page. */
  #titled(page: ReadPage): DescribedOperation | undefined {
    const row = page.id === "" ? this.#onlyRow(page) : undefined;
    return row === undefined ? undefined : this.#operationOf(row);
  }

  #operationOf(row: NavigationEntry): DescribedOperation | undefined {
    return this.#known.contract.operations.find(({ kind, path, method }) =>
      isAbout(row, { webhook: kind === "callback", key: path, method }),
    );
  }

  #rowOf(page: ReadPage): NavigationEntry | undefined {
    const row = this.#rowByPage.get(page.id) ?? this.#onlyRow(page);
    return row === undefined || isDescribed(row) ? undefined : row;
  }

  /** The entry with this title, if there is exactly one. */
  #onlyRow({ title }: ReadPage): NavigationEntry | undefined {
    const rows = this.#rowsByTitle.get(title) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  }
}

const addressWith = (id: string, operation?: DescribedOperation, row?: NavigationEntry): string | undefined =>
  [operation?.evidence.page, ...(operation?.evidence.otherPages ?? []), row?.page].find(
    (address) => address !== undefined && idOf(address) === id,
  );

/** The key by which a path (or a method and a path) is looked up: the names in braces do not matter. */
export const pathKey = (path: string): string => path.replaceAll(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
const rootOf = (path: string): string => `/${path.split("/")[1] ?? ""}`;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
