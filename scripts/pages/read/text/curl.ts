// Reads the curl sample that a page shows first: names of headers and query inputs, and the body.
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";

export interface CurlSample {
  /** `https://api.example.com`, if the sample has it. */
  server?: string;
  /** Names of headers, each with its line, without those that every client sends by itself. */
  headers: [name: string, at: number][];
  /** Names in the query, each with its line. */
  query: [name: string, at: number][];
  body?: JsonBlock;
}

const HEADER = /--header\s+'([^':;]+)[:;]/g;
const URL_IN_QUOTES = /'((?:https?:\/)?\/[^'\s]*)'/;
const DATA = /--data(?:-raw|-binary)?\s+'/;
const SENT_ANYWAY = new Set(["content-type", "accept", "user-agent", "host", "connection"]);

/** @param stops whether a line cannot be part of JSON */
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
      // The shell's form of a single quote inside single quotes.
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
