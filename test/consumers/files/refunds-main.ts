// Runs the program and prints its results.
import { refunds } from "REFUNDS";

declare const process: { versions: Record<string, string | undefined> };
void refunds().then((results) => {
  const { bun, deno, node } = process.versions;
  console.log(JSON.stringify({ version: bun ?? deno ?? node, results }));
});
