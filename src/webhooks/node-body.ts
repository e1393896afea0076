// The exact bytes of a body on Node: from its stream, or from where a framework keeps them.
import { WebhookError } from "./error.js";
import type { NodeRequest, NodeResponse } from "./node-request.js";
import { parsedBody } from "./raw-body.js";

/** @returns a copy of the bytes that a parser kept: `rawBody` of Nest or of a plugin, as text too, or the Buffer `body` of express.raw */
function keptBytes(given: readonly object[]): Uint8Array<ArrayBuffer> | undefined {
  for (const name of ["rawBody", "body"]) {
    for (const one of given) {
      const value: unknown = Reflect.get(one, name);
      // As fastify-raw-body keeps it by default. If it is not the exact text, its signature does not fit.
      if (name === "rawBody" && typeof value === "string") return new TextEncoder().encode(value);
      // Not `instanceof`: in Jest, a Buffer is of another realm.
      if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
    }
  }
  return undefined;
}

/**
 * @param given what the framework passed: its own request first, then that of node:http, and the reply
 * @returns the bytes, or a stream of them, which fails with a WebhookError if they are gone or do not arrive
 */
export function bodyOf(
  request: NodeRequest,
  response: NodeResponse,
  given: readonly object[],
  limitMs: number,
): BodyInit {
  const kept = keptBytes(given);
  if (kept !== undefined) return kept;
  if (request.readableEnded && !request.readableDidRead) return new Uint8Array(); // a parser has read an empty body
  if (request.readableDidRead || request.readableEncoding !== null) return failing(parsedBody());
  if (request.destroyed) return failing(cutBody());
  return streamOf(request, response, limitMs);
}

const failing = (error: WebhookError): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({ start: (controller) => controller.error(error) });

const cutBody = (): WebhookError =>
  new WebhookError("unreadable", "The sender closed the connection before the body was complete.");

/**
 * Reads as fast as the handler does. What the handler does not want is read and dropped until the time is over, because a sender
 * whose connection is reset does not see the answer.
 */
function streamOf(
  request: NodeRequest,
  response: NodeResponse,
  limitMs: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let [isOpen, isLate] = [true, false];
  const drop = (): void => {
    request.destroy();
    // Of HTTP/2, whose stream stays open otherwise.
    request.stream?.close();
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): void => {
    const end = (error?: WebhookError): void => {
      if (!isOpen) return;
      isOpen = false;
      if (error === undefined) controller.close();
      else controller.error(error);
    };
    const timer = setTimeout(() => {
      isLate = true;
      end(new WebhookError("unreadable", `The body did not arrive within ${limitMs} ms, see bodyTimeoutMs.`));
      if (response.writableFinished) drop();
    }, limitMs);
    request.on("data", (chunk) => {
      if (!isOpen) return;
      // There is no encoding, so it is a Buffer.
      controller.enqueue(new Uint8Array(chunk as Uint8Array<ArrayBuffer>));
      if ((controller.desiredSize ?? 0) <= 0) request.pause();
    });
    request.on("end", () => {
      clearTimeout(timer);
      end();
    });
    for (const event of ["error", "close"]) {
      request.on(event, () => {
        clearTimeout(timer);
        end(cutBody());
      });
    }
    // A response of HTTP/2 is finished only when its stream is closed.
    for (const sent of [response, request.stream]) {
      sent?.on("finish", () => {
        isOpen = false;
        if (isLate) drop();
        else request.resume();
      });
    }
  };
  const cancel = (): void => {
    isOpen = false;
    request.resume();
  };
  const pull = (): void => void request.resume();
  return new ReadableStream({ start, pull, cancel }, { highWaterMark: 64 * 1024, size: (chunk) => chunk.byteLength });
}
