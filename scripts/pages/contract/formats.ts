// The contract has integer formats of its own. This says which formats of a page mean the same.

// double-int is an amount or a time. Pages show it as int64 or without a format. Plain numbers have no format in the contract.
const SAME: Record<string, readonly string[]> = {
  int64: ["int64", "long"],
  int32: ["int32", "int", "integer"],
  "double-int": ["int64", "long", "double-int"],
};
const PLAIN = new Set(["double", "float", "number", "decimal"]);

export function sameFormat(page: string, contract: string | undefined): boolean {
  if (contract === undefined) return PLAIN.has(page);
  return (SAME[contract] ?? [contract]).includes(page);
}
