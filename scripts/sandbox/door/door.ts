// The test door: what a test may read and do under /sandbox. It is not part of PandaPon's API.
import { Failure } from "../../core/problem.js";
import { FURTHEST_AHEAD } from "../accounts/state.js";
import { refusalOf, type Answer } from "../exchange/envelope.js";
import type { Message } from "../exchange/flow.js";
import { invalid } from "../exchange/inputs.js";
import { BROKEN, Refusal, type RefusalReason } from "../exchange/refusal.js";
import { ruleFromJson } from "../faults/rule.js";
import { decoded } from "../gateway/route.js";
import { bodyOf, membersOf, objectOf, refuseOtherSites, userOf } from "./request.js";
import { advanceParcels, runStep, type DoorParts } from "./steps.js";

interface Asked {
  readonly request: Request;
  readonly body: unknown;
  /** The parts of the path that a route leaves open. */
  readonly values: readonly string[];
}

type DoorRoute = (parts: DoorParts, asked: Asked) => unknown;

/** A GET changes nothing. */
const ROUTES: Readonly<Record<string, DoorRoute>> = {
  "GET /sandbox": ({ world, userId, pusher }) => ({
    sandbox: "pandapon",
    what: "A sandbox for PandaPon's API. Nothing under /sandbox is an operation of PandaPon.",
    now: world.now(),
    aheadMs: world.state.aheadMs,
    userId,
    users: Object.keys(world.state.accounts),
    canPush: pusher.canSend,
    routes: Object.keys(ROUTES),
  }),
  "GET /sandbox/state": ({ world }) => world.state,
  "PUT /sandbox/state": async ({ world, write, pusher }, { body }) => {
    write(body);
    await pusher.catchUp();
    return world.state;
  },
  "POST /sandbox/reset": ({ reset }, { body }) => {
    const { scope } = membersOf(body, { scope: '"state", "faults" or "log"; everything without it' });
    reset(scope);
    return { reset: scope ?? "everything" };
  },
  "GET /sandbox/requests": ({ log }) => ({ requests: log.entries }),
  "DELETE /sandbox/requests": ({ log }) => {
    log.clear();
    return { requests: log.entries };
  },
  "POST /sandbox/clock": (parts, { body }) => advance(parts, body),
  "GET /sandbox/faults": ({ faults }) => ({ faults: faults.list() }),
  "POST /sandbox/faults": ({ faults }, { body }) => {
    faults.add(ruleFromJson(body));
    return { faults: faults.list() };
  },
  "DELETE /sandbox/faults": ({ faults }) => {
    faults.clear();
    return { faults: faults.list() };
  },
  "POST /sandbox/deliver": ({ pusher }, { body }) => {
    const expected = {
      messageType: "a text",
      messageBody: "an object",
      messagePlatform: "0 for Taobao, 1 for 1688; optional",
    };
    // `deliver` checks each member.
    return pusher.deliver(membersOf(body, expected) as unknown as Message);
  },
  "GET /sandbox/deliveries": ({ pusher }) => ({ deliveries: pusher.deliveries }),
  "POST /sandbox/parcels/advance": (parts, { request, body }) => {
    membersOf(body, {});
    return { delivered: advanceParcels(parts, userOf(request) ?? parts.userId) };
  },
  "POST /sandbox/orders/{id}/{step}": (parts, asked) => step(parts, "orders", asked),
  "POST /sandbox/refunds/{id}/{step}": (parts, asked) => step(parts, "refunds", asked),
};

const YEAR = 366 * 24 * 3_600_000;
/** The door answers no call of PandaPon, so it uses up no request id. */
const NO_CALL = "0".repeat(32);
const STATUS: Readonly<Partial<Record<RefusalReason, number>>> = {
  unsigned: 403,
  noSuchPath: 404,
  notFound: 404,
  wrongMethod: 405,
  conflict: 409,
  tooLarge: 413,
  broken: 500,
};

/** Whether a path belongs to the test door. */
export const isDoor = (pathname: string): boolean => pathname === "/sandbox" || pathname.startsWith("/sandbox/");

/** Answers with plain JSON, or refuses with an envelope and an HTTP status from 400 on. */
export async function openDoor(request: Request, parts: DoorParts): Promise<Answer> {
  try {
    const { route, values } = routeOf(request.method, new URL(request.url).pathname);
    refuseOtherSites(request);
    const body = request.method === "GET" ? {} : await bodyOf(request);
    const answer = answerOf((await route(parts, { request, body, values })) ?? {});
    return { ...answer, body: parts.log.hide(answer.body) };
  } catch (error) {
    const refusal = error instanceof Failure ? invalid(error.message) : error;
    const { reason, message } = refusal instanceof Refusal ? refusal : new Refusal("broken", BROKEN);
    return { ...refusalOf(NO_CALL, new Refusal(reason, parts.log.hide(message))), status: STATUS[reason] ?? 400 };
  }
}

/** Ids are text, because a test reads them with JSON.parse. */
function answerOf(value: unknown): Answer {
  const body = JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
  return { status: 200, headers: { "content-type": "application/json;charset=UTF-8", "x-sandbox": "pandapon" }, body };
}

const PATTERNS = Object.entries(ROUTES).map(([name, route]) => {
  const [verb = "", template = ""] = name.split(" ");
  return { verb, route, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, "([^/]+)")}$`) };
});

function routeOf(method: string, pathname: string): { route: DoorRoute; values: string[] } {
  const path = pathname.replace(/\/$/, "");
  const found = PATTERNS.flatMap(({ verb, route, pattern }) => {
    const values = pattern.exec(path)?.slice(1);
    return values === undefined ? [] : [{ verb, route, values }];
  });
  const match = found.find(({ verb }) => verb === method);
  if (match !== undefined)
    return { route: match.route, values: match.values.map((value) => decoded(value, "the path")) };
  if (found.length === 0) {
    throw new Refusal("noSuchPath", `The test door has no such route. It has: ${Object.keys(ROUTES).join("; ")}.`);
  }
  const verbs = [...new Set(found.map(({ verb }) => verb))].join(" and ");
  throw new Refusal("wrongMethod", `This route of the test door takes ${verbs}, not ${method}.`);
}

/** Answers once the messages of the step were sent. */
async function step(parts: DoorParts, kind: "orders" | "refunds", { request, body, values }: Asked): Promise<unknown> {
  const result = runStep(parts, kind, userOf(request), values, objectOf(body));
  await parts.pusher.settled();
  return result;
}

async function advance({ world, pusher }: DoorParts, body: unknown): Promise<unknown> {
  const { advanceMs } = membersOf(body, { advanceMs: "milliseconds" });
  if (typeof advanceMs !== "number" || !Number.isInteger(advanceMs) || advanceMs < 0 || advanceMs > YEAR) {
    throw invalid(
      `advanceMs must be a whole number of milliseconds from 0 to ${YEAR} (a year). The clock never goes back.`,
    );
  }
  const aheadMs = world.state.aheadMs + advanceMs;
  if (aheadMs > FURTHEST_AHEAD) {
    throw invalid(`The clock can be ${FURTHEST_AHEAD} ms ahead at most, which is ten years. Reset the state first.`);
  }
  world.state.aheadMs = aheadMs;
  const deliveries = await pusher.catchUp();
  return { now: world.now(), aheadMs, deliveries };
}
