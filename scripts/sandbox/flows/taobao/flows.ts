// The operations of taobao that act on the state, and the steps of the test door.
import type { Flow, Step } from "../../exchange/flow.js";

export const taobaoFlows: Readonly<Record<string, Flow>> = {};

export const taobaoOrderSteps: Readonly<Record<string, Step>> = {};

export const taobaoRefundSteps: Readonly<Record<string, Step>> = {};
