// The versions of TypeScript that people use. `npm test` uses the newest one, `npm run test:types` the older ones.
import path from "node:path";
import { ROOT, run, type Ran } from "./run.js";

export interface Compiler {
  version: string;
  /** Its folder. */
  installed: string;
}

const ALL: Compiler[] = [
  // No package of this project needs it: test/support/fetch-compilers.mjs fetches it.
  { version: "5.4", installed: "node_modules/.cache/pandapon-packages/typescript-5.4.5/node_modules/typescript" },
  { version: "5.9", installed: "scripts/node_modules/typescript" },
  { version: "6.0", installed: "node_modules/typescript-6" },
  { version: "7.0", installed: "node_modules/typescript" },
];

/** Set by vitest.types.config.ts. */
const chosen = (process.env["TYPESCRIPT"] ?? "7.0").split(" ");

export const compilers = ALL.filter(({ version }) => chosen.includes(version));

export const tsc = ({ installed }: Compiler, args: string[], dir: string): Promise<Ran> =>
  run(process.execPath, [path.join(ROOT, installed, "bin/tsc"), ...args], dir);
