// Stands in for the API, in a separate process: `/<name of an answer>/…` returns that answer. It sends its port to the parent process.
import { createServer } from "node:http";
import { ANSWERS } from "./answers.mjs";

const bodies = new Map(Object.entries(ANSWERS).map(([name, text]) => [encodeURIComponent(name), Buffer.from(text)]));

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const body = bodies.get(request.url?.split("/")[1] ?? "");
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": "application/json;charset=utf-8",
      "content-length": body?.length ?? 0,
    });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.on("disconnect", () => process.exit());
