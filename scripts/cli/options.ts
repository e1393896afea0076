// Flags that several commands share.
import { Option } from "commander";

export const specOption = (): Option =>
  new Option("--spec <dir>", "the folder that holds openapi.yaml").default("spec");
export const jsonOption = (): Option => new Option("--json", "print the result as JSON");
