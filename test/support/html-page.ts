// An HTML page as a standard parser reads it: what is wrong with its tags, its ids, its links and its text.
import { parse, type DefaultTreeAdapterTypes, type ParserError } from "parse5";

type ParsedNode = DefaultTreeAdapterTypes.ChildNode;
type ParsedElement = DefaultTreeAdapterTypes.Element;

export interface HtmlPage {
  /** Misnested, unclosed and unknown tags, with their lines. */
  errors: string[];
  /** All of them, so that one that is there twice is twice in it. */
  ids: string[];
  elements: ParsedElement[];
  /** The addresses of `href` and `src`. */
  links: string[];
  /** Without scripts and styles. */
  text: string;
  title: string;
}

/** Elements that a page must close, although a parser would close them itself. */
const CLOSED = new Set(
  "p ul ol li table thead tbody tr td th div details summary code pre a h1 h2 h3 nav main svg".split(" "),
);

export function readHtml(html: string): HtmlPage {
  const errors: string[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }: ParserError) => void errors.push(`${startLine}: ${code}`),
  });
  const elements: ParsedElement[] = [];
  const texts: string[] = [];
  const visit = (node: ParsedNode): void => {
    if (node.nodeName === "#text" && "value" in node) texts.push(node.value);
    if (!("tagName" in node)) return;
    elements.push(node);
    const { tagName, sourceCodeLocation: at } = node;
    if (CLOSED.has(tagName)) {
      // A parser adds elements that are not written, such as a second `p` for a stray `</p>`.
      if (!at?.startTag) errors.push(`<${tagName}> is not written`);
      else if (!at.endTag) errors.push(`${at.startLine}: <${tagName}> is not closed`);
    }
    if (tagName !== "script" && tagName !== "style") node.childNodes.forEach(visit);
  };
  document.childNodes.forEach(visit);
  const attributes = (name: string): string[] =>
    elements.flatMap(({ attrs }) => attrs.flatMap((one) => (one.name === name ? one.value : [])));
  const title = elements.find(({ tagName }) => tagName === "title")?.childNodes[0];
  return {
    ...{ errors, elements },
    ids: attributes("id"),
    links: [...attributes("href"), ...attributes("src")],
    text: texts.join(" "),
    title: title !== undefined && "value" in title ? title.value : "",
  };
}
