// Reads the curl sample that a page shows first: names of headers and query inputs, and the body.
import { beginsJson, jsonBlock, stopsJson, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";

export interface CurlSample {
  /** `https://api.example.com`, if the sample has it. */
  server: string | undefined;
  /** Names, each with its line. Headers that every client sends by itself are left out. */
  header: [name: string, at: number][];
  query: [name: string, at: number][];
  /** Whether it sends a body, which may be empty. */
  sends: boolean;
  body?: JsonBlock;
  /** The index of the line after the sample. */
  end: number;
}

const HEADER = /--header\s+'([^':;]+)[:;]/gi;
const OF_CLIENT = /^(?:content-type|accept|user-agent|host|connection)$/i;
/** Whether every client sends this header by itself. */
export const isOfClient = (header: string): boolean => OF_CLIENT.test(header);
const ADDRESS = /'(https?:\/\/[^/'\s?]+)?(?:\/[^?'\s]*)?(?:\?([^'\s]*))?'/;
const DATA = /--data(?:-raw|-binary)?\s+'/;

export function readCurl(lines: readonly Line[], start: number): CurlSample {
  const [, server, query = ""] = ADDRESS.exec(lines[start]?.text ?? "") ?? [];
  const inputs = query.split("&").map((pair) => pair.replace(/=.*$/, ""));
  const sample: CurlSample = {
    server,
    header: [],
    query: inputs.filter((name) => name !== "").map((name) => [name, start]),
    sends: false,
    end: lines.length,
  };
  for (let at = start; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? "";
    if (at > start && stopsJson(text)) return { ...sample, end: at };
    for (const [, name = ""] of text.matchAll(HEADER)) if (!isOfClient(name)) sample.header.push([name, at]);
    const data = DATA.exec(text);
    sample.sends ||= data !== null;
    const from = data === null ? text.length : data.index + data[0].length;
    if (beginsJson(text.slice(from))) {
      const body = jsonBlock(lines, at, from);
      // The shell's form of a single quote inside single quotes.
      return { ...sample, body: { ...body, text: body.text.replaceAll("'\\''", "'") }, end: body.end };
    }
    if (!text.endsWith("\\")) return { ...sample, end: at + 1 };
  }
  return sample;
}
