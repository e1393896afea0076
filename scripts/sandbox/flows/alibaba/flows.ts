// The operations of alibaba that act on the state, and the steps of the test door.
import type { Flow, Step } from "../../exchange/flow.js";

export const alibabaFlows: Readonly<Record<string, Flow>> = {};

export const alibabaOrderSteps: Readonly<Record<string, Step>> = {};

export const alibabaRefundSteps: Readonly<Record<string, Step>> = {};
