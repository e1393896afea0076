// A documentation site on loopback, with a list of its pages and invented pages.
import { serve, text, type Handler, type Received } from "../server.js";

/** The Markdown page of an invented endpoint. */
export function markdown({ title = "Get a parcel", path = "/shop/parcel", fields = ["id"], extra = "" } = {}): string {
  const properties = fields.map((name) => `                  ${name}:\n                    type: string\n`).join("");
  return `# ${title}

## OpenAPI Specification

\`\`\`yaml
openapi: 3.0.1
info:
  title: ''
  version: 1.0.0
paths:
  ${path}:
    get:
      summary: ${title}
      parameters: []
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
${properties}${extra}      x-apifox-folder: Shop/Parcels
      x-apifox-status: released
servers: []
\`\`\`
`;
}

export const page = (body: string = markdown(), headers: Record<string, string> = {}): Handler =>
  text(body, "text/markdown; charset=utf-8", 200, headers);

export const html = (body = "<!doctype html><title>Shop</title>"): Handler => text(body, "text/html; charset=utf-8");

/** Answers with 304 if the request has this tag, otherwise with the page. */
export const tagged =
  (etag: string, body = markdown()): Handler =>
  (response, request) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else page(body, { etag })(response, request);
  };

export interface Site {
  url: string;
  /** What the site answers, by path. A test may change it between two pulls. */
  routes: Record<string, Handler>;
  requests: readonly Received[];
  /** How often a path was requested. */
  asked: (path: string) => number;
  /** The most requests that waited for their answer at the same time. */
  mostAtOnce: () => number;
}

/** @param routes by path; any other path answers with 404. If there is no `/llms.txt`, a list of all pages is served. */
export async function startSite(routes: Record<string, Handler>): Promise<Site> {
  let open = 0;
  let most = 0;
  const site = { routes };
  const { url, requests } = await serve((response, request) => {
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => (open -= 1));
    const handler = site.routes[request.url] ?? (request.url === "/llms.txt" ? list(site.routes) : undefined);
    (handler ?? text("There is no such page.", "text/plain", 404))(response, request);
  });
  return Object.assign(site, {
    url,
    requests,
    asked: (path: string) => requests.filter((request) => request.url === path).length,
    mostAtOnce: () => most,
  });
}

const list = (routes: Record<string, Handler>): Handler =>
  text(
    `# Shop\n\n## API Docs\n${Object.keys(routes)
      .filter((path) => /(?:e0|api-\d+)\.md$/.test(path))
      .map((path) => `- Shop > Parcels [Page of ${path.replace(/\.md$/, "")}](${path}): \n`)
      .join("")}`,
    "text/plain; charset=utf-8",
  );
