// Addresses of the site's pages, relative to each other, and the links that texts may have.

/**
 * What a text links to: `section:ids`, `operation:alibaba.orders.get`, or `page:alibaba.orders.get#contradictions`.
 * A link of Markdown, or one in the drawing of a flow.
 */
const LINK = /(\]\(|href=")(section|operation|page):([^)"\s#]+)(#[^)"\s]*)?(?=[)"])/g;

/** The folder of a language: the first one is at the root of the site. */
export const folderOf = (language: string, languages: readonly string[]): string =>
  language === languages[0] ? "" : `${language}/`;

export const operationFile = (id: string, extension = "html"): string => `operations/${id}.${extension}`;
export const sectionFile = (slug: string, extension = "html"): string => `sections/${slug}.${extension}`;

/** The way from one file of the site to another: `../index.html`. */
export const wayTo = (target: string, from: string): string => "../".repeat(from.split("/").length - 1) + target;

/** Replaces the links of a text. `to` gets the kind, the name and the anchor. */
export const withLinks = (
  markdown: string,
  to: (kind: "section" | "operation" | "page", name: string, anchor: string) => string,
): string =>
  markdown.replaceAll(
    LINK,
    // The pattern has only these kinds.
    (_all, before: string, kind: string, name: string, anchor = "") =>
      before + to(kind as "section", name, anchor as string),
  );

/** Where the Redoc page shows a section, or an operation of a tag: the part of its address behind `#`. */
export const redocAnchor = (...steps: readonly string[]): string => `/${steps.map(encodeURIComponent).join("/")}`;

/** Where the Redoc page shows a section. A tag can have the name of a section, so sections have a prefix. */
export const redocSection = (slug: string): string => redocAnchor(`guide-${slug}`);
