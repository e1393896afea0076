// The types of hostile.mjs, for the tests that are compiled.
export interface HostileRequest {
  url: string;
  init: RequestInit;
}
export declare const CREDENTIALS: { accessKey: string; accessSecret: string; userId: string };
export declare const NOW: number;
export declare function hostileRequests(count: number, seed: number, exampleOf: (path: string) => string): HostileRequest[];
export declare function sendHostile(
  sandbox: { fetch: (url: string, init: RequestInit) => Promise<Response>; log: readonly object[] },
  requests: readonly HostileRequest[],
): Promise<Map<string, number>>;
