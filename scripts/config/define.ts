// The configuration of the build step in another repository: what pandapon.config.ts exports.

export const STYLES = ["methods", "paths", "types"] as const;

/**
 * How the operations are called. `methods`: one method per operation, as `createPandaPon` makes them. `paths`: by method and path,
 * as `createClient` makes them. `types`: no client, only types.
 */
export type Style = (typeof STYLES)[number];

/** Paths are relative to the file that holds this, with `/` or `\`. */
export interface Config {
  /**
   * The operations and webhooks to compile: operationIds or globs, such as `alibaba.refunds.*`. A `*` also matches dots, so
   * `alibaba.*` is all of 1688. The ids of webhooks begin with `webhooks.`. Default: everything.
   */
  include?: readonly string[] | undefined;
  /** What to leave out of that: operationIds or globs. */
  exclude?: readonly string[] | undefined;
  /** Your own corrections: files of OpenAPI Overlay 1.0 or 1.1, YAML or JSON. They are applied in this order, before the selection. */
  overlays?: readonly string[] | undefined;
  /** The folder for the result. Everything in it is made by `pandapon generate`. */
  out: string;
  /** Default: `methods`. */
  style?: Style | undefined;
  /** Whether the client has the method `request`, which calls any path. It costs about 0.6 kB. Default: false. */
  request?: boolean | undefined;
}

/**
 * Returns the configuration as it is. Editors complete and check it by its type.
 *
 * ```ts
 * import { defineConfig } from "pandapon-codegen";
 * export default defineConfig({ include: ["alibaba.refunds.*"], out: "src/pandapon" });
 * ```
 */
export const defineConfig = (config: Config): Config => config;
