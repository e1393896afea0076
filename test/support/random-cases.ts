// How many random cases a property tries: a tenth of them in `npm test`, all of them in `npm run test:fuzz`.

/** Set by test/fuzz/run.mjs. */
const IS_ALL = process.env["PANDAPON_RANDOM_CASES"] === "all";

/**
 * Each run draws other cases, so that many short runs find what one long run finds.
 * @param all how many cases `npm run test:fuzz` tries
 */
export const randomCases = (all: number): { numRuns: number } => ({ numRuns: IS_ALL ? all : Math.ceil(all / 10) });
