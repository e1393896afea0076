// The commands that need no runtime. They build `pandapon-openapi`, so they are compiled before it (stage 1).
import { TOOLS_VERSION } from "../core/installed.js";
import type { Define } from "./command.js";
import { define as contractDiff } from "./contract-diff.js";
import { define as coverage } from "./coverage.js";
import { define as docs } from "./docs.js";
import { define as generate } from "./generate.js";
import { define as init } from "./init.js";
import { define as lint } from "./lint.js";
import { define as operations } from "./operations.js";
import { define as pagesDiff } from "./pages-diff.js";
import { define as pagesDraft } from "./pages-draft.js";
import { define as pagesPull } from "./pages-pull.js";
import { define as postman } from "./postman.js";

const version: Define = (program) => void program.version(TOOLS_VERSION, "--version", "print the version");

export const CONTRACT_COMMANDS: readonly Define[] = [
  version,
  init,
  lint,
  generate,
  docs,
  coverage,
  operations,
  pagesPull,
  pagesDiff,
  pagesDraft,
  contractDiff,
  postman,
];
