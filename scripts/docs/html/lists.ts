// The lists of all pages: for language models, for search engines, and the page for wrong addresses.
import { plainText } from "../../core/markdown.js";
import { listIn, objectOf } from "../../core/node.js";
import { codeSpan, whole } from "../site/markdown.js";
import { escapeHtml, menuOf, type PageContext } from "../site/shell.js";
import { fill } from "../site/words.js";
import { layout } from "./layout.js";
import { html } from "./markdown.js";

/** https://llmstxt.org: what the site is, and one line per page. */
export function llmsText(context: PageContext): string {
  const { words, contract } = context.site;
  const lists = menuOf(context).map(({ title, items }) => {
    const lines = items.map(
      ({ file, text, about }) => `- [${plainText(text)}](${file.replace(/html$/, "md")})${about ? `: ${about}` : ""}`,
    );
    return `## ${plainText(title)}\n\n${lines.join("\n")}`;
  });
  const { title, description = "" } = contract.info;
  const hosts = listIn(contract.servers).map((server) => codeSpan(String(objectOf(server)["url"])));
  return `${[
    `# ${plainText(title)}`,
    `> ${words.notOfficial}`,
    whole(description),
    ...(hosts.length > 0 ? [fill(words.hosts, { hosts: hosts.join(", ") })] : []),
    ...lists,
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}

/** All Markdown pages of the language in one text, in the order of the menu. */
export const llmsFullText = (files: ReadonlyMap<string, string>): string =>
  [...files].flatMap(([file, text]) => (file.endsWith(".md") ? [text.trimEnd()] : [])).join("\n\n---\n\n") + "\n";

/** https://www.sitemaps.org/protocol.html: addresses are absolute. */
export function sitemap(files: Iterable<string>, url: string): string {
  const pages = [...files].filter((file) => file.endsWith(".html") && file !== "404.html");
  const entries = pages.map(
    (file) => `<url><loc>${escapeHtml(url + file.replace(/(^|\/)index\.html$/, "$1"))}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join("\n")}
</urlset>
`;
}

/** Servers show it at any address, so its links are absolute if the site's address is known. */
export function notFound(context: PageContext): string {
  const { site, url } = context;
  const content = html(fill(site.words.notFoundText, { link: `${url ?? ""}index.html` }));
  const page = layout(
    { file: "404.html", title: site.words.notFound, description: site.words.notFound, content, isAlone: true },
    context,
  );
  return url === undefined
    ? page
    : page.replaceAll(/href="(?!https?:|#|data:)([^"]*)"/g, `href="${escapeHtml(url)}$1"`);
}
