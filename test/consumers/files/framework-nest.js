// Nest on Express and on Fastify: as a middleware, and in a controller with and without rawBody. Decorators are called by hand,
// so that nothing has to be compiled.
import "reflect-metadata";
import { Controller, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { FastifyAdapter } from "@nestjs/platform-fastify";

/** @param {Function} receive */
function moduleWith(receive) {
  class Webhooks {
    receive(/** @type {object} */ request, /** @type {object} */ response) {
      return receive(request, response);
    }
  }
  const method = [Webhooks.prototype, "receive"];
  Req()(...method, 0);
  Res()(...method, 1);
  Post()(...method, Object.getOwnPropertyDescriptor(Webhooks.prototype, "receive"));
  Controller("webhooks")(Webhooks);
  class AppModule {}
  Module({ controllers: [Webhooks] })(AppModule);
  return AppModule;
}

const by = (/** @type {any} */ Adapter, /** @type {object} */ options, path = "webhooks") => {
  return async (/** @type {Function} */ receive) => {
    const app = await NestFactory.create(moduleWith(receive), new Adapter(), { logger: false, ...options });
    if (path === "early") app.use("/early", receive);
    await app.listen(0, "127.0.0.1");
    return { url: `${await app.getUrl()}/${path}`, close: () => app.close() };
  };
};

export const starts = Object.fromEntries(
  [ExpressAdapter, FastifyAdapter].flatMap((Adapter) => [
    [`${Adapter.name}, rawBody`, { start: by(Adapter, { rawBody: true }) }],
    // Fastify keeps its own JSON parser.
    [
      `${Adapter.name}, bodyParser: false`,
      {
        start: by(Adapter, { bodyParser: false }),
        ...(Adapter === FastifyAdapter && { isRefused: true }),
      },
    ],
    [`${Adapter.name}, app.use`, { start: by(Adapter, {}, "early") }],
    [`${Adapter.name}, parsed: refused`, { start: by(Adapter, {}), isRefused: true }],
  ]),
);
