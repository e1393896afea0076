// The command `pandapon pages pull`.
import { expect, test } from "vitest";
import { html, page, startSite } from "../support/pages/site.js";
import { pandapon, smallSpec } from "../support/workspace.js";

test("a first pull, a second one that finds nothing new, and a page that is gone", async () => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": page() });
  const spec = smallSpec();
  const args = ["pages", "pull", "--site", site.url, "--spec", spec];
  const first = await pandapon(args);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^written {2}api-11\nwritten {2}api-12\n2 pages written, 0 gone, 0 unchanged\. /);
  expect((await pandapon(args)).stdout).toMatch(/^0 pages written, 0 gone, 2 unchanged\. /);
  delete site.routes["/api-12.md"];
  const third = await pandapon([...args, "--json"]);
  expect(JSON.parse(third.stdout)).toMatchObject({
    ok: true,
    written: [],
    unchanged: 1,
    gone: ["api-12"],
    problems: [],
  });
});

test("a page that cannot be fetched is named on standard error with its fix, and the exit code is 2", async () => {
  const site = await startSite({ "/api-11.md": page(), "/api-12.md": html() });
  const { code, stdout, stderr } = await pandapon(["pages", "pull", "--site", site.url, "--spec", smallSpec()]);
  expect(stdout).toMatch(/^written {2}api-11\n1 page written, /);
  expect(stderr).toBe(
    `${site.url}/api-12.md:1:1  page  The page answers with HTML instead of Markdown.\n` +
      "    fix: The site does not serve its pages as Markdown. Save them by hand and use --from.\n",
  );
  expect(code).toBe(2);
});

test("nothing to pull from", async () => {
  const { code, stderr } = await pandapon(["pages", "pull", "--spec", smallSpec()]);
  expect(stderr).toBe("Nothing to pull from. Name a site with --site, or saved pages with --from.\n");
  expect(code).toBe(2);
});
