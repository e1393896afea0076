// The part of the contract that the sandbox needs. packaging/sandbox.mjs writes it as JavaScript, so that nothing is compiled at run time.

/** What is wrong at one place. */
export interface Misfit {
  /** A JSON Pointer. It leads into the JSON of a text too. */
  instancePath: string;
  keyword: string;
  params: Readonly<Record<string, unknown>>;
}

/** A validator that ajv has compiled. It looks into texts that hold JSON. */
export interface Validate {
  (value: unknown): boolean;
  /** What is wrong, the innermost first. */
  errors?: null | readonly Misfit[];
}

export interface CompiledOperation {
  /** The contract's example of the answer, as JSON text with every digit. */
  readonly answer: string;
  /** The `data` of a refusal, as JSON text: the least that the contract accepts. Absent if it accepts an answer without `data`. */
  readonly refused?: string;
  /** What is not from PandaPon's v1 pages in the answer: `upstream`, `client`, … the weakest last. */
  readonly bases: readonly string[];
  /** The names of the query parameters. */
  readonly query: readonly string[];
  /** Checks the body as `JSON.parse` reads it. Absent if the operation takes none. */
  readonly body?: Validate;
  readonly needsBody?: boolean;
  /** Checks the parameters of path and query, an object of texts. Absent if there are none. */
  readonly parameters?: Validate;
}

/** By operationId. */
export declare const OPERATIONS: Readonly<Record<string, CompiledOperation>>;
