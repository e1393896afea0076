// An answer as a Response that can be read again, and whose JSON has every digit.
import type { Answer } from "./answer.js";

export class AnsweredResponse extends Response {
  readonly #answer: Answer;

  constructor(answer: Answer) {
    const { response, text, error, url } = answer;
    const { headers, status, statusText } = response;
    super(text || null, { headers });
    this.#answer = answer;
    Object.defineProperties(this, {
      // As they came: some a Response cannot be made with.
      status: { value: status },
      statusText: { value: statusText },
      // Whether the call succeeded: HTTP 200 can carry a failure.
      ok: { value: error === undefined },
      url: { value: url },
    });
  }

  /** Ids are strings, and every digit is there. */
  override json(): Promise<unknown> {
    return Promise.resolve(this.#answer.value);
  }

  override text(): Promise<string> {
    return Promise.resolve(this.#answer.text);
  }

  override clone(): AnsweredResponse {
    return new AnsweredResponse(this.#answer);
  }
}
