// What each store of webhook events must do: the one in memory, Redis and PostgreSQL pass the same tests.
import { beforeEach, describe, expect, it } from "vitest";
import type { DeferringStore, WebhookStore } from "../../src/webhooks/store.js";

export interface Opened<Store> {
  /** An empty one. */
  store: Store;
  /** Lets so many milliseconds pass by the clock of the store. */
  pass(ms: number): Promise<void>;
}

const LONG = 60_000;
/** A claim that lapses in the test, and a time in which it surely does. */
const SHORT = 150;
const LAPSED = 200;

const ODD_KEYS: [name: string, key: string][] = [
  ["empty", ""],
  ["of 10 000 characters", "k".repeat(10_000)],
  ["with quotes and braces", `'; DROP TABLE "x"; {tag} $1`],
  ["with a NUL", "a\0b"],
  ["with half of a surrogate pair", "\ud83d"],
  ["in Chinese", "订单 2542285634920880794"],
  ["named __proto__", "__proto__"],
  ["named constructor", "constructor"],
  ["named done", "done"],
];

/** @returns the token of a claim that succeeds */
async function claimed(store: WebhookStore, key: string, ttlMs: number): Promise<string> {
  const claim = await store.claim(key, ttlMs);
  if (claim.state !== "claimed") throw new Error(`The claim of ${JSON.stringify(key)} is ${claim.state}.`);
  return claim.token;
}

const stateOf = async (store: WebhookStore, key: string): Promise<string> => (await store.claim(key, LONG)).state;

/** @param open makes an empty store */
export function storeContract(name: string, open: () => Promise<Opened<WebhookStore>>): void {
  describe(`${name} remembers which events were handled`, () => {
    let store: WebhookStore;
    let pass: Opened<WebhookStore>["pass"];
    beforeEach(async () => {
      ({ store, pass } = await open());
    });

    it("gives a key to the first who claims it, until it is done", async () => {
      const token = await claimed(store, "a", LONG);
      expect(await stateOf(store, "a")).toBe("busy");
      expect(await stateOf(store, "b")).toBe("claimed");
      expect(await store.done("a", token, LONG)).toBe(true);
      expect(await stateOf(store, "a")).toBe("done");
    });

    it("gives a released key to the next who claims it", async () => {
      const first = await claimed(store, "a", LONG);
      expect(await store.release("a", first)).toBe(true);
      const second = await claimed(store, "a", LONG);
      expect(second).not.toBe(first);
      expect(await store.done("a", first, LONG)).toBe(false);
      expect(await store.done("a", second, LONG)).toBe(true);
    });

    it("gives a key away when its claim has lapsed, and the lapsed token changes nothing", async () => {
      const lapsed = await claimed(store, "a", SHORT);
      await pass(LAPSED);
      expect(await store.done("a", lapsed, LONG)).toBe(false);
      expect(await store.release("a", lapsed)).toBe(false);
      const token = await claimed(store, "a", LONG);
      expect(await store.release("a", lapsed)).toBe(false);
      expect(await store.done("a", lapsed, LONG)).toBe(false);
      expect(await stateOf(store, "a")).toBe("busy");
      expect(await store.done("a", token, LONG)).toBe(true);
    });

    it("takes a token once, and only for its key", async () => {
      const a = await claimed(store, "a", LONG);
      const b = await claimed(store, "b", LONG);
      for (const wrong of [b, "", "done", `${a} `, `claim:${a}`]) {
        expect(await store.done("a", wrong, LONG), wrong).toBe(false);
        expect(await store.release("a", wrong), wrong).toBe(false);
      }
      expect(await store.done("never claimed", a, LONG)).toBe(false);
      expect(await store.done("a", a, LONG)).toBe(true);
      expect(await store.done("a", a, LONG)).toBe(false);
      expect(await store.release("a", a)).toBe(false);
      expect(await store.release("a", "done")).toBe(false);
      expect(await store.release("a", "")).toBe(false);
      expect(await stateOf(store, "a")).toBe("done");
      expect(await store.release("b", b)).toBe(true);
      expect(await store.release("b", b)).toBe(false);
    });

    it("forgets an event that is done after the time it was told", async () => {
      const forgotten = await claimed(store, "a", LONG);
      await store.done("a", forgotten, SHORT);
      const kept = await claimed(store, "b", SHORT);
      await store.done("b", kept, Infinity);
      await pass(LAPSED);
      expect(await stateOf(store, "b")).toBe("done");
      expect(await stateOf(store, "a")).toBe("claimed");
      expect(await store.done("a", forgotten, LONG)).toBe(false);
      expect(await stateOf(store, "a")).toBe("busy");
    });

    it("lets exactly one of 50 claim a key: a new one, a released one, a lapsed one", async () => {
      for (const before of ["new", "released", "lapsed"]) {
        if (before === "released") await store.release(before, await claimed(store, before, LONG));
        if (before === "lapsed") {
          await claimed(store, before, SHORT);
          await pass(LAPSED);
        }
        const states = await Promise.all(Array.from({ length: 50 }, () => stateOf(store, before)));
        expect(states.filter((state) => state === "claimed").length, before).toBe(1);
        expect(states.filter((state) => state === "busy").length, before).toBe(49);
      }
    });

    it.each(ODD_KEYS)("takes a key %s", async (_name, key) => {
      const token = await claimed(store, key, LONG);
      expect(await stateOf(store, key)).toBe("busy");
      expect(await stateOf(store, `${key} `)).toBe("claimed");
      expect(await store.done(key, token, LONG)).toBe(true);
      expect(await stateOf(store, key)).toBe("done");
    });

    it("tells two keys apart that differ in half of a surrogate pair", async () => {
      await claimed(store, "\ud83d", LONG);
      expect(await stateOf(store, "\ud83e")).toBe("claimed");
    });
  });
}

