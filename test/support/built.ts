// The tests drive the compiled tool chain and the compiled package, as a user does.
import { existsSync } from "node:fs";

export default function setup(): void {
  for (const file of ["../../scripts/dist/index.js", "../../dist/src/index.js"]) {
    if (!existsSync(new URL(file, import.meta.url))) {
      throw new Error("Nothing is compiled yet. Run `npm run build` first.");
    }
  }
}
