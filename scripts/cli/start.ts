// Runs the command in this process. bin/pandapon.js starts it.
import { run } from "./main.js";
import { startProcess } from "./process.js";

await startProcess(run);
