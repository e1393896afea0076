// One step of `pandapon doctor`, and the words for it.

/** `ok`: it holds. `note`: it holds, or cannot be told; look at it. `bad`: it does not hold. `skipped`: a step before it failed. */
type CheckState = "ok" | "note" | "bad" | "skipped";

export interface DoctorCheck {
  name: "access key" | "access secret" | "user id" | "connection" | "clock" | "signed read" | "altered read" | "push";
  state: CheckState;
  /** What was found. It may hold foreign text. */
  says: string;
  /** What the person should do. */
  next?: string;
}
