// Runs the suite in a worker. The request's body says where the server is, and the answer holds the results. Bundled before use.
import { createClient, createPandaPon, PandaPonError } from "pandapon-openapi";
import * as signing from "pandapon-openapi/signing";
import * as webhooks from "pandapon-openapi/webhooks";
import { sandboxFlows } from "./flows.js";
import { suite } from "./suite.js";
import { webhookResults } from "./webhooks.js";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const given = await request.json();
    const results = await suite({ ...given, inspectors: [], createPandaPon, createClient, PandaPonError, signing });
    return Response.json([...results, ...(await sandboxFlows(false)), ...(await webhookResults(webhooks))]);
  },
};
