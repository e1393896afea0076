// Reads the curl sample that a page shows first: names of headers and query inputs, and the body.
import { beginsJson, jsonBlock, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";

export interface CurlSample {
  /** `https://api.example.com`, if the sample has it. */
  server?: string;
  /** Names, each with its line. Headers that every client sends by itself are left out. */
  header: [name: string, at: number][];
  query: [name: string, at: number][];
  body?: JsonBlock;
}

const HEADER = /--header\s+'(?!(?:content-type|accept|user-agent|host|connection)[:;])([^':;]+)[:;]/gi;
const ADDRESS = /'(https?:\/\/[^/'\s?]+)?(?:\/[^?'\s]*)?(?:\?([^'\s]*))?'/;
const DATA = /--data(?:-raw|-binary)?\s+'/;

/** @param stops whether a line cannot be part of JSON */
export function readCurl(
  lines: readonly Line[],
  at: number,
  stops: (text: string) => boolean,
): { sample: CurlSample; end: number } {
  const sample: CurlSample = { header: [], query: [] };
  const [, server, query = ""] = ADDRESS.exec(lines[at]?.text ?? "") ?? [];
  if (server !== undefined) sample.server = server;
  const inputs = query.split("&").map((pair) => pair.replace(/=.*$/, ""));
  sample.query = inputs.filter((name) => name !== "").map((name) => [name, at]);
  for (let end = at; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? "";
    if (end > at && stops(text)) return { sample, end };
    for (const [, name = ""] of text.matchAll(HEADER)) sample.header.push([name, end]);
    const data = DATA.exec(text);
    const from = data === null ? text.length : data.index + data[0].length;
    if (beginsJson(text.slice(from))) {
      const block = jsonBlock(lines, end, from, stops);
      // The shell's form of a single quote inside single quotes.
      sample.body = { ...block, text: block.text.replaceAll("'\\''", "'") };
      return { sample, end: block.end };
    }
    if (!text.endsWith("\\")) return { sample, end: end + 1 };
  }
  return { sample, end: lines.length };
}
