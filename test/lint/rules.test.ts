// Each rule of ours: a change to the small contract that breaks it, and a similar change that keeps it.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate, type Problem } from "pandapon-codegen";
import { lint } from "pandapon-codegen/lint";
import { plugin } from "pandapon-codegen/lint-plugin";
import { describe, expect, test } from "vitest";
import { smallSpec, type Edit } from "../support/workspace.js";

interface Case {
  rule: string;
  what: string;
  breaks: Edit[];
  /** The place of the problem, and what its message says. */
  at: [file: string, line: number, says: RegExp];
  keeps: Edit[];
}

const LIST = "paths/shop/order.yaml";
const CANCEL = "paths/shop/order/{orderId}.yaml";
const ORDER = "components/schemas/Order.yaml";
const NAVIGATION = "navigation.yaml";

const UPSTREAM = "x-evidence: { basis: upstream, page: https://upstream.example.org }";
const NOTE = `  note:
    type: [string, "null"]
    description: A note.
    x-required: unknown
    examples: [Please pack well]
`;
const WEAK_NOTE = `  note:
    type: [string, "null"]
    description: A note.
    examples: [Please pack well]
    ${UPSTREAM}
`;

const CASES: Case[] = [
  {
    rule: "operation-id",
    what: "two or three lower-camel words",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: ListOrders"]],
    at: [LIST, 2, /"ListOrders" is not two or three lower-camel words/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: orders.listAll2"]],
  },
  {
    rule: "operation-id",
    what: "no word is one that JavaScript looks for itself",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: shop.orders.then"]],
    at: [LIST, 2, /"shop\.orders\.then" has the word then, which JavaScript/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: shop.orders.delete"]],
  },
  {
    rule: "operation-id",
    what: "no word is the name of a member of every object",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: shop.constructor.list"]],
    at: [LIST, 2, /has the word constructor/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: shop.constructors.list"]],
  },
  {
    rule: "operation-id",
    what: "no id begins with request, a method of every client",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: request.list"]],
    at: [LIST, 2, /"request\.list" begins with request, which is a method of every client/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: requests.list"]],
  },
  {
    rule: "operation-id",
    what: "no id is request alone",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: request"]],
    at: [LIST, 2, /"request" begins with request, which is a method of every client/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: shop.request"]],
  },
  {
    rule: "operation-id",
    what: "no id begins with with, a method of every client",
    breaks: [[LIST, "operationId: shop.orders.list", "operationId: with.orders.list"]],
    at: [LIST, 2, /"with\.orders\.list" begins with with, which is a method of every client/],
    keeps: [[LIST, "operationId: shop.orders.list", "operationId: shop.with.list"]],
  },
  {
    rule: "operation-id",
    what: "no id is the beginning of another",
    breaks: [[CANCEL, "operationId: shop.orders.cancel", "operationId: shop.orders"]],
    at: [CANCEL, 2, /one is the beginning of the other/],
    keeps: [[CANCEL, "operationId: shop.orders.cancel", "operationId: shop.order"]],
  },
  {
    rule: "operation-id",
    what: "two ids differ in more than case",
    breaks: [[CANCEL, "operationId: shop.orders.cancel", "operationId: shop.orders.lisT"]],
    at: [CANCEL, 2, /is taken by another operation/],
    keeps: [[CANCEL, "operationId: shop.orders.cancel", "operationId: shop.orders.lists"]],
  },
  {
    rule: "path-file",
    what: "a path's file mirrors its URL",
    breaks: [
      ["openapi.yaml", "  /shop/order:\n", "  /shop/orders:\n"],
      [NAVIGATION, "path: /shop/order\n", "path: /shop/orders\n"],
    ],
    at: ["openapi.yaml", 17, /\/shop\/orders is described in paths\/shop\/order\.yaml/],
    keeps: [["openapi.yaml", "$ref: paths/shop/order.yaml", "$ref: ./paths/shop/order.yaml"]],
  },
  {
    rule: "path-parameters",
    what: "each name in the path is a parameter of the operation, and no other is",
    breaks: [[CANCEL, "in: path\n", "in: query\n"]],
    at: [CANCEL, 1, /The path has \{orderId\}, which this operation does not declare/],
    keeps: [
      [
        CANCEL,
        "    - name: orderId\n",
        "    - name: colour\n      in: query\n      description: A colour.\n      schema: { type: string, description: Text. }\n      example: red\n    - name: orderId\n",
      ],
    ],
  },
  {
    rule: "integer-format",
    what: "an integer has one of two formats",
    breaks: [
      [
        LIST,
        "type: integer\n              format: int32\n              description: The page, from 1.",
        "type: integer\n              description: The page, from 1.",
      ],
    ],
    at: [LIST, 36, /An integer has no format/],
    keeps: [
      [
        LIST,
        "type: integer\n              format: int32\n              description: The page, from 1.",
        "type: number\n              description: The page, from 1.",
      ],
    ],
  },
  {
    rule: "safe-integers",
    what: "no YAML file has a bare integer beyond 2^53",
    breaks: [[ORDER, "examples: [1990]", "examples: [9007199254740993]"]],
    at: [ORDER, 12, /9007199254740993 is beyond 2\^53/],
    keeps: [[ORDER, "examples: [Please pack well]", 'examples: ["9007199254740993"]']],
  },
  {
    rule: "struct",
    what: "x-effect is present",
    breaks: [[CANCEL, "  x-effect: write\n", ""]],
    at: [CANCEL, 1, /`x-effect`/],
    keeps: [
      [CANCEL, "x-effect: write", "x-effect: read"],
      [CANCEL, "  x-check-with: none\n", ""],
    ],
  },
  {
    rule: "struct",
    what: "x-evidence is complete",
    breaks: [[CANCEL, "    status: in-development\n", ""]],
    at: [CANCEL, 7, /`status`/],
    keeps: [[CANCEL, "    status: in-development\n", "    status: in-development\n    pageFrom: navigation-order\n"]],
  },
  {
    rule: "known-extensions",
    what: "every x- field is known",
    breaks: [[ORDER, "x-unit: fen", "x-unit: fen\n    x-uint: fen"]],
    at: [ORDER, 12, /x-uint/],
    keeps: [[ORDER, "x-unit: fen", "x-unit: yuan"]],
  },
  {
    rule: "navigation",
    what: "a path is described",
    breaks: [[NAVIGATION, "    reason: No page shows its path.\n", "    path: /shop/order/{id}\n"]],
    at: [NAVIGATION, 14, /does not describe \/shop\/order\/\{id\}/],
    keeps: [[NAVIGATION, "title: Cancel an order", "title: Order cancellation"]],
  },
  {
    rule: "navigation",
    what: "a message type is described",
    breaks: [[NAVIGATION, "    reason: No page shows its path.\n", "    webhook: ORDER_SENT\n"]],
    at: [NAVIGATION, 14, /does not describe ORDER_SENT/],
    keeps: [[NAVIGATION, "group: Callbacks", "group: Messages"]],
  },
  {
    rule: "navigation",
    what: "an operation has an entry",
    breaks: [[NAVIGATION, "    path: /shop/order/{orderId}\n", "    reason: No page shows its path.\n"]],
    at: [CANCEL, 1, /GET \/shop\/order\/\{orderId\} has no entry in navigation\.yaml/],
    keeps: [[NAVIGATION, "    path: /shop/order/{orderId}\n", "    method: GET\n    path: /shop/order/{orderId}\n"]],
  },
  {
    rule: "navigation",
    what: "a webhook has an entry",
    breaks: [[NAVIGATION, "    webhook: ORDER_PAID\n", "    reason: No page shows its type.\n"]],
    at: ["webhooks/ORDER_PAID.yaml", 1, /ORDER_PAID has no entry in navigation\.yaml/],
    keeps: [[NAVIGATION, "title: Order paid", "title: Paid"]],
  },
  {
    rule: "navigation",
    what: "an operation has one entry",
    breaks: [[NAVIGATION, "    reason: No page shows its path.\n", "    path: /shop/order\n"]],
    at: [LIST, 1, /POST \/shop\/order has 2 entries/],
    keeps: [[NAVIGATION, "title: Order paid", "title: Paid order"]],
  },
  {
    rule: "navigation",
    what: "an entry without a path has a reason",
    breaks: [[NAVIGATION, "    reason: No page shows its path.\n", ""]],
    at: [NAVIGATION, 14, /neither a path nor a reason/],
    keeps: [[NAVIGATION, "    reason: No page shows its path.\n", "    reason: Nothing shows it.\n"]],
  },
  {
    rule: "navigation",
    what: "an entry with a path has no reason",
    breaks: [[NAVIGATION, "    path: /shop/order\n", "    path: /shop/order\n    reason: No page shows its path.\n"]],
    at: [NAVIGATION, 2, /a path and a reason/],
    keeps: [[NAVIGATION, "reason: No page shows its path.", "reason: Only its name is known."]],
  },
  {
    rule: "navigation",
    what: "every field is known",
    breaks: [[NAVIGATION, "    method: POST\n", "    status: released\n"]],
    at: [NAVIGATION, 14, /has an unknown field status/],
    keeps: [[NAVIGATION, "    method: POST\n", "    onlyIn: vi\n"]],
  },
  {
    rule: "units",
    what: "money has a unit",
    breaks: [[ORDER, "    x-unit: fen\n", ""]],
    at: [ORDER, 7, /"price" is money or a time without a unit/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        "  priceTag:\n    type: boolean\n    description: Whether it has one.\n    examples: [true]\n  note:\n",
      ],
    ],
  },
  {
    rule: "units",
    what: "a time as text has a unit too",
    breaks: [
      [
        ORDER,
        "  note:\n",
        '  close_time:\n    type: string\n    description: When it closed.\n    examples: ["1"]\n  note:\n',
      ],
    ],
    at: [ORDER, 13, /"close_time"/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        '  close_time:\n    type: string\n    x-unit: unknown\n    description: When it closed.\n    examples: ["1"]\n  note:\n',
      ],
    ],
  },
  {
    rule: "descriptions",
    what: "a property has a description",
    breaks: [[ORDER, "    description: A note.\n", ""]],
    at: [ORDER, 13, /This schema has no description/],
    keeps: [
      [
        ORDER,
        '    type: [string, "null"]\n    description: A note.\n',
        '    description: A note.\n    anyOf: [{ type: string, description: Text. }, { type: "null" }]\n',
      ],
    ],
  },
  {
    rule: "descriptions",
    what: "a description does not end a comment",
    breaks: [[ORDER, "description: A note.", "description: A note */ of the buyer."]],
    at: [ORDER, 15, /which ends a comment/],
    keeps: [[ORDER, "description: A note.", "description: A note * / of the buyer."]],
  },
  {
    rule: "examples",
    what: "an answer has an example",
    breaks: [[CANCEL, "          example: { data: { orderId: 21, price: 1990, note: gone } }\n", ""]],
    at: [CANCEL, 27, /This response has no example/],
    keeps: [
      [
        CANCEL,
        "example: { data: { orderId: 21, price: 1990, note: gone } }",
        "examples: { gone: { value: { data: { orderId: 21 } } } }",
      ],
    ],
  },
  {
    rule: "examples",
    what: "a parameter has an example",
    breaks: [[CANCEL, '      example: "2542285634920880794"\n', ""]],
    at: [CANCEL, 14, /The parameter "orderId" has no example/],
    keeps: [[CANCEL, 'example: "2542285634920880794"', 'example: "21"']],
  },
  {
    rule: "id-everywhere",
    what: "a name that is an id in one place is an id everywhere",
    breaks: [[CANCEL, "        format: int64\n", ""]],
    at: [CANCEL, 18, /"orderId" is an int64 id elsewhere/],
    keeps: [[CANCEL, "        format: int64\n", "        x-id: text\n"]],
  },
  {
    rule: "id-everywhere",
    what: "a list of ids counts as an id",
    breaks: [
      [
        ORDER,
        "  note:\n",
        "  shopId:\n    type: array\n    description: Shops.\n    items: { type: string, description: A shop. }\n  note:\n",
      ],
    ],
    at: [ORDER, 13, /"shopId" is an int64 id elsewhere/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        "  shopId:\n    type: array\n    description: Shops.\n    items: { type: string, format: int64, description: A shop. }\n  note:\n",
      ],
    ],
  },
  {
    rule: "input-names",
    what: "names in path, query and body do not collide",
    breaks: [
      [
        LIST,
        "    - name: shopId\n",
        "    - name: pageNo\n      in: query\n      description: The page.\n      schema: { type: integer, format: int32, description: The page. }\n      example: 1\n    - name: shopId\n",
      ],
    ],
    at: [LIST, 16, /"pageNo" is a query parameter and a field of the body/],
    keeps: [
      [
        LIST,
        "    - name: shopId\n",
        "    - name: pageNo\n      in: query\n      x-alternative: body\n      description: The page.\n      schema: { type: integer, format: int32, description: The page. }\n      example: 1\n    - name: shopId\n",
      ],
    ],
  },
  {
    rule: "input-names",
    what: "an alternative to the body is a field of the body",
    breaks: [
      [
        LIST,
        "      required: true\n      description: The shop.",
        "      x-alternative: body\n      description: The shop.",
      ],
    ],
    at: [LIST, 16, /which has no such field/],
    keeps: [
      [
        LIST,
        "      required: true\n      description: The shop.",
        "      required: false\n      description: The shop.",
      ],
    ],
  },
  {
    rule: "required-marks",
    what: "no field is both required and x-required: unknown",
    breaks: [[LIST, "required: [pageNo]", "required: [pageNo, pageSize]"]],
    at: [LIST, 40, /"pageSize" is required and x-required: unknown/],
    keeps: [[LIST, "required: [pageNo]", "required: [pageNo, sort]"]],
  },
  {
    rule: "required-marks",
    what: "no field is both required and in x-optional",
    breaks: [[LIST, "required: [pageNo]", "required: [pageNo]\n          x-optional: [pageNo]"]],
    at: [LIST, 34, /"pageNo" is required and optional/],
    keeps: [[LIST, "required: [pageNo]", "required: [pageNo]\n          x-optional: [pageSize]"]],
  },
  {
    rule: "required-marks",
    what: "x-optional names fields that there are",
    breaks: [[LIST, "required: [pageNo]", "required: [pageNo]\n          x-optional: [pageSiez]"]],
    at: [LIST, 34, /No schema here declares "pageSiez"/],
    keeps: [[LIST, "required: [pageNo]", "required: [pageNo]\n          x-optional: [sort]"]],
  },
  {
    rule: "required-marks",
    what: "no field in x-optional is required by a part of the shape",
    breaks: [
      [
        CANCEL,
        "                $ref: ../../../components/schemas/Order.yaml\n",
        "                description: It.\n                x-optional: [note]\n                allOf: [{ $ref: ../../../components/schemas/Order.yaml }, { description: It., required: [note] }]\n",
      ],
    ],
    at: [CANCEL, 34, /"note" is required and optional/],
    keeps: [
      [
        CANCEL,
        "                $ref: ../../../components/schemas/Order.yaml\n",
        "                description: It.\n                x-optional: [note]\n                allOf: [{ $ref: ../../../components/schemas/Order.yaml }]\n",
      ],
    ],
  },
  {
    rule: "struct",
    what: "x-check-with is not empty",
    breaks: [[CANCEL, "x-check-with: none", "x-check-with: { how: Look at it. }"]],
    at: [CANCEL, 35, /`operation` must be present/],
    keeps: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.list, how: Look at it. }"]],
  },
  {
    rule: "check-with",
    what: "a write names the read that tells its outcome, or says that none is known",
    breaks: [[CANCEL, "  x-check-with: none\n", ""]],
    at: [CANCEL, 1, /shop\.orders\.cancel is a write without x-check-with/],
    keeps: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.list, how: Look for the order. }"]],
  },
  {
    rule: "check-with",
    what: "what a write names is a read",
    breaks: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.cancel, how: Look at it. }"]],
    at: [CANCEL, 35, /"shop\.orders\.cancel" is not a read of this contract/],
    keeps: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.list, how: Look at it. }"]],
  },
  {
    rule: "check-with",
    what: "a read has none",
    breaks: [[LIST, "  x-effect: read\n", "  x-effect: read\n  x-check-with: none\n"]],
    at: [LIST, 7, /shop\.orders\.list is a read with x-check-with/],
    keeps: [[LIST, "  x-effect: read\n", "  x-effect: read\n  deprecated: true\n"]],
  },
  {
    rule: "struct",
    what: "x-check-with says what to look at",
    breaks: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.list }"]],
    at: [CANCEL, 35, /`how`/],
    keeps: [[CANCEL, "x-check-with: none", "x-check-with: { operation: shop.orders.list, how: Look at it. }"]],
  },
  ...(
    [
      ["is optional", `required: [note]\nproperties:\n`, WEAK_NOTE, /has a required mark/, 14],
      [
        "has no unknown mark either",
        "properties:\n",
        `${WEAK_NOTE}    x-required: unknown\n`,
        /has a required mark/,
        13,
      ],
      [
        "has no closed list of values",
        "properties:\n",
        `${WEAK_NOTE}    enum: [Please pack well, gone, null]\n`,
        /`enum` is in a fact/,
        18,
      ],
    ] as const
  ).map(([what, start, note, says, line]): Case => ({
    rule: "weak-facts",
    what: `what PandaPon does not show ${what}`,
    breaks: [
      [ORDER, "properties:\n", start],
      [ORDER, NOTE, note],
    ],
    at: [ORDER, line, says],
    keeps: [[ORDER, NOTE, WEAK_NOTE]],
  })),
  {
    rule: "open-objects",
    what: "an open object has x-open, not additionalProperties: true",
    breaks: [[ORDER, "x-open: true", "additionalProperties: true"]],
    at: [ORDER, 3, /additionalProperties is true/],
    keeps: [[ORDER, "x-open: true", "additionalProperties: { $ref: OrderId.yaml }"]],
  },
  {
    rule: "open-objects",
    what: "no object is closed",
    breaks: [[ORDER, "x-open: true", "additionalProperties: false"]],
    at: [ORDER, 3, /additionalProperties is false/],
    keeps: [[ORDER, "x-open: true\n", ""]],
  },
  {
    rule: "open-objects",
    what: "x-open is true or left out",
    breaks: [[ORDER, "x-open: true", "x-open: false"]],
    at: [ORDER, 3, /x-open is not true/],
    keeps: [[ORDER, "x-open: true\n", ""]],
  },
  {
    rule: "weak-facts",
    what: "an object that has such a field is open",
    breaks: [
      [ORDER, "x-open: true\n", ""],
      [ORDER, NOTE, WEAK_NOTE],
    ],
    at: [ORDER, 12, /is in an object that is not open/],
    keeps: [[ORDER, NOTE, WEAK_NOTE]],
  },
  {
    rule: "weak-facts",
    what: "such an object is open, and so is what is in it",
    breaks: [
      [ORDER, "  note:\n", `  buyer:\n    type: object\n    description: Who buys.\n    ${UPSTREAM}\n  note:\n`],
    ],
    at: [ORDER, 13, /is not shown by PandaPon and is not open/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        `  buyer:\n    type: object\n    x-open: true\n    description: Who buys.\n    ${UPSTREAM}\n  note:\n`,
      ],
    ],
  },
  ...(
    [
      ["a member of such an object has no mark", "x-required: unknown, ", /"inner" is not shown .* mark/, "IT"],
      [
        "a map in it has no closed values",
        "enum: [a], ",
        /`enum` is in/,
        "{ type: object, description: A map., additionalProperties: IT }",
      ],
      [
        "what a text in it holds has no closed values",
        "enum: [a], ",
        /`enum` is in/,
        `{ type: string, description: JSON., contentMediaType: application/json, contentSchema: IT, examples: ['"a"'] }`,
      ],
    ] as const
  ).map(([what, bad, says, schema]): Case => {
    const buyer = (mark: string): Edit => [
      ORDER,
      "  note:\n",
      `  buyer:
    type: object
    x-open: true
    description: Who buys.
    ${UPSTREAM}
    properties:
      inner: ${schema.replace("IT", `{ ${mark}type: string, description: It., examples: [a] }`)}
  note:
`,
    ];
    return { rule: "weak-facts", what, breaks: [buyer(bad)], at: [ORDER, 19, says], keeps: [buyer("")] };
  }),
  {
    rule: "weak-facts",
    what: "a field that leads to such a shape has no mark",
    breaks: [
      ["components/schemas/OrderId.yaml", "format: int64\n", `format: int64\n${UPSTREAM}\n`],
      [ORDER, "    $ref: OrderId.yaml\n", "    $ref: OrderId.yaml\n    x-required: unknown\n"],
      [
        LIST,
        "                type: object\n                description: The order of the list.\n",
        "                x-open: true\n                description: The order of the list.\n",
      ],
    ],
    at: [ORDER, 5, /"orderId" is not shown by PandaPon, but has a required mark/],
    keeps: [
      ["components/schemas/OrderId.yaml", "format: int64\n", `format: int64\n${UPSTREAM}\n`],
      [
        LIST,
        "                type: object\n                description: The order of the list.\n",
        "                x-open: true\n                description: The order of the list.\n",
      ],
    ],
  },
  {
    rule: "weak-facts",
    what: "no schema of a parameter rests on such a fact",
    breaks: [[LIST, "        description: A shop's id.\n", `        description: A shop's id.\n        ${UPSTREAM}\n`]],
    at: [LIST, 16, /The parameter "shopId" is not shown by PandaPon/],
    keeps: [
      [
        LIST,
        "        description: A shop's id.\n",
        "        description: A shop's id.\n        x-evidence: { basis: example }\n",
      ],
    ],
  },
  {
    rule: "weak-facts",
    what: "no parameter rests on such a fact",
    breaks: [[LIST, '      example: "268763467"\n', `      example: "268763467"\n      ${UPSTREAM}\n`]],
    at: [LIST, 16, /The parameter "shopId" is not shown by PandaPon/],
    keeps: [
      [LIST, '      example: "268763467"\n', '      example: "268763467"\n      x-evidence: { basis: example }\n'],
    ],
  },
  {
    rule: "struct",
    what: "a fact from upstream names its page",
    breaks: [[ORDER, NOTE, WEAK_NOTE.replace(", page: https://upstream.example.org", "")]],
    at: [ORDER, 17, /`page`/],
    keeps: [[ORDER, NOTE, WEAK_NOTE.replace("upstream, page: https://upstream.example.org", "observed")]],
  },
  {
    rule: "response-pointers",
    what: "x-pagination points at a list",
    breaks: [[LIST, "items: /data/orders,", "items: /data/total,"]],
    at: [LIST, 13, /\/data\/total is not a list/],
    keeps: [[LIST, "total: /data/total }", "total: /code }"]],
  },
  {
    rule: "response-pointers",
    what: "x-pagination names an input",
    breaks: [[LIST, "page: pageNo,", "page: beginPage,"]],
    at: [LIST, 13, /no input "beginPage"/],
    keeps: [[LIST, "page: pageNo,", "page: shopId,"]],
  },
  {
    rule: "response-pointers",
    what: "x-success points at a boolean",
    breaks: [[LIST, "x-success: { flag: /data/success }", "x-success: { flag: /data/ok }"]],
    at: [LIST, 14, /\/data\/ok is not a boolean/],
    keeps: [[LIST, "  x-success: { flag: /data/success }\n", ""]],
  },
  {
    rule: "units",
    what: "a list of amounts has a unit",
    breaks: [
      [
        ORDER,
        "  note:\n",
        "  fee:\n    type: array\n    description: Fees.\n    items: { type: integer, format: int64, description: One. }\n  note:\n",
      ],
    ],
    at: [ORDER, 13, /"fee" is money/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        "  fee:\n    type: array\n    description: Fees.\n    items: { type: integer, format: int64, x-unit: fen, description: One. }\n  note:\n",
      ],
    ],
  },
  {
    rule: "struct",
    what: "x-evidence is present",
    breaks: [
      [
        CANCEL,
        "  x-evidence:\n    page: https://doc.example.org/api-2\n    modified: unknown\n    status: in-development\n    request: complete\n    response: partial\n",
        "",
      ],
    ],
    at: [CANCEL, 1, /`x-evidence`/],
    keeps: [
      [CANCEL, "    response: partial\n", "    response: partial\n    otherPages: [https://doc.example.org/api-4]\n"],
    ],
  },
  {
    rule: "struct",
    what: "a pointer is text",
    breaks: [[LIST, "items: /data/orders,", "items: 12,"]],
    at: [LIST, 13, /Expected type `string`/],
    keeps: [[LIST, "firstPage: 1,", "firstPage: 0,"]],
  },
  {
    rule: "examples",
    what: "a request has an example",
    breaks: [
      [LIST, "        example: { pageNo: 1, pageSize: 20, sort: '{\"afterOrderId\":2542285634920880794}' }\n", ""],
    ],
    at: [LIST, 29, /This request body has no example/],
    keeps: [[LIST, "pageSize: 20, sort", "pageSize: 40, sort"]],
  },
  {
    rule: "examples",
    what: "JSON text is JSON",
    breaks: [[LIST, "examples: ['{\"afterOrderId\":2542285634920880794}']", "examples: ['{afterOrderId}']"]],
    at: [LIST, 56, /not JSON text/],
    keeps: [[LIST, "examples: ['{\"afterOrderId\":2542285634920880794}']", "examples: ['{}']"]],
  },
  {
    rule: "descriptions",
    what: "a request body has a description",
    breaks: [[LIST, "    description: Which page.\n", ""]],
    at: [LIST, 25, /This request body has no description/],
    keeps: [[LIST, "    description: Which page.\n", "    description: The page.\n"]],
  },
  {
    rule: "descriptions",
    what: "a security scheme has a description",
    breaks: [["components/securitySchemes/signature.yaml", "description: Proves who sends the call.\n", ""]],
    at: ["components/securitySchemes/signature.yaml", 1, /This security scheme has no description/],
    keeps: [["components/securitySchemes/signature.yaml", "Proves who sends the call.", "Proves the sender."]],
  },
  {
    rule: "safe-integers",
    what: "no negative integer beyond -2^53 either",
    breaks: [[ORDER, "examples: [1990]", "examples: [-9007199254740993]"]],
    at: [ORDER, 12, /-9007199254740993 is beyond/],
    keeps: [[ORDER, "examples: [1990]", "examples: [9007199254740991]"]],
  },
  {
    rule: "ref-siblings",
    what: "a field that is a $ref has no further constraint",
    breaks: [[ORDER, "$ref: OrderId.yaml\n", "$ref: OrderId.yaml\n    pattern: ^1\n"]],
    at: [ORDER, 7, /`pattern` is beside a \$ref/],
    keeps: [
      [ORDER, "$ref: OrderId.yaml\n", "$ref: OrderId.yaml\n    description: Its number.\n    x-required: unknown\n"],
    ],
  },
  {
    rule: "ref-siblings",
    what: "what a list holds has no further constraint",
    breaks: [
      [
        LIST,
        "$ref: ../../components/schemas/Order.yaml",
        "{ $ref: ../../components/schemas/Order.yaml, required: [note] }",
      ],
    ],
    at: [LIST, 89, /`required` is beside a \$ref/],
    keeps: [
      [
        LIST,
        "$ref: ../../components/schemas/Order.yaml",
        "description: An order.\n                      allOf: [{ $ref: ../../components/schemas/Order.yaml }, { description: With its note., required: [note], type: object }]",
      ],
    ],
  },
  {
    rule: "no-circular-schemas",
    what: "a list in a shape does not hold the shape",
    breaks: [
      [
        ORDER,
        "  note:\n",
        "  parts:\n    type: array\n    description: Its parts.\n    x-required: unknown\n    items:\n      $ref: Order.yaml\n  note:\n",
      ],
    ],
    at: [ORDER, 18, /The schema contains itself/],
    keeps: [
      [
        ORDER,
        "  note:\n",
        "  parts:\n    type: array\n    description: Its parts.\n    x-required: unknown\n    items:\n      $ref: OrderId.yaml\n  note:\n",
      ],
    ],
  },
  {
    rule: "no-circular-schemas",
    what: "nor do its other fields",
    breaks: [[ORDER, "x-open: true", "additionalProperties: { $ref: Order.yaml }"]],
    at: [ORDER, 3, /The schema contains itself/],
    keeps: [[ORDER, "x-open: true", "additionalProperties: { $ref: OrderId.yaml }"]],
  },
];

