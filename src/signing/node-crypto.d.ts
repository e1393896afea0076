// The little of node:crypto that md5.node.ts uses. The whole of Node's types would let the rest of the runtime use them, too.
declare module "node:crypto" {
  export function createHash(algorithm: "md5"): { update(text: string): { digest(encoding: "hex"): string } };
}
