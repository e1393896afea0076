// The part of the contract that the sandbox needs. packaging/sandbox.mjs writes it as JavaScript, so that nothing is compiled at run time.

/** A validator that ajv has compiled. */
export interface Validate {
  (value: unknown): boolean;
  errors?:
    | null
    | readonly { instancePath: string; keyword: string; message?: string; params: Readonly<Record<string, unknown>> }[];
}

export interface CompiledOperation {
  /** The contract's example of the answer, as JSON text with every digit. */
  readonly answer: string;
  /** What is not from PandaPon's v1 pages in the answer: `upstream`, `client`, … the weakest last. */
  readonly bases: readonly string[];
  /** Checks the body as `JSON.parse` reads it. */
  readonly body?: Validate;
  /** Checks the parameters of path and query, an object of texts. */
  readonly parameters?: Validate;
}

/** By operationId. */
export declare const OPERATIONS: Readonly<Record<string, CompiledOperation>>;
