// The suite that every platform runs with the built package. It tests what may differ between platforms, and uses only web APIs.
import { everythingOf, failureOf, same, sure } from "./check.js";

const accessKey = "0123456789abcdef0123456789abcdef";
const accessSecret = "fedcba9876543210fedcba9876543210";
const userId = "2100007341207";
/** Beyond 2^53: a JavaScript number would change its last digits. */
const LONG = "2542285634920880794";
const LONGER = "2542285634921880795";
const SIGN = "a-sign-that-nobody-may-see";
/** How long one test may take. */
const LIMIT_MS = 10_000;

const ok = (/** @type {string} */ data) => `{"requestId":"r-1","code":200,"developId":${LONG},"data":${data}}`;
const REFUND = {
  orderId: LONG,
  orderEntryIds: [LONGER],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "T恤",
  goodsStatus: "refundWaitSellerSend",
};
/** The same as it is sent. */
const REFUND_SENT = JSON.stringify(REFUND).replace(/"(\d{5,})"/g, "$1");
const refunds = "/alibaba/refund/detail/create";

/**
 * @param {object} given
 * @param {string} given.baseUrl of test/runtimes/server.mjs
 * @param {string} given.refusedUrl where every connection is refused
 * @param {boolean} given.tellsRefused whether the platform's fetch tells a refused connection from a broken one
 * @param {boolean} given.resendsGets whether the platform's fetch retries a GET by itself; see src/transport/once.ts
 * @param {string | undefined} given.environmentUserId `PANDAPON_USER_ID`, if the environment can be read
 * @param {((value: unknown) => string)[]} given.inspectors the platform's ways to show a value
 * @param {Function} given.createPandaPon an export of the package, like the three below
 * @param {Function} given.createClient
 * @param {Function} given.PandaPonError
 * @param {any} given.signing
 * @returns {Promise<{ name: string, reason?: string }[]>} every test, and why it failed if it did
 */
