// A span per call, and an event per retry, with OpenTelemetry.
//
//   const pandapon = createPandaPon({ onRetry: retryEvent });
//   const order = await traced("alibaba.orders.get", () => pandapon.alibaba.orders.get({ orderId, webSite: "1688" }));
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { PandaPonError, type Call, type RetryEvent } from "pandapon-openapi";

const tracer = trace.getTracer("pandapon");

/** Runs a call in a span that is named like its operation. */
export function traced<T>(operation: string, call: () => Call<T>): Promise<T> {
  return tracer.startActiveSpan(operation, { kind: SpanKind.CLIENT }, async (span) => {
    try {
      const { data, response, requestId, attempts } = await call().withResponse();
      span.setAttributes({
        "http.response.status_code": response.status,
        "http.request.resend_count": attempts - 1,
        ...(requestId !== undefined && { "pandapon.request_id": requestId }),
      });
      return data;
    } catch (error) {
      if (error instanceof PandaPonError) {
        span.setAttributes({
          "error.type": error.kind,
          "pandapon.outcome": error.outcome,
          "http.request.resend_count": Math.max(0, error.attempts - 1),
          ...(error.status !== undefined && { "http.response.status_code": error.status }),
          ...(error.code !== undefined && { "pandapon.code": error.code }),
          ...(error.requestId !== undefined && { "pandapon.request_id": error.requestId }),
        });
      }
      // Without the message: it may show how an answer begins, which can hold data of people.
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The hook `onRetry`: it runs inside the span of its call. */
export const retryEvent = ({ attempts, delayMs, error }: RetryEvent): void => {
  trace.getActiveSpan()?.addEvent("retry", { attempts, delay_ms: delayMs, "error.type": error.kind });
};
