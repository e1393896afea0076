// Pushed messages from the command line: sending one, and checking the signature of one.
export { pushCredentials } from "./credentials.js";
export { trigger, type Triggered } from "./trigger.js";
export { baseText, verifyPush, type PushCheck } from "./verify.js";
