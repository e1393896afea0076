// Gives each operation the link to PandaPon's page, and an answer for every status that no page shows.
import { operationsOf, type Document, type Evidence } from "../../core/openapi.js";

const NOT_SHOWN = { description: "Any other status. No page of PandaPon shows one, so nothing is known of its body." };

export function completeOperations(document: Document): void {
  for (const [items, isCalled] of [
    [document.paths, true],
    [document.webhooks, false],
  ] as const) {
    // The nodes themselves, so that what is set here stays.
    for (const { method, key } of operationsOf(items, (node) => node)) {
      const operation = items?.[key]?.[method];
      if (operation === undefined) continue;
      // A contract may be compiled before it is linted, so the evidence may be missing.
      const page = (operation["x-evidence"] as Evidence | undefined)?.page;
      if (page !== undefined) operation.externalDocs ??= { url: page, description: "PandaPon's page" };
      if (isCalled)
        operation.responses = { ...operation.responses, default: operation.responses?.["default"] ?? NOT_SHOWN };
    }
  }
}