describe("ids in examples that the YAML loader would round", () => {
  const MAP = `  byShop:
    type: object
    description: Orders by shop.
    additionalProperties: { type: integer, format: int64, description: An id., examples: ["2542285634920880794"] }
  note:
`;
  test("are in quotes, also inside a map", async () => {
    const value = 'note: gone, byShop: { a: "2542285634920880794" }';
    expect(await lint({ spec: smallSpec([ORDER, "  note:\n", MAP], [CANCEL, "note: gone", value]) })).toEqual([]);
  });

  test.each(["9999999999999999999", "-9223372036854775809", "0123456789012345678"])(
    "%s is no 64-bit integer",
    async (digits) => {
      const spec = smallSpec([ORDER, "  note:\n", MAP.replace("2542285634920880794", digits)]);
      expect((await lint({ spec })).map(place)).toEqual([
        `no-invalid-schema-examples ${slashed(path.join(spec, ORDER))}:16`,
      ]);
    },
  );

  test("named examples may be $refs", async () => {
    const EXAMPLE = "        example: { pageNo: 1, pageSize: 20, sort: '{\"afterOrderId\":2542285634920880794}' }\n";
    const spec = smallSpec([LIST, EXAMPLE, "        examples: { first: { $ref: ../../first.yaml } }\n"]);
    writeFileSync(path.join(spec, "first.yaml"), "summary: The first page\nvalue: { pageNo: 1 }\n");
    expect(await lint({ spec })).toEqual([]);
  });
});

