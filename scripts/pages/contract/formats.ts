// Which formats of a page mean the same as one of the contract. Plain numbers have no format in the contract.

const SAME: Record<string, readonly string[]> = {
  int64: ["int64", "long"],
  int32: ["int32", "int", "integer"],
};
const PLAIN = new Set(["double", "float", "number", "decimal"]);

export function sameFormat(page: string, contract: string | undefined): boolean {
  if (contract === undefined) return PLAIN.has(page);
  return (SAME[contract] ?? [contract]).includes(page);
}
