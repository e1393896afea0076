// Runs the suite in a process of Node, Bun or Deno, or in one of Node that holds another runtime.
import { spawn } from "node:child_process";

/**
 * @param {object} how
 * @param {string} how.binary
 * @param {string} how.version the expected version
 * @param {string[]} how.args before the file to run
 * @param {string} how.file the file to run
 * @param {string} how.dir with the file and the package
 * @param {Record<string, string>} how.environment
 * @param {object} given for the suite
 * @param {number} limitMs for the suite, and for the process to end by itself after it
 * @returns {Promise<{ name: string, reason?: string }[]>}
 */
export async function runScript({ binary, version, args, file, dir, environment }, given, limitMs) {
  const child = spawn(binary, [...args, file, JSON.stringify(given)], {
    cwd: dir,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limitMs);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearTimeout(timer));
  if (late) throw new Error(`did not end within ${limitMs} ms: ${stderr || stdout}`);
  if (code !== 0) throw new Error(`ended with ${code}: ${stderr || stdout}`);
  const ran = JSON.parse(stdout);
  if (ran.version !== version) throw new Error(`the package of ${version} holds ${ran.version}`);
  return ran.results;
}
