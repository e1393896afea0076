// An operationId is the name of a method: two or three lower-camel words. It is unique, and none is the beginning of another.
import { report, type Location, type Rule } from "../shared/rule.js";

const FORM = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*){1,2}$/;

export const operationId: Rule = () => {
  const seen: { id: string; location: Location }[] = [];
  return {
    Operation(operation, ctx) {
      const id = operation.operationId;
      if (typeof id !== "string") return; // operation-operationId reports it
      const location = ctx.location.child("operationId");
      if (!FORM.test(id)) {
        const fix = "Name it as the method is called, such as alibaba.refunds.create.";
        report(ctx, location, `operationId "${id}" is not two or three lower-camel words joined by dots.`, fix);
      }
      for (const other of seen) {
        if (other.id.toLowerCase() === id.toLowerCase()) {
          report(ctx, location, `operationId "${id}" is taken by another operation.`, "Rename one of the two.");
        } else if (id.startsWith(`${other.id}.`) || other.id.startsWith(`${id}.`)) {
          const message = `operationId "${id}" and "${other.id}" cannot both be called: one is the beginning of the other.`;
          report(ctx, location, message, "Rename one of the two.");
        }
      }
      seen.push({ id, location });
    },
  };
};