const slashed = (file: string): string => file.split(path.sep).join("/");
const place = ({ rule, file, line }: Problem): string => `${rule} ${file}:${line}`;
const ours = (rule: string): string => (rule === "struct" ? rule : `pandapon/${rule}`);

describe.each(CASES)("$rule: $what", ({ rule, breaks, at: [file, line, says], keeps }) => {
  test("a contract that breaks it has this one problem, with a fix", async () => {
    const spec = smallSpec(...breaks);
    const problems = await lint({ spec });
    expect(problems.map(place)).toEqual([`${ours(rule)} ${slashed(path.join(spec, file))}:${line}`]);
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.fix).toMatch(/\w.*\.$/);
  });

  test("a contract that keeps it has no problem", async () => {
    expect(await lint({ spec: smallSpec(...keeps) })).toEqual([]);
  });
});

// What the client can use, by the field of x-pagination or x-success that points at it.
const NUMBER = "{ type: integer, format: int32, description: A number., examples: [1] }";
const DIGITS = "{ type: integer, format: int64, description: An id., examples: [1] }";
const TEXT = "{ type: string, description: Text., examples: [a] }";
const FLAG = "{ type: boolean, description: A flag., examples: [true] }";
const LIST_OF_TEXT = `{ type: array, description: A list., items: ${TEXT} }`;
const NULL = '{ type: "null" }';
const eitherOf = (...schemas: string[]): string => `{ description: Either., anyOf: [${schemas.join(", ")}] }`;
const textOf = (schema: string, example: string): string =>
  `{ type: string, description: JSON., contentMediaType: application/json, contentSchema: ${schema}, examples: ['${example}'] }`;

