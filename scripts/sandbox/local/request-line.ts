// What `pandapon sandbox` prints of each request.
import { operationTable, type OperationTable } from "pandapon-openapi";

/** One request and its answer. It holds nothing of a body but the code and, of a refusal, the msg. */
export interface RequestLine {
  /** When it came, in milliseconds since 1970 UTC. */
  at: number;
  method: string;
  /** Decoded, and without its query, which may hold data. */
  path: string;
  operation?: string;
  /** Undefined if the connection was ended. */
  status?: number;
  code?: number | string;
  msg?: string;
  /** What the sandbox did not check. */
  warning?: string;
  milliseconds: number;
}

const TABLE: OperationTable = operationTable;

type Answering = (request: Request) => Promise<Response>;

/** Reports each request that a sandbox answers. */
export function reporting(answer: Answering, report: (line: RequestLine) => void): Answering {
  return async (request) => {
    const at = Date.now();
    const began = performance.now();
    const { pathname } = new URL(request.url);
    const { method } = request;
    const operation = Object.entries(TABLE).find(([, info]) => fits(info.path, pathname))?.[0];
    const line = { at, method, path: decoded(pathname), ...(operation !== undefined && { operation }) };
    const elapsed = (): number => Math.round(performance.now() - began);
    try {
      const response = await answer(request);
      const milliseconds = elapsed();
      const warning = response.headers.get("x-sandbox-warning");
      const codeAndMsg = await codeOf(response.clone());
      report({ ...line, status: response.status, ...codeAndMsg, ...(warning !== null && { warning }), milliseconds });
      return response;
    } catch (error) {
      report({ ...line, msg: "the connection was ended without an answer", milliseconds: elapsed() });
      throw error;
    }
  };
}

/** A secret that is written in another way in a URL is found only in the decoded text. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const fits = (template: string, path: string): boolean => {
  const parts = path.split("/");
  const expected = template.split("/");
  return expected.length === parts.length && expected.every((part, at) => part.startsWith("{") || part === parts[at]);
};

async function codeOf(response: Response): Promise<Pick<RequestLine, "code" | "msg">> {
  try {
    const value: unknown = JSON.parse(await response.text());
    if (typeof value !== "object" || value === null || !("code" in value)) return {};
    const code = typeof value.code === "number" || typeof value.code === "string" ? value.code : undefined;
    if (code === undefined) return {};
    const msg = String(code) !== "200" && "msg" in value && typeof value.msg === "string" ? value.msg : undefined;
    return { code, ...(msg !== undefined && { msg }) };
  } catch {
    return { msg: "the body is not whole JSON" };
  }
}
