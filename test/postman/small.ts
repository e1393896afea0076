// Small bundles with one operation, and the collections that are made of them.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { postman } from "pandapon-codegen/postman";
import { temporaryFolder } from "../support/workspace.js";

interface Pair {
  key: string;
  value: string;
  disabled?: true;
}

interface Request {
  id: string;
  name: string;
  request: {
    method: string;
    header: Pair[];
    url: { raw: string; path: string[]; query: Pair[]; variable: Pair[] };
    body?: { raw: string };
    description: string;
  };
  response: { code: number; body: string }[];
}

/** A folder, or a request that has no tag. */
type Item = { name: string; item: Item[] } | Request;

export interface Collection {
  info: { name: string; description: string };
  item: Item[];
  variable: Pair[];
}

export const requestsOf = ({ item }: { item: Item[] }): Request[] =>
  item.flatMap((one) => ("request" in one ? [one] : requestsOf(one)));

/** Parts of the document, as JSON text. */
interface Parts {
  path?: string;
  parameters?: string;
  schema?: string;
  body?: string;
  answer?: string;
  /** More answers. */
  more?: string;
}

/** A bundle with one signed operation. */
export const bundleText = ({
  path: at = "/orders",
  parameters = "[]",
  schema = "{}",
  body = "{}",
  answer = "{}",
  more = "",
}: Parts = {}): string => `{
  "openapi": "3.1.1",
  "info": { "title": "Shop", "version": "1.0.0" },
  "servers": [{ "url": "https://api.example.com" }],
  "security": [{ "accessKey": [], "nonceStr": [], "timestamp": [], "userId": [], "signature": [] }],
  "paths": { "${at}": { "post": {
    "operationId": "shop.orders.create",
    "summary": "Create an order",
    "tags": ["orders"],
    "parameters": ${parameters},
    "requestBody": { "content": { "application/json": { "schema": ${schema}, "example": ${body} } } },
    "responses": { "200": { "description": "Done.", "content": { "application/json": { "schema": {}, "example": ${answer} } } }${more} }
  } } },
  "components": { "securitySchemes": {
    "accessKey": { "type": "apiKey", "in": "header", "name": "access-key" },
    "nonceStr": { "type": "apiKey", "in": "header", "name": "nonce-str" },
    "timestamp": { "type": "apiKey", "in": "header", "name": "timestamp" },
    "userId": { "type": "apiKey", "in": "header", "name": "user-id" },
    "signature": { "type": "apiKey", "in": "header", "name": "signature" }
  } }
}`;

/** @returns the file of a bundle */
export function bundleFile(text: string): string {
  const file = path.join(temporaryFolder(), "openapi.json");
  writeFileSync(file, text);
  return file;
}

export async function collectionFrom(text: string): Promise<Collection> {
  const { file } = await postman({ bundle: bundleFile(text), out: temporaryFolder() });
  return JSON.parse(readFileSync(file, "utf8")) as Collection;
}

export const collectionOf = (parts: Parts): Promise<Collection> => collectionFrom(bundleText(parts));
