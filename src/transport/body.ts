// Reads the body of an answer as text, up to a limit, in the charset that its header names.
import type { FetchResponse } from "./options.js";

/** The body of an answer: its text, or why there is none. */
export interface Body {
  readonly text?: string;
  /** Why it was not read: the beginning of an error message. */
  readonly problem?: string;
}

/** No known name has 40 characters. */
const CHARSET = /;\s*charset\s*=\s*["']?([^\s"',;]{1,40})/i;

/**
 * Reads a body. A web stream is read up to the limit and then cancelled. Any other Response decodes its text by itself, so the
 * limit applies to the length of the text.
 * @param over aborted when the call is over: the rest is not read
 */
export async function readBody(
  response: Omit<FetchResponse, "status">,
  maxBytes: number,
  over: AbortSignal,
): Promise<Body> {
  // A body with a method `getReader` is a web stream.
  const stream = response.body as Partial<ReadableStream<Uint8Array>> | null | undefined;
  const charset = CHARSET.exec(response.headers.get("content-type") ?? "")?.[1];
  let decoder: TextDecoder | undefined;
  try {
    // Some test environments lack it, such as jsdom.
    decoder = globalThis.TextDecoder && new TextDecoder(charset);
  } catch {
    void discard(response);
    return { problem: `the charset "${charset}" is unknown` };
  }
  const reader = decoder && stream?.getReader?.();
  // As long as a stream has a reader, only the reader can cancel it.
  const stop = (): void => void discard({ body: reader });
  if (over.aborted) stop();
  else over.addEventListener("abort", stop);
  let text = "";
  for (let size = 0; ;) {
    const { done, value } = reader ? await reader.read() : { done: true, value: await response.text() };
    size += value?.length ?? 0;
    if (size > maxBytes) {
      stop();
      return { problem: `the answer is longer than \`maxResponseBytes\`: ${maxBytes}` };
    }
    text += typeof value === "string" ? value.replace(/^\ufeff/, "") : decoder.decode(value, { stream: !done });
    if (done) return { text };
  }
}

/** Ends an answer that nobody needs, so that its connection can be used again. It never fails. */
export async function discard(response: Partial<FetchResponse>): Promise<void> {
  const body = response.body as { cancel?: () => unknown } | null | undefined;
  try {
    // A foreign Response may have another kind of stream. Reading it to the end frees its connection too.
    await (body?.cancel ? body.cancel() : response.text?.());
  } catch {
    // Nothing is left to be done.
  }
}
