// The store in memory does what every store must do.
import { memoryStore } from "../../src/webhooks/memory-store.js";
import { storeContract } from "./store-contract.js";

storeContract("memory", () => {
  let now = 1_795_000_000_000;
  return Promise.resolve({
    store: memoryStore({ now: () => now }),
    pass: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  });
});
