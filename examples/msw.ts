// Answers of PandaPon for the tests of your own program, with msw (https://mswjs.io).
//
//   const server = setupServer(...handlers);
//   beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
import { http, HttpResponse } from "msw";

/** Answers as text: `HttpResponse.json` would lose digits of long ids. */
const answer = (data: string) =>
  new HttpResponse(`{"code":200,"data":${data}}`, { headers: { "content-type": "application/json" } });

export const handlers = [
  http.post("https://api.pandapon.com/alibaba/order/detail", () => answer('{"baseInfo":{"id":2542285634920880794}}')),
  // A failure: HTTP 200 with another `code`.
  http.post("https://api.pandapon.com/alibaba/order/cancel", () =>
    HttpResponse.json({ code: 500, msg: "the order is already paid" }),
  ),
];
