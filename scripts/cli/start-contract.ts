// Runs the commands that need no runtime in this process. `npm run build` starts it, because it has no runtime yet.
import { runProgram } from "./command.js";
import { CONTRACT_COMMANDS } from "./contract-commands.js";
import { startProcess } from "./process.js";

await startProcess((argv, io) => runProgram(CONTRACT_COMMANDS, argv, io));
