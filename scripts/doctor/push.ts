// What a recorded push proves about the signature of pushes. Nothing of its body is told.
import { baseText, type PushCheck } from "../webhooks/index.js";
import type { DoctorCheck } from "./check.js";

export function pushCheck({ base, change, next: [next] }: PushCheck): DoctorCheck {
  const name = "push";
  if (base === undefined) {
    const says = "Its signature fits neither the access key followed by the body, nor the body alone.";
    return { name, state: "bad", says, next: `${next ?? ""} \`pandapon webhooks verify\` says more.`.trim() };
  }
  const signed = `what was signed is ${baseText(base)}.`;
  const says = change === undefined ? `It fits: ${signed}` : `The file ${change}. Once that is undone, ${signed}`;
  return next === undefined ? { name, state: "ok", says } : { name, state: "note", says, next };
}

/** The row of the report. */
export function pushAnswer({ base, change, hex }: PushCheck): string {
  if (base === undefined) return "not proved: neither the access key followed by the body, nor the body alone fits";
  return `${baseText(base)}: one push fits, in ${hex ?? "another form than 64 hexadecimal digits"}${change === undefined ? "" : ` (the saved file ${change})`}`;
}
