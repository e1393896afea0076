// The programs that the samples need: which are missing, and how to run one.
import { spawn } from "node:child_process";

export const PYTHON = process.env.PYTHON ?? (process.platform === "win32" ? "python" : "python3");
const LIMIT_MS = 120_000;

/** What the samples need, and what installs it on Debian. */
const NEEDED = [
  {
    name: "Python 3.9 or later",
    command: PYTHON,
    args: ["--version"],
    is: /^Python 3\.(?:9|\d\d)/,
    fix: "apt-get install python3`, or name one in the variable PYTHON",
  },
  {
    name: "Java 17 or later",
    command: "javac",
    args: ["-version"],
    is: /^javac (?:1[7-9]|[2-9]\d)/,
    fix: "apt-get install openjdk-17-jdk-headless`",
  },
  {
    name: "curl 7.87 or later",
    command: "curl",
    args: ["--version"],
    is: /^curl (?:7\.(?:8[7-9]|9)|[89]|\d\d)/,
    fix: "apt-get install curl`",
  },
  { name: "OpenSSL", command: "openssl", args: ["version"], is: /^(?:Open|Libre)SSL/, fix: "apt-get install openssl`" },
];

/** @returns one line per program that is missing, with what installs it */
export async function missingTools() {
  const lines = await Promise.all(
    NEEDED.map(async ({ name, command, args, is, fix }) => {
      const said = await run(command, args).catch(() => "");
      return is.test(said) ? [] : [`${name} is not installed. Run \`${fix}.`];
    }),
  );
  return lines.flat();
}

/**
 * @param {string} command @param {string[]} args @param {string} [cwd] @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, cwd, env = process.env) {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: LIMIT_MS });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(stdout);
      else
        reject(new Error(`${command} ${args.join(" ").slice(0, 200)} ended with ${code ?? signal}: ${stderr.trim()}`));
    });
  });
}