const INT64 =
  /^\/data\/target is not a number in the answer of this operation: an id \(format: int64 without x-unit\) is a string in TypeScript, int32 is a number\.$/;
const TARGETS: [key: string, target: string, says: RegExp | undefined][] = [
  ["total", NUMBER, undefined],
  ["total", "{ type: number, description: A number., examples: [1] }", undefined],
  ["total", "{ type: integer, format: int64, x-unit: unknown, description: A number., examples: [1] }", undefined],
  ["total", eitherOf(NUMBER, NULL), undefined],
  ["total", textOf(NUMBER, "1"), undefined],
  ["total", DIGITS, INT64],
  ["total", DIGITS.replace("integer", "[integer, string]"), INT64],
  ["total", "{ $ref: ../../components/schemas/OrderId.yaml }", INT64],
  ["total", eitherOf("{ $ref: ../../components/schemas/OrderId.yaml }", NULL), INT64],
  ["total", `{ description: Both., allOf: [{ description: Any. }, ${DIGITS}] }`, INT64],
  ["total", textOf(DIGITS, "1"), INT64],
  ["total", NUMBER.replace("integer", "[integer, string]"), /not a number in the answer .*: it can be a string\.$/],
  ["total", eitherOf(TEXT, FLAG), /not a number in the answer .*: it can be a string or a boolean\.$/],
  ["total", TEXT, /not a number in the answer .*: it can be a string\.$/],
  ["items", LIST_OF_TEXT, undefined],
  ["items", LIST_OF_TEXT.replace("array", '[array, "null"]'), undefined],
  ["items", textOf(LIST_OF_TEXT, "[]"), undefined],
  ["items", "{ $ref: ../../components/schemas/Order.yaml }", /not a list in the answer .*: it can be an object\.$/],
  ["items", eitherOf(LIST_OF_TEXT, TEXT), /not a list in the answer .*: it can be a string\.$/],
  ["items", TEXT, /not a list in the answer/],
  ["flag", FLAG.replace("boolean", '[boolean, "null"]'), undefined],
  ["flag", FLAG.replace("boolean", "[boolean, object]"), undefined],
  ["flag", "{ type: object, description: An object. }", /not a boolean in the answer .*: it can be an object\.$/],
  ["flag", DIGITS, /not a boolean in the answer .*: it can be a string\.$/],
  ["flag", TEXT, /not a boolean in the answer .*: it can be a string\.$/],
  ["flag", FLAG.replace("boolean", "[boolean, string]"), /not a boolean in the answer .*: it can be a string\.$/],
  ["flag", eitherOf(FLAG, NUMBER), /not a boolean in the answer .*: it can be an integer\.$/],
  ["errorCode", TEXT, undefined],
  ["errorCode", NUMBER, undefined],
  ["errorCode", DIGITS, undefined],
  ["errorCode", NUMBER.replace("integer", "[integer, string]"), undefined],
  ["errorCode", FLAG, /not text or a number in the answer .*: it can be a boolean\.$/],
  ["errorCode", LIST_OF_TEXT, /not text or a number in the answer .*: it can be an array\.$/],
  ["errorMessage", TEXT.replace("string", '[string, "null"]'), undefined],
  ["errorMessage", DIGITS, undefined],
  [
    "errorMessage",
    "{ $ref: ../../components/schemas/Order.yaml }",
    /not text in the answer .*: it can be an object\.$/,
  ],
  [
    "errorMessage",
    textOf(`{ type: object, description: An object. }`, "{}"),
    /not text in the answer .*: it can be an object\.$/,
  ],
];

