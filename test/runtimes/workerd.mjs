// Runs the suite in workerd, bundled as for Cloudflare Workers, without Node's modules.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { bundleWorker } from "./bundle.mjs";

/** Allows loopback, where the server is. Workers may not reach it by default. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "suite", worker = .suite),
    (name = "loopback", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);

const suite :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.bundle.js")],
  compatibilityDate = "2026-01-01",
  globalOutbound = "loopback",
);
`;

/**
 * @param {string} binary
 * @param {string} dir with worker.js and the package
 * @param {object} given for the suite
 * @param {number} limitMs for the suite
 * @returns {Promise<{ name: string, reason?: string }[]>}
 */
export async function runWorkerd(binary, dir, given, limitMs) {
  // The conditions with which wrangler bundles.
  await bundleWorker(dir, { format: "esm", conditions: ["workerd", "worker", "browser"] });
  writeFileSync(path.join(dir, "workerd.capnp"), CONFIG);

  const child = spawn(binary, ["serve", "workerd.capnp", "--control-fd=3"], {
    cwd: dir,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  try {
    let stderr = "";
    child.stderr?.on("data", (chunk) => (stderr += chunk));
    const port = await new Promise((resolve, reject) => {
      let events = "";
      child.stdio[3]?.on("data", (chunk) => {
        events += chunk;
        const listening = /"port":(\d+)/.exec(events);
        if (listening !== null) resolve(listening[1]);
      });
      child.on("error", reject);
      child.on("close", (code) => reject(new Error(`ended with ${code} before it listened: ${stderr}`)));
    });
    const body = JSON.stringify(given);
    const signal = AbortSignal.timeout(limitMs);
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body, signal });
    const text = await response.text();
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}\n${stderr}`);
    return JSON.parse(text);
  } finally {
    child.kill();
  }
}
