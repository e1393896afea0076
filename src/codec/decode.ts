// Decodes the text of an answer: keeps every digit, makes ids strings, parses JSON inside text.
import type { Positions } from "../operations/table.js";
import { parseExact } from "./parse.js";
import { treeOf } from "./positions.js";

/**
 * Decodes an answer. Ids that the contract declares become strings, even if they came as numbers. Text that the contract
 * declares as JSON is parsed; it stays text if it is not JSON.
 * @throws SyntaxError if the whole text is not JSON
 */
export const decode = (text: string, positions: Positions): unknown => parseExact(text, treeOf(positions));
