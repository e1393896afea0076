// What a store of webhook events must do, so that "at least once" becomes "once".

/** The answer to a claim. */
export type Claim =
  /** The event is the caller's until the time is over. The token says so; a lapsed one changes nothing. */
  | { readonly state: "claimed"; readonly token: string }
  /** Another process handles it now. */
  | { readonly state: "busy" }
  /** It was handled. */
  | { readonly state: "done" };

/** Remembers which events were handled. All times are in milliseconds. */
export interface WebhookStore {
  /** Claims a key for so long, unless it is claimed or done. */
  claim(key: string, ttlMs: number): Promise<Claim>;
  /** Marks a claimed key as done for so long. @returns whether the token was still valid */
  done(key: string, token: string, keepMs: number): Promise<boolean>;
  /** Gives a claimed key back, so that the next delivery is handled. @returns whether the token was still valid */
  release(key: string, token: string): Promise<boolean>;
}

/** An event that is stored and not yet handled. */
export interface StoredEvent {
  readonly key: string;
  /** The verified body, exactly as it came. */
  readonly body: string;
}

/** A store that also keeps events, for `defer: true`. */
export interface DeferringStore extends WebhookStore {
  /** Keeps the body of a claimed key until it is done. @returns whether the token was still valid */
  put(key: string, token: string, body: string): Promise<boolean>;
  /** Makes a claim last so long from now. @returns whether the token was still valid */
  renew(key: string, token: string, ttlMs: number): Promise<boolean>;
  /** Claims up to `limit` kept events whose claim has lapsed or was released: what a killed process left. */
  due(limit: number, ttlMs: number): Promise<readonly (StoredEvent & { readonly token: string })[]>;
}