const FIXES: Record<string, string> = {
  items: "Point at a list that the 200 answer declares.",
  total: "Point at a number that the 200 answer declares, or leave out `total`.",
  flag: "Point at a boolean that the 200 answer declares.",
  errorCode: "Point at text or a number that the 200 answer declares, or leave out `errorCode`.",
  errorMessage: "Point at text that the 200 answer declares, or leave out `errorMessage`.",
};

const pointers = (keys: Record<string, string>): string =>
  Object.entries(keys)
    .map(([key, pointer]) => `${key}: ${pointer}`)
    .join(", ");

describe("response-pointers: the client can use what a pointer leads to", () => {
  test.each(TARGETS)("%s: %s", async (key, target, says) => {
    const pagination = {
      page: "pageNo",
      firstPage: "1",
      size: "pageSize",
      items: "/data/orders",
      total: "/data/total",
    };
    const success = { flag: "/data/success" };
    const [line, before] = key in pagination ? [13, pagination] : [14, success];
    const spec = smallSpec(
      [LIST, `{ ${pointers(before)} }`, `{ ${pointers({ ...before, [key]: "/data/target" })} }`],
      [LIST, "                  total:\n", `                  target: ${target}\n                  total:\n`],
    );
    const problems = await lint({ spec });
    const at = `pandapon/response-pointers ${slashed(path.join(spec, LIST))}:${line}`;
    expect(problems.map(place)).toEqual(says === undefined ? [] : [at]);
    if (says === undefined) return;
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.fix).toBe(FIXES[key]);
  });

  test("a pointer leads through text that holds JSON", async () => {
    const inner = `{ type: object, description: A page., properties: { rows: ${LIST_OF_TEXT} } }`;
    const edit: Edit = [
      LIST,
      "                  total:\n",
      `                  text: ${textOf(inner, "{}")}\n                  total:\n`,
    ];
    expect(await lint({ spec: smallSpec([LIST, "items: /data/orders,", "items: /data/text/rows,"], edit) })).toEqual(
      [],
    );
    const [problem, ...more] = await lint({
      spec: smallSpec([LIST, "items: /data/orders,", "items: /data/text/row,"], edit),
    });
    expect(problem?.message).toBe(
      "/data/text/row is not a list in the answer of this operation: no schema declares it.",
    );
    expect(more).toEqual([]);
  });
});

