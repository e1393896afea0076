// Express 4 and 5, with a body parser before the webhook, after it, and on its route.
import express from "express";

const PATH = "/webhooks";
/** @param {(app: any, receive: Function) => void} build */
const by = (build) => async (/** @type {Function} */ receive) => {
  const app = express();
  build(app, receive);
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  return { url: `http://127.0.0.1:${server.address().port}${PATH}`, close: () => server.close() };
};

export const starts = {
  "no parser": { start: by((app, receive) => app.post(PATH, receive)) },
  "app.use": { start: by((app, receive) => app.use(PATH, receive)) },
  "express.json after the route": { start: by((app, receive) => app.post(PATH, receive).use(express.json())) },
  "express.json for another type": {
    start: by((app, receive) => app.use(express.json({ type: "text/json" })).post(PATH, receive)),
  },
  "express.raw on the route": {
    start: by((app, receive) => app.post(PATH, express.raw({ type: () => true }), receive).use(express.json())),
  },
  "express.json that keeps rawBody": {
    start: by((app, receive) =>
      app.use(express.json({ verify: (request, _, bytes) => (request.rawBody = bytes) })).post(PATH, receive),
    ),
  },
  "express.json before the route: refused": {
    start: by((app, receive) => app.use(express.json()).post(PATH, receive)),
    isRefused: true,
  },
  "express.text before the route: refused": {
    start: by((app, receive) => app.use(express.text({ type: () => true })).post(PATH, receive)),
    isRefused: true,
  },
  "express.json, then express.raw: refused": {
    start: by((app, receive) => app.use(express.json()).post(PATH, express.raw({ type: () => true }), receive)),
    isRefused: true,
  },
};
