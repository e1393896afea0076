// An answer as a Response that can be read again, and whose JSON has every digit.
import type { Answer } from "./answer.js";

/** Statuses that a Response with a body cannot have. */
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304]);

export class AnsweredResponse extends Response {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    const { response, text } = answer;
    super(WITHOUT_BODY.has(response.status) ? null : text, response);
    this.#answer = answer;
    // openapi-fetch asks for the JSON only where this header is, and parses the text itself where it is not.
    if (!this.headers.has("content-length")) {
      this.headers.set("content-length", String(new TextEncoder().encode(text).length));
    }
  }

  /** Whether the call succeeded: HTTP 200 can carry a failure. */
  override get ok(): boolean {
    return this.#answer.error === undefined;
  }

  override get url(): string {
    return this.#answer.response.url;
  }

  /** Ids are strings, and every digit is there. */
  override json(): Promise<unknown> {
    return Promise.resolve(this.#answer.value);
  }

  override clone(): AnsweredResponse {
    return new AnsweredResponse(this.#answer);
  }
}
