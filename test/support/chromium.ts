// The installed Chromium, for the tests that need a real browser.
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const CANDIDATES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Opens it, without anything of its own that would use the network. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = CANDIDATES.find((file) => file !== undefined && existsSync(file));
  if (executablePath === undefined) {
    throw new Error(
      "Chromium is not installed. Run `apt-get install chromium`, or name a browser in the variable CHROMIUM.",
    );
  }
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
  ];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-sync", ...quiet] });
}