// The client counts result pages in numbers. A field of the body must take one; in a URL, text does too.
const INPUTS: [where: "body" | "query", input: string, says: RegExp | undefined][] = [
  ["body", NUMBER, undefined],
  ["body", eitherOf(NUMBER, NULL), undefined],
  ["body", DIGITS, undefined],
  ["body", TEXT, /does not take a number: it can only be a string\.$/],
  ["body", FLAG, /does not take a number: it can only be a boolean\.$/],
  ["body", LIST_OF_TEXT, /does not take a number: it can only be an array\.$/],
  ["body", textOf(NUMBER, "1"), undefined],
  ["body", textOf(TEXT, '"a"'), /does not take a number/],
  ["query", NUMBER, undefined],
  ["query", TEXT, undefined],
  ["query", FLAG, /does not take a number/],
];

describe.each(["page", "size"])("response-pointers: the input of %s takes a number", (key) => {
  test.each(INPUTS)("in the %s: %s", async (where, input, says) => {
    const example = /examples: \[(.*)\]/.exec(input)?.[1] ?? "";
    const spec = smallSpec(
      [LIST, key === "page" ? "page: pageNo," : "size: pageSize,", `${key}: target,`],
      where === "body"
        ? [LIST, "            sort:\n", `            target: ${input}\n            sort:\n`]
        : [
            LIST,
            "    - name: shopId\n",
            `    - name: target\n      in: query\n      description: An input.\n      schema: ${input}\n      example: ${example}\n    - name: shopId\n`,
          ],
    );
    const problems = await lint({ spec });
    const at = `pandapon/response-pointers ${slashed(path.join(spec, LIST))}:13`;
    expect(problems.map(place)).toEqual(says === undefined ? [] : [at]);
    if (says === undefined) return;
    expect(problems[0]?.message).toMatch(says);
    expect(problems[0]?.fix).toBe("Name a parameter or a field of the body that is a number.");
  });
});

