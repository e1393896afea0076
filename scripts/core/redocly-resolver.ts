// Lets Redocly's engines read only what belongs to the contract: no other file, no address, no document whose aliases never end.
import { BaseResolver, ResolveError, YamlParseError, type Document, type Source } from "@redocly/openapi-core";
import { mapScalars } from "./exact-examples.js";
import { withFix } from "./problem.js";
import { reasonAgainst, type SpecFolder } from "./spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable } from "./yaml.js";

const BARE_LONG_INTEGER = /(?<!["'\w.])\d{16,}(?!["'\w])/;

export class SpecResolver extends BaseResolver {
  readonly #dir: string;
  readonly #exact: boolean;

  /** @param options.exact whether long integers are read as text of their digits, instead of being rounded */
  constructor({ dir }: SpecFolder, { exact = false }: { exact?: boolean } = {}) {
    super();
    this.#dir = dir;
    this.#exact = exact;
  }

  override async loadExternalRef(file: string): Promise<Source> {
    const reason = reasonAgainst(file, this.#dir);
    if (reason !== undefined) throw new ResolveError(new Error(withFix(...reason)));
    return super.loadExternalRef(file);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    // Only a bundle, which is one file, has long integers.
    const isLong = this.#exact && isRoot === true && BARE_LONG_INTEGER.test(source.body);
    const document = isLong ? undefined : super.parseDocument(source, isRoot);
    try {
      if (document !== undefined && !/&[\s\S]*\*/.test(source.body)) return document;
      const { value } = readYaml(source.body, MOST_IN_CONTRACT);
      return document ?? { source, parsed: quoted(value) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // The engine reads the place from the end of the message.
      throw new YamlParseError(new Error(`${error.message} (${error.line}:1)`), source);
    }
  }
}

/** The long integers of a published contract, as the files of a contract have them. */
const quoted = (value: unknown): unknown =>
  mapScalars(value, (scalar) => (typeof scalar === "bigint" ? String(scalar) : scalar));
