// Gives each operation the link to PandaPon's page, and an answer for every status that no page shows.
import { operationNodes, type Document, type Evidence } from "../../core/openapi.js";

const NOT_SHOWN = { description: "Any other status. No page of PandaPon shows one, so nothing is known of its body." };

export function completeOperations({ paths, webhooks }: Document): void {
  const called = operationNodes(paths);
  for (const operation of [...called, ...operationNodes(webhooks)]) {
    // A contract may be compiled before it is linted, so the evidence may be missing.
    const page = (operation["x-evidence"] as Evidence | undefined)?.page;
    if (page !== undefined) operation.externalDocs ??= { url: page, description: "PandaPon's page" };
  }
  for (const operation of called) {
    operation.responses = { ...operation.responses, default: operation.responses?.["default"] ?? NOT_SHOWN };
  }
}
