// Fastify: its JSON parser is on by default.
import fastify from "fastify";

const PATH = "/webhooks";
/** @param {(app: any, receive: Function) => unknown} build */
const by = (build) => async (/** @type {Function} */ receive) => {
  const app = fastify();
  await build(app, receive);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: `${url}${PATH}`, close: () => app.close() };
};

export const starts = {
  "a scope without parsers": {
    start: by(async (app, receive) => {
      await app.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
        scope.post(PATH, receive);
      });
      app.post("/other", async () => "ok");
    }),
  },
  "a parser that keeps the bytes": {
    start: by((app, receive) => {
      app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, bytes, done) => done(null, bytes));
      app.post(PATH, receive);
    }),
  },
  "the JSON parser: refused": {
    start: by((app, receive) => app.post(PATH, receive)),
    isRefused: true,
  },
};
