// Equality for properties with thousands of runs.
import { deepStrictEqual } from "node:assert/strict";

/** vitest's own `expect` is several times slower, and treats an object with a member `constructor` as an instance of a class. */
export const same: (actual: unknown, wanted: unknown) => void = deepStrictEqual;