export async function suite(given) {
  const { baseUrl, refusedUrl, createPandaPon, createClient, PandaPonError, signing } = given;
  const credentials = { accessKey, accessSecret, userId };

  /** Makes the server answer with these steps. */
  const script = async (/** @type {import("./server.mjs").Step[]} */ ...steps) => {
    const response = await fetch(`${baseUrl}/script`, { method: "POST", body: JSON.stringify(steps) });
    const own = `${baseUrl}/${await response.text()}`;
    const options = { ...credentials, baseUrl: own, maxRetries: 0 };
    return {
      url: own,
      pandapon: (/** @type {object} */ more = {}) => createPandaPon({ ...options, ...more }),
      client: (/** @type {object} */ more = {}) => createClient({ ...options, ...more }),
      seen: async () => (await fetch(`${own}/seen`)).json(),
    };
  };
  const arrived = async (/** @type {{ seen: () => Promise<object[]> }} */ server) => {
    while ((await server.seen()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const shown = (/** @type {unknown} */ value) =>
    [everythingOf(value), ...given.inspectors.map((inspect) => inspect(value))].join("\n");
  const isError = (/** @type {any} */ error, /** @type {object} */ expected) => {
    sure(error instanceof PandaPonError, `${String(error)} is not a PandaPonError`);
    for (const [name, value] of Object.entries(expected)) same(error[name], value, `${name} of "${error.message}"`);
  };
  const hides = (/** @type {unknown} */ value, /** @type {string} */ secret, /** @type {string} */ what) => {
    const line = shown(value)
      .split("\n")
      .find((one) => one.includes(secret));
    sure(line === undefined, `${what} shows what it must hide: ${line}`);
  };

  const tests = {
    async "the platform's own fetch can be passed as an option"() {
      const server = await script({ body: ok("1") });
      same(await server.pandapon({ fetch: globalThis.fetch }).alibaba.refunds.create(REFUND), 1);
    },
    async "signature: the vectors"() {
      const nonce = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
      for (const [timestamp, signature] of [
        ["1733474179", "3A3A2042DFB68A91CD6FBACBECBF0D4F"],
        ["1733474179000", "61912A8D1F6BCEE9D2E7A11F7F9F22B0"],
      ]) {
        const parts = { accessKey, timestamp, nonce, accessSecret };
        same(signing.signatureHeaders(parts, userId).signature, signature);
      }
      // A vector of RFC 1321, and a UTF-8 text with the digest of node:crypto.
      same(signing.signatureDigest("message digest"), "F96B697D7CB7938D525A2F31AAF161D0");
      same(signing.signatureDigest("T恤 🧦"), "B3258922A4AA09512FDA29F4F9E038FB");
    },

    async "nonce: 32 letters and digits, different each time"() {
      const nonces = Array.from({ length: 100 }, () => signing.randomNonce());
      sure(
        nonces.every((nonce) => /^[A-Za-z0-9]{32}$/.test(nonce)),
        nonces.join(),
      );
      same(new Set(nonces).size, 100);
    },

    async "a request carries the five headers, signed"() {
      const server = await script({ body: ok("{}") });
      await server.pandapon().alibaba.refunds.create(REFUND);
      const [{ method, path, headers }] = await server.seen();
      same([method, path, headers["content-type"]], ["POST", refunds, "application/json"]);
      const { timestamp, "nonce-str": nonce } = headers;
      sure(Math.abs(Date.now() - Number(timestamp)) < 60_000, `timestamp is ${timestamp}`);
      for (const [name, value] of Object.entries(
        signing.signatureHeaders({ accessKey, timestamp, nonce, accessSecret }, userId),
      )) {
        same(headers[name], value, name);
      }
    },

    async "method call: ids are numbers on the wire and strings in the result, with every digit"() {
      const server = await script({ body: ok(`{"refundId":${LONGER},"list":[{"n":1}]}`) });
      const call = server.pandapon().alibaba.refunds.create({ ...REFUND, orderId: BigInt(LONG) });
      same(await call, { refundId: LONGER, list: [{ n: 1 }] });
      const { requestId, response, attempts } = await call.withResponse();
      same([requestId, attempts, response.status], ["r-1", 1, 200]);
      same((await response.json()).developId, LONG);
      same(
        (await server.seen()).map((/** @type {any} */ { body }) => body),
        [REFUND_SENT],
      );
    },

    async "path call: ids are numbers on the wire and strings in the result, with every digit"() {
      const server = await script({ body: ok(`{"refundId":${LONGER}}`) });
      const { data, error, response } = await server.client().POST(refunds, { body: REFUND });
      same(error, undefined);
      same(data.data.refundId, LONGER);
      same((await response.json()).data.refundId, LONGER);
      same((await response.clone().json()).developId, LONG);
      same(await response.text(), ok(`{"refundId":${LONGER}}`));
      same((await server.seen())[0].body, REFUND_SENT);
    },

    async "path call: ids in a query, and an answer without a content length"() {
      const server = await script({ body: ok(`{"itemId":${LONG}}`), how: "gzip" });
      const { data } = await server.client().GET("/open/product/get", { params: { query: { itemId: LONG } } });
      same(data.data.itemId, LONG);
      same((await server.seen())[0].path, `/open/product/get?itemId=${LONG}`);
    },

    async "path call: a middleware replaces the Request"() {
      const server = await script({ body: ok("{}") });
      const client = server.client();
      client.use({
        async onRequest({ request }) {
          const { url, method } = request;
          return new Request(url, { method, headers: { "x-own": "1" }, body: await request.text() });
        },
      });
      const { error } = await client.POST(refunds, { body: REFUND });
      same(error, undefined);
      const [{ headers, body }] = await server.seen();
      same(headers["x-own"], "1");
      same(body, REFUND_SENT);
    },

    async "path call: a middleware returns the Response that it was given, or a new one"() {
      const body = ok(`{"refundId":${LONGER}}`);
      for (const onResponse of [
        (/** @type {any} */ { response }) => response,
        (/** @type {any} */ { response }) => response.clone(),
        (/** @type {any} */ { response }) => new Response(response.body, response),
      ]) {
        const server = await script({ body });
        const client = server.client();
        client.use({ onResponse });
        const { data, error } = await client.POST(refunds, { body: REFUND });
        same(error, undefined);
        same(data.data.refundId, LONGER);
        same((await server.seen()).length, 1, "the number of requests");
      }
    },

    async "the Response of a call, and every clone, can be read in every way"() {
      const body = ok(`{"refundId":${LONGER},"title":"T恤"}`);
      const failed = body.replace('"code":200', '"code":4001');
      const withResponse = async (/** @type {any} */ server) =>
        (await server.pandapon().alibaba.refunds.create(REFUND).withResponse()).response;
      const byPath = async (/** @type {any} */ server) =>
        (await server.client().POST(refunds, { body: REFUND })).response;
      for (const [sent, status, call] of [
        [body, 200, withResponse],
        [body, 200, byPath],
        [failed, 200, byPath],
        [failed, 503, byPath],
      ]) {
        const server = await script({ body: sent, status, headers: { "x-trace": "t-1" } });
        const given = await call(server);
        const clone = given.clone();
        for (const response of [given, clone, clone.clone(), given]) {
          sure(response instanceof Response, "it is a Response of the platform");
          same([response.status, response.ok, response.url], [status, sent === body, server.url + refunds]);
          same([response.headers.get("x-trace"), response.bodyUsed], ["t-1", false]);
          same((await response.json()).data.refundId, LONGER);
          const read = [
            await response.text(),
            new TextDecoder().decode(await response.arrayBuffer()),
            new TextDecoder().decode(await response.bytes()),
            await (await response.blob()).text(),
            await new Response(response.clone().body).text(),
          ];
          same([...new Set(read)], [sent]);
        }
        // As a platform does that is handed the Response.
        const inner = (/** @type {string} */ name) =>
          Object.getOwnPropertyDescriptor(Response.prototype, name)?.get?.call(given);
        same(inner("status"), status, "the status that a platform sends");
        same(await new Response(given.body).text(), sent);
      }
    },

    async "the Response of a warehouse call does not show the sign"() {
      const server = await script({ body: '{"success":true}' });
      const signWarehouse = () => ({ timestamp: "17", sign: SIGN });
      const { response } = await server.pandapon({ signWarehouse }).freight.book({ lineItems: [] }).withResponse();
      for (const one of [response, response.clone()]) {
        same(one.url, `${server.url}/open/pp/logistics/orderBookingFreight`);
        const inner = Object.getOwnPropertyDescriptor(Response.prototype, "url")?.get?.call(one);
        sure(!String(inner).includes("sign"), `the platform's own getter gives ${inner}`);
        hides(one, SIGN, "the Response");
      }
      sure((await server.seen())[0].path.endsWith(`sign=${SIGN}`), "it was sent");
    },

    async "JSON inside text: objects are sent as text"() {
      const server = await script({ body: ok("{}") });
      await server.pandapon().taobao.products.checkBatch({ params: [{ itemId: LONG, skuIds: [LONGER] }] });
      const inner = JSON.stringify([{ itemId: LONG, skuIds: [LONGER] }]);
      same((await server.seen())[0].body, JSON.stringify({ params: inner }));
    },

    async "a code other than 200 is a failure on HTTP 200"() {
      const server = await script({ body: '{"requestId":"r-2","code":4001,"msg":"no such order"}' });
      const expected = { kind: "api", code: "4001", msg: "no such order", requestId: "r-2", status: 200, attempts: 1 };
      isError(await failureOf(server.pandapon().alibaba.refunds.create(REFUND)), expected);
      const { data, error, response } = await server.client().POST(refunds, { body: REFUND });
      isError(error, expected);
      same([data, response.status, response.ok], [undefined, 200, false]);
    },

    async "HTTP 503, then 200: a read is retried, signed anew"() {
      const server = await script(
        { status: 503, headers: { "retry-after": "0" }, body: "busy" },
        { body: ok('{"a":1}') },
      );
      const call = server.pandapon({ maxRetries: 1 }).taobao.products.get({ itemId: LONG });
      same(await call, { a: 1 });
      same((await call.withResponse()).attempts, 2);
      const nonces = (await server.seen()).map((/** @type {any} */ { headers }) => headers["nonce-str"]);
      same([nonces.length, new Set(nonces).size], [2, 2]);
    },

    async "HTTP 503: a write is sent once"() {
      const server = await script({ status: 503, headers: { "retry-after": "0" }, body: "busy" });
      const error = await failureOf(server.pandapon({ maxRetries: 1 }).alibaba.refunds.create(REFUND));
      isError(error, { kind: "decode", status: 503, attempts: 1 });
      same((await server.seen()).length, 1);
    },

    async "timeout: while waiting, and while the body drips"() {
      for (const how of ["hang", "drip"]) {
        const server = await script({ how });
        const error = await failureOf(server.pandapon({ timeoutMs: 60 }).alibaba.refunds.create(REFUND));
        isError(error, { kind: "timeout", attempts: 1, operation: "alibaba.refunds.create" });
      }
    },

    async "abort: while waiting, and while the body drips"() {
      for (const how of ["hang", "drip"]) {
        const server = await script({ how });
        const controller = new AbortController();
        const reason = new Error("enough");
        const failure = failureOf(server.pandapon().alibaba.refunds.create(REFUND, { signal: controller.signal }));
        await arrived(server);
        controller.abort(reason);
        const error = await failure;
        isError(error, { kind: "aborted", attempts: 1 });
        sure(error.cause === reason, "the cause is the signal's reason");
      }
    },

    async "connection refused: a read is retried, and a write if the platform can tell that it was refused"() {
      const pandapon = createPandaPon({ ...credentials, baseUrl: refusedUrl, maxRetries: 1 });
      const read = await failureOf(pandapon.taobao.products.get({ itemId: LONG }));
      isError(read, { kind: "network", attempts: 2 });
      const write = await failureOf(pandapon.alibaba.refunds.create(REFUND));
      isError(write, { kind: "network", attempts: given.tellsRefused ? 2 : 1 });
    },

    async "connection reset after a write arrived: it is sent once"() {
      const server = await script({ how: "reset" });
      const error = await failureOf(server.pandapon({ maxRetries: 1 }).alibaba.refunds.create(REFUND));
      isError(error, { kind: "network", attempts: 1 });
      same((await server.seen()).length, 1, "the number of requests");
    },

    async "a reused connection is reset: a write is still sent once"() {
      const reset = { how: "reset" };
      const server = await script({ body: ok("{}") }, { body: ok("{}") }, reset);
      const pandapon = server.pandapon({ maxRetries: 1 });
      for (let count = 0; count < 2; count += 1) {
        await pandapon.taobao.products.get({ itemId: LONG });
        // A connection needs a moment before it can be reused.
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      isError(await failureOf(pandapon.alibaba.refunds.create(REFUND)), { kind: "network", attempts: 1 });
      const seen = await server.seen();
      same(seen.length, 3, "the number of requests, two reads among them");
      same(seen[0].port, seen[1].port, "the connection of the second read");
    },

    async "a reused connection is reset: a GET that writes is sent once if the platform allows it"() {
      const server = await script({ body: ok("{}") }, { how: "reset" });
      const pandapon = server.pandapon({ maxRetries: 1 });
      await pandapon.taobao.products.get({ itemId: LONG });
      await new Promise((resolve) => setTimeout(resolve, 10));
      isError(await failureOf(pandapon.taobao.refunds.cancel({ refundId: "1" })), { kind: "network", attempts: 1 });
      same((await server.seen()).length, given.resendsGets ? 3 : 2, "the number of requests, a read among them");
    },

    async "an answer that ends too early is a failure: a read is retried"() {
      const server = await script({ body: '{"code":200,"data":', how: "cut" }, { body: ok("1") });
      same(await server.pandapon({ maxRetries: 1 }).taobao.products.get({ itemId: LONG }), 1);
    },

    async "a compressed answer"() {
      const server = await script({ body: ok(`{"itemId":${LONG},"title":"T恤"}`), how: "gzip" });
      const call = server.pandapon().taobao.products.get({ itemId: LONG });
      same(await call, { itemId: LONG, title: "T恤" });
      same((await (await call.withResponse()).response.json()).data.title, "T恤");
    },

    async "a redirect is not followed"() {
      const target = await script({ body: ok("{}") });
      const server = await script({ status: 302, headers: { location: `${target.url}/elsewhere` } });
      const error = await failureOf(server.pandapon().taobao.products.get({ itemId: LONG }));
      isError(error, { kind: "decode", status: 302, attempts: 1 });
      same(await target.seen(), []);
    },

    async "pages: records one by one, until the last"() {
      const page = (/** @type {string} */ ids) => ({ body: ok(`{"totalRecords":3,"totalPage":3,"data":[${ids}]}`) });
      const server = await script(page(`{"offerId":${LONG}},{"offerId":2}`), page(`{"offerId":${LONGER}}`));
      const found = [];
      const call = server.pandapon().alibaba.products.search({ keyword: "T恤", pageSize: 2 });
      for await (const { offerId } of call.items()) found.push(offerId);
      same(found, [LONG, "2", LONGER]);
      const bodies = (await server.seen()).map((/** @type {any} */ { body }) => JSON.parse(body).beginPage ?? 1);
      same(bodies, [1, 2]);
    },

    async "freight: signed by the caller's function"() {
      const server = await script({ body: '{"success":true}' });
      /** @type {object[]} */
      const parts = [];
      const signWarehouse = (/** @type {object} */ part) => {
        parts.push(part);
        return { timestamp: "17", sign: "a+b" };
      };
      const input = { lineItems: [{ itemId: LONG }] };
      same(await server.pandapon({ signWarehouse, now: () => 5 }).freight.book(input), { success: true });
      const [{ method, path, headers, body }] = await server.seen();
      const route = "/open/pp/logistics/orderBookingFreight";
      same([method, path, body], ["POST", `${route}?timestamp=17&sign=a%2Bb`, JSON.stringify(input)]);
      same(["signature" in headers, "access-key" in headers], [false, false]);
      same(parts, [{ method: "POST", path: route, body, timestamp: "5" }]);
    },

    async "freight: a Request of another client, signed by the middleware, keeps its body"() {
      const server = await script({ body: "{}" });
      const schemaPath = "/open/pp/logistics/orderBookingFreight";
      const { onRequest } = signing.signingMiddleware({
        ...credentials,
        signWarehouse: () => ({ timestamp: "17", sign: SIGN }),
      });
      const headers = { "content-type": "application/json" };
      const request = new Request(server.url + schemaPath, { method: "POST", headers, body: '{"a":"T恤"}' });
      await (await fetch(await onRequest({ request, schemaPath }))).text();
      const [{ path, body, headers: sent }] = await server.seen();
      same([path, body], [`${schemaPath}?timestamp=17&sign=${SIGN}`, '{"a":"T恤"}']);
      same(sent["content-type"], "application/json");
    },

    async "freight: no failure shows the sign"() {
      const servers = await Promise.all(
        ["reset", "hang", "drip", "cut"].map((/** @type {any} */ how) => script({ how, body: "{" })),
      );
      const odd = [{ body: "{}", status: 500 }, { body: "<html>" }, { status: 302, headers: { location: "/?sign=x" } }];
      const more = await Promise.all(odd.map((step) => script(step)));
      for (const url of [refusedUrl, ...[...servers, ...more].map((server) => server.url)]) {
        /** @type {unknown[]} */
        const events = [];
        const tell = (/** @type {unknown} */ event) => void events.push(event);
        const signWarehouse = () => ({ timestamp: "17", sign: SIGN });
        const pandapon = createPandaPon({
          ...{ ...credentials, baseUrl: url, maxRetries: 0, timeoutMs: 60, signWarehouse },
          ...{ onRequest: tell, onResponse: tell, onRetry: tell },
        });
        const error = await failureOf(pandapon.freight.preview({}));
        isError(error, { operation: "freight.preview", attempts: 1 });
        hides(error, SIGN, `the error "${error.message}"`);
        hides(events, SIGN, "a hook's event");
      }
      const aborted = AbortSignal.abort(new Error("enough"));
      const pandapon = servers[0].pandapon({ signWarehouse: () => ({ timestamp: "17", sign: SIGN }) });
      hides(await failureOf(pandapon.freight.preview({}, { signal: aborted })), SIGN, "the error of an abort");
    },

    async "no failure shows the secret or the signature"() {
      const hows = ["reset", "hang", "cut"];
      const servers = await Promise.all(hows.map((/** @type {any} */ how) => script({ how, body: "{" })));
      for (const url of [refusedUrl, ...servers.map((server) => server.url)]) {
        const options = { ...credentials, baseUrl: url, maxRetries: 0, timeoutMs: 60 };
        const parts = { now: () => 1733474179000, nonce: () => "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345" };
        const error = await failureOf(createPandaPon({ ...options, ...parts }).alibaba.refunds.create(REFUND));
        hides(error, accessSecret, `the error "${error.message}"`);
        hides(error, "61912A8D1F6BCEE9D2E7A11F7F9F22B0", `the error "${error.message}"`);
      }
    },

    async "no client shows the secret"() {
      for (const client of [createPandaPon(credentials), createClient(credentials), signing.signer(credentials)]) {
        hides(client, accessSecret, "a client");
      }
      hides(signing.signingMiddleware(credentials), accessSecret, "the middleware");
    },

    async "hooks that throw never change a call and never end the process"() {
      const thrown = new Error("a hook of this test");
      const hooks = [
        () => {
          throw thrown;
        },
        () => Promise.reject(thrown),
      ];
      for (const hook of hooks) {
        const server = await script(
          { status: 503, headers: { "retry-after": "0" }, body: "busy" },
          { body: ok('{"itemId":1}') },
        );
        const client = server.pandapon({ onRequest: hook, onResponse: hook, onRetry: hook, maxRetries: 1 });
        same((await client.taobao.products.get({ itemId: LONG })).itemId, "1");
      }
    },

    async "credentials come from the environment if it can be read; otherwise the error names what is missing"() {
      if (given.environmentUserId === undefined) {
        for (const create of [createPandaPon, createClient, signing.signer]) {
          const error = await failureOf(Promise.resolve().then(() => create({ baseUrl })));
          isError(error, { kind: "input", attempts: 0 });
          sure(/`accessKey`.*PANDAPON_ACCESS_KEY/.test(error.message), error.message);
        }
        return;
      }
      const server = await script({ body: ok("{}") });
      await createPandaPon({ baseUrl: server.url }).taobao.products.get({ itemId: LONG });
      same((await server.seen())[0].headers["user-id"], given.environmentUserId);
    },
  };

  const results = [];
  for (const [name, test] of Object.entries(tests)) {
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${LIMIT_MS} ms`)), LIMIT_MS);
    });
    const reason = await Promise.race([test(), tooLong]).then(
      () => undefined,
      (error) => `${error instanceof Error ? error.message : String(error)}${hidden(error)}`,
    );
    clearTimeout(timer);
    results.push({ name, ...(reason !== undefined && { reason }) });
  }
  return results;
}

/** The stack of an error that no assertion threw. */
const hidden = (/** @type {unknown} */ error) =>
  error instanceof Error && error.constructor !== Error ? `\n${error.stack ?? ""}` : "";