describe("rules about files", () => {
  test("navigation: a missing file is reported", async () => {
    const spec = smallSpec();
    rmSync(path.join(spec, "navigation.yaml"));
    const problems = await lint({ spec });
    expect(problems.map((one) => one.message)).toEqual(["There is no navigation.yaml beside openapi.yaml."]);
  });

  test("path-parameters: a name that the path does not have is reported", async () => {
    const spec = smallSpec(
      ["openapi.yaml", "  /shop/order:\n", "  /shop/{编号}:\n"],
      [CANCEL, "name: orderId\n", "name: 订单\n"],
    );
    const rule = "pandapon/path-parameters";
    expect((await lint({ spec })).filter((one) => one.rule === rule).map(({ message }) => message)).toEqual([
      "The path has {编号}, which this operation does not declare.",
      "The path has {orderId}, which this operation does not declare.",
      "This operation declares {订单}, which the path does not have.",
    ]);
  });

  test("path-file: characters that are not safe in a name are coded, and no two files differ only in case", async () => {
    const moved = async (key: string, file: string): Promise<string[]> => {
      const spec = smallSpec(
        ["openapi.yaml", "  /shop/order:\n    $ref: paths/shop/order.yaml\n", `  ${key}:\n    $ref: ${file}\n`],
        [NAVIGATION, "path: /shop/order\n", `path: ${key}\n`],
      );
      const target = path.join(spec, file);
      mkdirSync(path.dirname(target), { recursive: true });
      renameSync(path.join(spec, "paths/shop/order.yaml"), target);
      return (await lint({ spec })).filter(({ rule }) => rule === "pandapon/path-file").map(({ fix }) => fix);
    };
    expect(await moved("/shop/a:b", "paths/shop/a=3Ab.yaml")).toEqual([]);
    expect(await moved("/shop/a b", "paths/shop/a b.yaml")).toEqual([
      "Move it to paths/shop/a=20b.yaml and write `$ref: paths/shop/a=20b.yaml`.",
    ]);
    expect(await moved("/shop/list", "paths/shop/=6C=69=73=74.yaml")).toEqual([]);
    expect(await moved("/shop/order/{OrderId}", "paths/shop/order/=7B=4F=72=64=65=72=49=64=7D.yaml")).toEqual([]);
    // Windows and macOS cannot have two such files.
    if (process.platform === "linux") {
      expect(await moved("/shop/order/{OrderId}", "paths/shop/order/{OrderId}.yaml")).toEqual([
        expect.stringMatching(/^Move it to paths\/shop\/order\/=7B=6F/) as string,
      ]);
    }
  });

  test("path-file: a file that no path refers to is reported", async () => {
    const spec = smallSpec();
    writeFileSync(path.join(spec, "paths/shop/refund.yaml"), "get: {}\n");
    const problems = await lint({ spec });
    expect(problems.map(place)).toEqual([`pandapon/path-file ${slashed(path.join(spec, "paths/shop/refund.yaml"))}:1`]);
  });

  test("component-files: a name is in PascalCase, and unique over all folders of a kind, ignoring case", async () => {
    const spec = smallSpec();
    mkdirSync(path.join(spec, "components/schemas/zoo"));
    writeFileSync(path.join(spec, "components/schemas/zoo/order.yaml"), "type: object\n");
    const problems = await lint({ spec });
    expect(problems.map((one) => `${one.rule}: ${one.message}`)).toEqual([
      "pandapon/component-files: The schema file order.yaml is not named in PascalCase.",
      "pandapon/component-files: The component name order is taken by components/schemas/Order.yaml.",
    ]);
  });

  test("component-files: two kinds may use the same name", async () => {
    const spec = smallSpec();
    writeFileSync(path.join(spec, "components/schemas/Signature.yaml"), "type: object\n");
    expect(await lint({ spec })).toEqual([]);
  });
});

