// The part of node:crypto that md5.node.ts uses. With all types of Node, the rest of the runtime could use Node by mistake.
declare module "node:crypto" {
  export function createHash(algorithm: "md5"): { update(text: string): { digest(encoding: "hex"): string } };
}
