// What all HTML pages have in common: the way to the other pages, and the end.
import { wayTo } from "../site/links.js";
import { escapeHtml, head, languageSwitch, menuOf, type PageContext } from "../site/shell.js";
import { STYLE } from "./style.js";

/** The pages load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  /** Below the folder of the language: `operations/alibaba.orders.get.html`. */
  file: string;
  title: string;
  /** For search engines; plain text. */
  description: string;
  /** HTML. */
  content: string;
  /** Where the Redoc page shows the same: `/alibaba-orders/alibaba.orders.get`. Without it, its beginning. */
  anchor?: string;
  /** Whether other languages have no such page. */
  isAlone?: boolean;
  /** The file of its Markdown copy. */
  copy?: string;
}

/** The whole page. */
export function layout(page: HtmlPage, context: PageContext): string {
  const { words } = context.site;
  const { file, content, anchor, copy, isAlone } = page;
  const to = (target: string): string => escapeHtml(wayTo(target, file));
  const reference = to("index.html") + (anchor === undefined ? "" : `#${escapeHtml(anchor)}`);
  const title = `${page.title} · ${words.siteTitle}`;
  const groups = menuOf(context);
  const isHere = (item: { file: string }): boolean => item.file === file;
  const here = groups.find(({ items }) => items.some(isHere));
  const lists = groups.map((group) => {
    const items = group.items.map(
      (item) =>
        `<li><a href="${to(item.file)}"${isHere(item) ? ` aria-current="page"` : ""}>${escapeHtml(item.text)}</a></li>`,
    );
    const summary = `<summary>${escapeHtml(group.title)}</summary>`;
    return `<details${group === here ? " open" : ""}>${summary}<ul>${items.join("")}</ul></details>`;
  });
  return `${head(context, { ...page, title, policy: POLICY, style: STYLE })}
<body>
<a class="skip" href="#_content">${escapeHtml(words.skip)}</a>
<header><a class="home" href="${to("index.html")}">${escapeHtml(words.siteTitle)}</a>
<a href="${reference}">${escapeHtml(words.reference)}</a>
<a href="#_all">${escapeHtml(words.menu)}</a>
${languageSwitch(context, isAlone ? "index.html" : file)}</header>
<main id="_content">
${here === undefined ? "" : `<p class="soft here">${escapeHtml(here.title)}</p>\n`}<h1>${escapeHtml(page.title)}</h1>
${content}
</main>
<nav class="all" id="_all" aria-label="${escapeHtml(words.menu)}">
<h2>${escapeHtml(words.menu)}</h2>
${lists.join("\n")}
</nav>
<footer><p>${escapeHtml(words.notOfficial)}${copy === undefined ? "" : ` <a href="${to(copy)}">${escapeHtml(words.asMarkdown)}</a>`}</p></footer>
</body>
</html>
`;
}
