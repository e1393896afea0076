// Runs each sample of a folder in this process, after a reset of the sandbox's state. Writes what it printed and its status.
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

for (const name of readdirSync(".").sort()) {
  if (!name.endsWith(".mjs")) continue;
  await fetch(`${process.env.PANDAPON_BASE_URL}/sandbox/reset`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"scope":"state"}',
  });
  let [out, reason] = ["", ""];
  console.log = (text) => (out += `${text}\n`);
  await import(pathToFileURL(path.resolve(name)).href).catch((error) => (reason = String(error.stack)));
  const base = name.slice(0, -".mjs".length);
  writeFileSync(`${base}.out`, out);
  writeFileSync(`${base}.err`, reason);
  writeFileSync(`${base}.status`, reason === "" ? "0" : "1");
}
