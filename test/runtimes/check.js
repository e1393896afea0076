// The few assertions that the suite needs. They run on every platform.

/** @param {unknown} actual @param {unknown} expected JSON-like values; the order of members does not matter */
export function same(actual, expected, what = "value") {
  const [is, should] = [text(actual), text(expected)];
  if (is !== should) throw new Error(`${what} is ${is}, and should be ${should}`);
}

/** @param {boolean} holds @param {string} what should hold */
export function sure(holds, what) {
  if (!holds) throw new Error(what);
}

/** @param {Promise<unknown>} promise @returns {Promise<any>} what it rejects with */
export async function failureOf(promise) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`the call should fail, and gave ${text(value)}`);
}

/**
 * Everything that a log could show of a value: its JSON, and every own property at every depth, including hidden ones.
 * @param {unknown} value @returns {string}
 */
export function everythingOf(value, seen = new Set()) {
  if (typeof value === "function" || (typeof value === "object" && value !== null)) {
    if (seen.has(value)) return "";
    seen.add(value);
    const own = Reflect.ownKeys(value)
      .filter((key) => !["caller", "callee", "arguments", "prototype"].includes(String(key)))
      .map((key) => `${String(key)}: ${everythingOf(Reflect.get(value, key), seen)}`);
    return [json(value), ...own].join("\n");
  }
  return String(value);
}

const json = (/** @type {unknown} */ value) => {
  try {
    return JSON.stringify(value);
  } catch {
    return "";
  }
};

const text = (/** @type {unknown} */ value) =>
  JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? "undefined";
