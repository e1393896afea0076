// Handles an event after it is answered, for `defer`: claim, put, answer; then run, done. A sweep runs what a killed process left.
import { WebhookError } from "./error.js";
import { claimed, finish, type Parts, type Processing } from "./in-place.js";
import type { AnyEvent } from "./message.js";
import type { DeferringStore } from "./store.js";

/** How many events a sweep runs at the same time. */
const BATCH = 16;
/** A longer timer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What tells runtimes apart. */
interface Runtime {
  readonly Netlify?: unknown;
  readonly EdgeRuntime?: unknown;
  readonly Deno?: unknown;
  readonly navigator?: { readonly userAgent?: string };
  readonly process?: {
    readonly versions?: { readonly node?: string };
    readonly env?: Readonly<Record<string, string | undefined>>;
  };
}

/** Whether the runtime goes on after an answer. Edge runtimes and AWS Lambda, which Vercel and Netlify use, stop or freeze. */
function goesOn(): boolean {
  // No property is declared in every runtime, and each is checked.
  const { EdgeRuntime, Netlify, Deno, navigator, process } = globalThis as Runtime;
  if (EdgeRuntime !== undefined || Netlify !== undefined || navigator?.userAgent === "Cloudflare-Workers") return false;
  // Before `process`: reading its environment needs a permission in Deno.
  if (Deno !== undefined) return true;
  const { AWS_LAMBDA_FUNCTION_NAME: lambda, VERCEL: vercel } = process?.env ?? {};
  return process?.versions?.node !== undefined && lambda === undefined && vercel === undefined;
}

export function deferred(parts: Parts<DeferringStore>): Processing {
  const { store, claimMs, run, parse, report } = parts;
  let sweptAt = -Infinity;

  /** @returns whether it was handled. If not, its claim lapses and a sweep runs it again: `claimMs` is the pause between. */
  const handle = async (key: string, token: string, event: AnyEvent): Promise<boolean> => {
    const timer = setInterval(
      () => {
        // If it cannot be renewed, `finish` finds out. What is thrown in a timer would end the process.
        (async () => store.renew(key, token, claimMs))().catch(() => undefined);
      },
      Math.min(claimMs / 3, LONGEST_TIMER),
    );
    try {
      await run(event);
      await finish(parts, key, token, event);
      return true;
    } catch (error) {
      report(error, event);
      return false;
    } finally {
      clearInterval(timer);
    }
  };

  const sweep = async (): Promise<number> => {
    sweptAt = Date.now();
    let handled = 0;
    const seen = new Set<string>();
    try {
      for (let goOn = true; goOn;) {
        const events = await store.due(BATCH, claimMs);
        const results = await Promise.all(
          events.map(async ({ key, token, body }) => {
            try {
              return await handle(key, token, parse(body));
            } catch (error) {
              report(error, undefined);
              return false;
            }
          }),
        );
        handled += results.filter(Boolean).length;
        // What comes again has failed before: the next sweep tries it, so that this one ends.
        const before = seen.size;
        for (const { key } of events) seen.add(key);
        goOn = seen.size - before >= BATCH;
      }
    } catch (error) {
      report(error, undefined);
    }
    return handled;
  };

  return {
    async accept(key, event, context) {
      if (context?.waitUntil === undefined && !goesOn()) {
        report(
          new WebhookError(
            "option",
            "`defer` needs `waitUntil` on this runtime, which stops after an answer. Pass it with each request: handler(request, context).",
          ),
          event,
        );
        return 500;
      }
      return claimed(parts, key, event, async (token) => {
        if (!(await store.put(key, token, event.rawBody))) return 503;
        const work = new Promise((answered) => setTimeout(answered, 0))
          .then(() => handle(key, token, event))
          // No timer: it would not run on the edge, and would keep other processes alive.
          .then(() => (Math.abs(Date.now() - sweptAt) < claimMs ? 0 : sweep()));
        context?.waitUntil?.(work);
        return 200;
      });
    },
    sweep,
  };
}