/** @param open makes an empty store */
export function deferringContract(name: string, open: () => Promise<Opened<DeferringStore>>): void {
  storeContract(name, open);

  describe(`${name} keeps events until they are handled`, () => {
    const body = '{"type":"ORDER","messageBody":{"id":2542285634920880794},"text":"订单 \\u0000 😀"}\r\n';
    let store: DeferringStore;
    let pass: Opened<DeferringStore>["pass"];
    beforeEach(async () => {
      ({ store, pass } = await open());
    });

    it("gives a kept event back when its claim has lapsed, with a token that works", async () => {
      const lapsed = await claimed(store, "a", SHORT);
      expect(await store.put("a", lapsed, body)).toBe(true);
      expect(await store.due(10, LONG)).toEqual([]);
      await pass(LAPSED);
      const [event, ...others] = await store.due(10, LONG);
      expect(others).toEqual([]);
      if (event === undefined) throw new Error("No event is due.");
      expect({ key: event.key, body: event.body }).toEqual({ key: "a", body });
      expect(await store.due(10, LONG)).toEqual([]);
      expect(await stateOf(store, "a")).toBe("busy");
      expect(await store.done("a", lapsed, LONG)).toBe(false);
      expect(await store.put("a", lapsed, "another")).toBe(false);
      expect(await store.done("a", event.token, LONG)).toBe(true);
      expect(await stateOf(store, "a")).toBe("done");
    });

    it("gives a released event back at once", async () => {
      const token = await claimed(store, "a", LONG);
      await store.put("a", token, body);
      await store.release("a", token);
      expect((await store.due(10, LONG)).map((event) => event.body)).toEqual([body]);
    });

    it("gives back neither what is done, nor what was forgotten, nor what was never put", async () => {
      const token = await claimed(store, "done", LONG);
      await store.put("done", token, body);
      await store.done("done", token, SHORT);
      await claimed(store, "never put", SHORT);
      await pass(LAPSED);
      expect(await store.due(10, LONG)).toEqual([]);
      expect(await stateOf(store, "done")).toBe("claimed");
      expect(await store.due(10, LONG)).toEqual([]);
    });

    it("keeps an event whose claim is taken over by its next delivery", async () => {
      await store.put("a", await claimed(store, "a", SHORT), body);
      await pass(LAPSED);
      const second = await claimed(store, "a", SHORT);
      expect(await store.due(10, LONG)).toEqual([]);
      await pass(LAPSED);
      expect(await store.renew("a", second, LONG)).toBe(false);
      expect((await store.due(10, LONG)).map((event) => event.body)).toEqual([body]);
    });

    it("renews a claim that has not lapsed", async () => {
      const token = await claimed(store, "a", SHORT);
      await store.put("a", token, body);
      expect(await store.renew("a", token, LONG)).toBe(true);
      await pass(LAPSED);
      expect(await stateOf(store, "a")).toBe("busy");
      expect(await store.due(10, LONG)).toEqual([]);
      expect(await store.renew("a", "another", LONG)).toBe(false);
      expect(await store.renew("b", token, LONG)).toBe(false);
      expect(await store.renew("a", token, SHORT)).toBe(true);
      await pass(LAPSED);
      expect(await store.renew("a", token, LONG)).toBe(false);
      expect((await store.due(10, LONG)).length).toBe(1);
    });

    it("changes nothing once an event is done", async () => {
      const token = await claimed(store, "a", LONG);
      await store.done("a", token, LONG);
      for (const any of [token, "done", ""]) {
        expect(await store.put("a", any, body), any).toBe(false);
        expect(await store.renew("a", any, SHORT), any).toBe(false);
      }
      expect(await stateOf(store, "a")).toBe("done");
      expect(await store.due(10, LONG)).toEqual([]);
    });

    it("gives each event to one of ten who ask at once, at most as many as they ask for", async () => {
      const keys = Array.from({ length: 25 }, (_, index) => `key ${index}`);
      for (const key of keys) {
        const token = await claimed(store, key, LONG);
        await store.put(key, token, body);
        await store.release(key, token);
      }
      const taken: string[] = [];
      // Those who ask at once may stand in each other's way and get fewer than they ask for, so they ask again.
      for (let round = 0; round < 25 && taken.length < keys.length; round++) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => store.due(3, LONG)));
        for (const events of answers) {
          expect(events.length).toBeLessThanOrEqual(3);
          taken.push(...events.map(({ key }) => key));
        }
      }
      expect(taken.toSorted()).toEqual(keys.toSorted());
    });

    it.each(ODD_KEYS)("gives back a key %s that its token fits", async (_name, key) => {
      const token = await claimed(store, key, LONG);
      await store.put(key, token, body);
      await store.release(key, token);
      const [event] = await store.due(1, LONG);
      if (event === undefined) throw new Error("No event is due.");
      expect(await store.renew(event.key, event.token, LONG)).toBe(true);
      expect(await store.done(event.key, event.token, LONG)).toBe(true);
      expect(await stateOf(store, key)).toBe("done");
    });
  });
}
