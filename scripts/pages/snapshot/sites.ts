// The text of spec/pages/sites.json: sorted, one line per page, so that git shows which pages a site gained and lost.
import type { ListedPage, Sites } from "./read.js";

/** The exact text of the file. */
export function sitesText(sites: Sites): string {
  const blocks = sorted(sites).map(([site, pages]) => {
    const lines = sorted(pages).map(([id, page]) => `    ${JSON.stringify(id)}: ${pageLine(page)}`);
    return `  ${JSON.stringify(site)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${blocks.join(",\n")}\n}\n`;
}

const sorted = <T>(record: Record<string, T>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const pageLine = ({ title, folder, path }: ListedPage): string => {
  const folders = folder.map((one) => JSON.stringify(one)).join(", ");
  return `{ "title": ${JSON.stringify(title)}, "folder": [${folders}], "path": ${JSON.stringify(path)} }`;
};
