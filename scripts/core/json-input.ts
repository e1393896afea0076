// Reads what a flag gives: JSON with every digit, from the flag itself, a file or standard input.
import { isSafeNumber, parse } from "lossless-json";
import { tooDeepAt } from "./exact-json.js";
import { Failure } from "./problem.js";
import { readBytes } from "./spec-folder.js";

type ByteStream = AsyncIterable<string | Uint8Array>;

/** As deep as a value may nest. Every walk through it is recursive. */
const DEEPEST = 500;

/** The words for one flag. */
export interface JsonFlag {
  /** Of the flag, without its dashes: `input`. */
  name: string;
  /** What the object holds, with an example. */
  holds: string;
}

/**
 * @param source JSON, `@` and the name of a file, or `-` for standard input
 * @returns the object. An integer that a JavaScript number cannot hold is a bigint.
 * @throws Failure with code 2 if it cannot be read, or is not a JSON object
 */
export async function readJsonObject(
  { name, holds }: JsonFlag,
  source: string,
  stdin: ByteStream | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await textOf(source, stdin);
  if (tooDeepAt(text, DEEPEST) !== undefined) throw new Failure(2, `The ${name} nests deeper than ${DEEPEST} levels.`);
  let value: unknown;
  try {
    value = parse(text, undefined, (digits) => exactNumber(name, digits));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      2,
      `The ${name} is not JSON: ${reason}. If your shell changes quotation marks, use --${name} @file.json, or - for standard input.`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Failure(2, `The ${name} must be a JSON object ${holds}.`);
  }
  return { ...value };
}

async function textOf(source: string, stdin: ByteStream | undefined): Promise<string> {
  if (source === "-") return decoded(await allOf(stdin), "Standard input");
  return source.startsWith("@") ? decoded(readBytes(source.slice(1)), source.slice(1)) : source;
}

async function allOf(stdin: ByteStream | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Windows PowerShell writes UTF-16 with a byte order mark. */
function decoded(bytes: Buffer, name: string): string {
  const charset = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(2, `${name} is not UTF-8 text. Save it as UTF-8.`);
  }
}

function exactNumber(name: string, digits: string): number | bigint {
  if (isSafeNumber(digits)) return Number(digits);
  if (/^-?\d+$/.test(digits)) return BigInt(digits);
  throw new Failure(2, `The number ${digits} of the ${name} would lose digits. Write it in quotation marks, as text.`);
}
