// The adapter and the handler fit the types of each framework. The compiler must refuse the lines that are marked, and no others.
import { createServer } from "node:http";
import type { Express, Request as ExpressRequest, Response as ExpressResponse } from "express";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { NextApiHandler } from "next";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { toNodeHandler } from "pandapon-openapi/webhooks/node";

const handler = createWebhookHandler({ accessKey: "key", accessSecret: "secret", on: {} });
const receive = toNodeHandler(handler, { bodyTimeoutMs: 1000 });
export const wrongOption = toNodeHandler(handler, { bodyTimeoutMs: "1000" }); // wrong
export const wrongHandler = toNodeHandler(() => "ok"); // wrong

export const server = createServer(receive);
export const pages: NextApiHandler = receive;
export const POST: (request: Request, context: { params: Promise<object> }) => Promise<Response> = handler;
export function routes(app: Express, fastify: FastifyInstance): void {
  app.post("/webhooks", receive);
  app.use("/webhooks", receive);
  fastify.post("/webhooks", receive);
}
export const nestOnExpress = (request: ExpressRequest, response: ExpressResponse): Promise<void> =>
  receive(request, response);
export const nestOnFastify = (request: FastifyRequest, reply: FastifyReply): Promise<void> => receive(request, reply);
