// What the commands need beside the sandbox itself. Unlike the sandbox, it needs Node.
export { chooseCredentials, type Chosen } from "./credentials.js";
export { sampleCurl } from "./curl.js";
export { runDemo, type DemoStep } from "./demo.js";
export { DEFAULT_URL, findSandbox, type SandboxTarget } from "./find.js";
export { reportingPushes, type PushLine } from "./push-line.js";
export { reporting, type RequestLine } from "./request-line.js";
export { readStateFile, StateFile } from "./state-file.js";
export { listen } from "../server/listen.js";