test("no-circular-schemas: a circle through two files is reported once, also by generate", async () => {
  const spec = smallSpec([ORDER, "x-open: true", "additionalProperties: { $ref: More.yaml }"]);
  const more = path.join(spec, "components/schemas/More.yaml");
  writeFileSync(
    more,
    "type: object\ndescription: More.\nproperties:\n  of:\n    description: Of what.\n    x-required: unknown\n    anyOf:\n      - $ref: Order.yaml\n      - type: 'null'\n",
  );
  const problems = await lint({ spec });
  expect(problems.map(place)).toEqual([`pandapon/no-circular-schemas ${slashed(path.join(spec, ORDER))}:3`]);
  const compiling = generate({ spec, out: path.join(spec, "../generated") });
  await expect(compiling).rejects.toMatchObject({ code: 1, problems });
});

// Each made a rule fail, and with it the command.
describe.each<[what: string, edit: Edit, line: number, says: string]>([
  ["a request body without anything", [LIST, "  requestBody:\n", "  requestBody:\n  x-rest:\n"], 25, "RequestBody"],
  ["allOf without anything", [ORDER, "properties:\n", "allOf:\nproperties:\n"], 4, "AllOf"],
  ["a $ref as description", [ORDER, "description: An order.", "description: { $ref: OrderId.yaml }"], 2, "string"],
  ["properties without anything", [ORDER, "    x-unit: fen\n", "    properties:\n"], 11, "null"],
  ["a list of responses", [CANCEL, "  responses:\n", "  responses: []\n  x-rest:\n"], 23, "Responses"],
])("%s", (_what, edit, line, says) => {
  test("is reported at its place", async () => {
    const spec = smallSpec(edit);
    const problems = await lint({ spec });
    expect(problems.map(({ file, line, rule, message }) => ({ file, line, rule, message }))).toContainEqual({
      file: slashed(path.join(spec, edit[0])),
      line,
      rule: "struct",
      message: expect.stringContaining(says) as string,
    });
  });
});

test("every rule of ours has a case here", () => {
  const tested = new Set([...CASES.map((one) => one.rule), "component-files"]);
  expect(Object.keys(plugin.rules?.oas3 ?? {}).filter((name) => !tested.has(name))).toEqual([]);
});

test("the small contract keeps every rule", async () => {
  expect(await lint({ spec: smallSpec() })).toEqual([]);
});
