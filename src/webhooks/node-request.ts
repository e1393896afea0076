// The requests and the answers of node:http and of the frameworks on it, as far as the adapter uses them. Structural, so that the
// declarations need neither a framework nor @types/node.

/** What node:http, Express, Nest on Express and Next's pages router pass. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Names and values in turn, each header as often as it was sent. `headers` joins or drops repeated ones. */
  readonly rawHeaders: readonly string[];
  readonly destroyed: boolean;
  readonly readableEnded: boolean;
  /** Set by `setEncoding`: what is read is text then. */
  readonly readableEncoding: string | null;
  readonly readableDidRead: boolean;
  /** That of HTTP/2. */
  readonly stream?: { on(event: string, listener: () => void): unknown; close(): unknown } | undefined;
  on(event: string, listener: (argument: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  readonly writableFinished: boolean;
  on(event: string, listener: (argument: unknown) => void): unknown;
  setHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}

/** What Fastify passes, and Nest on Fastify. */
export interface FastifyLikeRequest {
  readonly raw: NodeRequest;
}
export interface FastifyLikeReply {
  readonly raw: NodeResponse;
  hijack(): unknown;
}

/** @returns the URL without the host, which the sender chooses */
function urlOf({ url = "/" }: NodeRequest): string {
  return `http://localhost${url.startsWith("/") ? url : "/"}`;
}

/** Methods whose requests have no body here. `Request` refuses the last three. */
const WITHOUT_BODY = /^(?:GET|HEAD|(CONNECT|TRACE|TRACK))$/i;

/** @param body what it is read from, if the method has one */
export function toWebRequest(request: NodeRequest, body: BodyInit): Request {
  const { method = "GET", rawHeaders } = request;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (!name.startsWith(":")) headers.append(name, value); // HTTP/2 has its method and path among the headers
  }
  const [isWithoutBody, forbidden] = WITHOUT_BODY.exec(method) ?? [];
  // `duplex` is needed for streams, and the types of the web do not have it yet.
  if (isWithoutBody === undefined)
    return new Request(urlOf(request), { method, headers, body, duplex: "half" } as RequestInit);
  const made = new Request(urlOf(request), { method: forbidden === undefined ? method : "GET", headers });
  // The handler must see the method that was sent, to refuse it.
  return forbidden === undefined ? made : Object.defineProperty(made, "method", { value: method });
}

/** Sends an answer, unless something else has: a timeout of the framework, for example. */
export async function sendAnswer(response: NodeResponse, answer: Response): Promise<void> {
  const body = new Uint8Array(await answer.arrayBuffer());
  if (response.headersSent || response.writableEnded) return;
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(body);
}
