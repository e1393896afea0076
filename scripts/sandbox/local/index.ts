// What the commands need beside the sandbox itself. Unlike the sandbox, it needs Node.
export { chooseCredentials, type Chosen } from "./credentials.js";
export { reportingPushes, type PushLine } from "./push-line.js";
export { reporting, type RequestLine } from "./request-line.js";
export { runDemo, type DemoStep } from "../demo/run.js";
export { DEFAULT_URL, findSandbox, type SandboxTarget } from "./running.js";
export { listen } from "../server/listen.js";
export { readStateFile, StateFile } from "./state-file.js";
export { sampleCurl } from "./sample.js";
