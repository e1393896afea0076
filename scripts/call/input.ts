// Reads the input of a call: JSON, with every digit.
import { isSafeNumber, parse } from "lossless-json";
import { tooDeepAt } from "../core/exact-json.js";
import { Failure } from "../core/problem.js";
import { readBytes } from "../core/spec-folder.js";

type ByteStream = AsyncIterable<string | Uint8Array>;

/** As deep as a value may nest. Every walk through it is recursive. */
const DEEPEST = 500;

/**
 * @param source JSON, `@` and the name of a file, or `-` for standard input
 * @returns the inputs by name. An integer that a JavaScript number cannot hold is a bigint.
 * @throws Failure with code 2 if it cannot be read, or is not a JSON object
 */
export async function readInput(
  source: string,
  stdin: ByteStream | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const text = await textOf(source, stdin);
  if (tooDeepAt(text, DEEPEST) !== undefined) throw new Failure(2, `The input nests deeper than ${DEEPEST} levels.`);
  let value: unknown;
  try {
    value = parse(text, undefined, exactNumber);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      2,
      `The input is not JSON: ${reason}. If your shell changes quotation marks, use --input @file.json, or - for standard input.`,
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Failure(
      2,
      'The input must be a JSON object of the operation\'s inputs, such as {"offerId": 706627393257}.',
    );
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

function exactNumber(digits: string): number | bigint {
  if (isSafeNumber(digits)) return Number(digits);
  if (/^-?\d+$/.test(digits)) return BigInt(digits);
  throw new Failure(2, `The number ${digits} of the input would lose digits. Write it in quotation marks, as text.`);
}
