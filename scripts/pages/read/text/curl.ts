// The code sample that a page shows first: curl with the names of its headers and the body that is sent.
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";

export interface CurlSample {
  /** `https://api.example.com`, where the sample has it. */
  server?: string;
  /** Names of headers, without those that any client sends by itself, each with the line it stands on. */
  headers: [name: string, at: number][];
  /** Names in the query, likewise. */
  query: [name: string, at: number][];
  body?: JsonBlock;
}

const HEADER = /--header\s+'([^':;]+)[:;]/g;
const URL_IN_QUOTES = /'((?:https?:\/)?\/[^'\s]*)'/;
const DATA = /--data(?:-raw|-binary)?\s+'/;
const SENT_ANYWAY = new Set(["content-type", "accept", "user-agent", "host", "connection"]);

/** @param stops whether a line cannot belong to JSON any more */
export function readCurl(
  lines: readonly Line[],
  at: number,
  stops: (text: string) => boolean,
): { sample: CurlSample; end: number } {
  const sample: CurlSample = { headers: [], query: [] };
  for (let end = at; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? "";
    if (end > at && stops(text)) return { sample, end };
    for (const [, name = ""] of text.matchAll(HEADER)) {
      if (!SENT_ANYWAY.has(name.toLowerCase())) sample.headers.push([name, end]);
    }
    if (end === at) readAddress(text, at, sample);
    const data = DATA.exec(text);
    const from = data === null ? 0 : data.index + data[0].length;
    if (data !== null && beginsJson(text.slice(from))) {
      const block = jsonBlock(lines, end, from, stops);
      // A quote inside a text in quotes of the shell.
      sample.body = { ...block, text: block.text.replaceAll("'\\''", "'") };
      return { sample, end: block.end };
    }
    if (!text.endsWith("\\")) return { sample, end: end + 1 };
  }
  return { sample, end: lines.length };
}

function readAddress(text: string, at: number, sample: CurlSample): void {
  const address = URL_IN_QUOTES.exec(text)?.[1] ?? "";
  const server = /^https?:\/\/[^/]+/.exec(address)?.[0];
  if (server !== undefined) sample.server = server;
  const query = address.split("?")[1] ?? "";
  for (const pair of query.split("&")) {
    const name = pair.replace(/=.*$/, "");
    if (name !== "") sample.query.push([name, at]);
  }
}
