// Pushed messages from the command line: sending one, and checking the signature of one.
export { pushCredentials, type PushCredentials } from "./credentials.js";
export { trigger, type Triggered, type TriggerOptions } from "./trigger.js";
export { baseText, verifyPush, type PushCheck } from "./verify.js";
