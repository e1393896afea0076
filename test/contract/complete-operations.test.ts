// The four operations whose pages are complete, compared with those pages field by field.
import { describe, expect, test } from "vitest";
import {
  at,
  document,
  fields,
  isNode,
  nodeAt,
  operation,
  requestExample,
  requestSchema,
  responseExample,
  responseSchema,
  type Field,
} from "../support/bundle.js";

/** A line of a page's table: the type as printed, the mark (`?` if the copy of the page does not show it). */
type Line = readonly [name: string, type: string, required: "yes" | "no" | "?"];

/** The envelope with the nullability that most 1688 pages print. */
const NULLABLE_ENVELOPE: Line[] = [
  ["requestId", "string | null", "?"],
  ["code", "integer | null", "?"],
  ["developId", "integer | null", "?"],
  ["msg", "string | null", "?"],
];

/** Fields that only an example shows: no required mark is visible for any of them. */
const byExample = (prefix: string, byType: Record<string, string>): Line[] =>
  Object.entries(byType).flatMap(([type, names]) => names.split(" ").map((name): Line => [prefix + name, type, "?"]));

interface Page {
  id: string;
  path: string;
  modified: string;
  status: "released" | "in-development";
  request: Line[];
  response: Line[];
}

const PAGES: Page[] = [
  {
    id: "alibaba.refunds.create",
    path: "/alibaba/refund/detail/create",
    modified: "2025-01-01 06:32:46",
    status: "released",
    request: [
      ["orderId", "integer", "yes"],
      ["orderEntryIds", "array[integer]", "yes"],
      ["disputeRequest", "string", "yes"],
      ["applyPayment", "integer", "yes"],
      ["applyCarriage", "integer", "yes"],
      ["applyReasonId", "integer", "yes"],
      ["description", "string", "yes"],
      ["goodsStatus", "string", "yes"],
      ["vouchers", "array[string] | null", "no"],
      ["orderEntryCountList", "array[object] | null", "no"],
      ["orderEntryCountList[].id", "integer | null", "no"],
      ["orderEntryCountList[].count", "integer | null", "no"],
    ],
    response: [
      ...NULLABLE_ENVELOPE.map(([name, type]): Line => [name, type, "no"]),
      ["data", "object", "no"],
      ["data.refundId", "string | null", "no"],
    ],
  },
  {
    id: "alibaba.refunds.submitReturn",
    path: "/alibaba/refund/goods/return",
    modified: "2025-02-24 07:15:01",
    status: "released",
    request: [
      ["refundId", "string", "?"],
      ["logisticsCompanyNo", "string", "yes"],
      ["freightBill", "string", "yes"],
      ["description", "string | null", "no"],
      ["vouchers", "array[string] | null", "no"],
    ],
    response: [
      ...NULLABLE_ENVELOPE,
      ["data", "object", "?"],
      ["data.errorCode", "string | null", "?"],
      ["data.errorInfo", "string | null", "?"],
      ["data.success", "boolean | null", "?"],
    ],
  },
  {
    id: "taobao.refunds.submitLogistics",
    path: "/open/order/refund/render/submit/logistics",
    modified: "2025-02-24 06:56:00",
    status: "in-development",
    request: [
      ["buyerPhone", "string", "yes"],
      ["logisticsCompanyCode", "string", "yes"],
      ["logisticsNo", "string", "yes"],
      ["refundId", "string", "yes"],
      ["returnGoodsDesc", "string | null", "yes"],
    ],
    response: [
      ["code", "integer", "yes"],
      ["data", "object", "yes"],
      ["data.currency", "string", "yes"],
      ["data.distributorId", "string", "yes"],
      ["data.logisticsCompanyList", "array[object]", "yes"],
      ["data.refundOrderAggregate", "object", "yes"],
      ["developId", "string", "yes"],
      ["msg", "string", "yes"],
      ["requestId", "string", "yes"],
    ],
  },
  {
    // The page's tables are collapsed. The request's table is from the Vietnamese page; the answer is known only from its example.
    id: "taobao.refunds.list",
    path: "/open/order/refund/queryList",
    modified: "2025-02-24 06:55:17",
    status: "in-development",
    request: [
      ["refundId", "string", "no"],
      ["purchaseOrderId", "string", "no"],
      ["salesOrderId", "string", "no"],
      ["refundStatus", "integer", "no"],
      ["refundStartTime", "integer", "no"],
      ["refundEndTime", "integer", "no"],
      ["pageNo", "integer", "?"],
      ["pageSize", "integer", "yes"],
    ],
    response: [
      ["requestId", "string | null", "?"],
      ["code", "integer", "?"],
      ["developId", "string | null", "?"],
      ["msg", "string", "?"],
      ["data", "object", "?"],
      ...byExample("data.", {
        integer: "total pageNo pageSize",
        string: "currency",
        "string | null": "distributorId",
        "array[object]": "refundOrderAggregates",
      }),
      ...byExample("data.refundOrderAggregates[].", {
        "object | null": "logistics",
        // The example holds null only.
        any: "subUserId",
        object: "refundOrder purchaseOrderLine",
      }),
      ...byExample("data.refundOrderAggregates[].refundOrder.", {
        string: "refundId payOrderId refundStatus reasonDesc refundDesc timeoutDate timeoutType",
        "string | null": "feeTips remainingTime sellerRefuseReason sellerRefuseReasonDescribe",
        "boolean | null": "canEditFee",
        integer: "refundType goodsStatus reasonId",
        number: "refundFee",
      }),
      ...byExample("data.refundOrderAggregates[].purchaseOrderLine.", {
        // Numbers in this example, text in the example of the return logistics: the shared schema accepts both.
        "string | integer": "purchaseOrderId purchaseOrderLineId supplierId",
        string: "currency itemTitle salesMarket salesOrderId supplierNick",
        integer: "createTime quantity",
        number: "postFee productFee totalPrice",
        "number | null": "price",
        object: "properties",
      }),
    ],
  },
];

const nullable = (type: string): boolean => type.split(" | ").includes("null");
const types = (type: string): string[] => type.split(" | ").filter((name) => name !== "null");

interface Accepted {
  at: string;
  facet: string;
}
const acceptedOf = (node: unknown): Accepted[] => {
  const list = at(node, "x-evidence", "accepted");
  return Array.isArray(list) ? list.map((one) => ({ at: String(at(one, "at")), facet: String(at(one, "facet")) })) : [];
};
const ENVELOPE = acceptedOf(nodeAt(document, "components", "schemas", "Envelope"));

/** The facets in which the contract's field differs from the page's. */
function differences([, type, required]: Line, field: Field): string[] {
  const found: string[] = [];
  if (types(type).some((name) => !types(field.type).includes(name)) || types(field.type).length > types(type).length) {
    found.push("type");
  }
  if (nullable(type) !== nullable(field.type)) found.push("nullable");
  if (required !== field.required) found.push("required");
  return found;
}

describe.each(PAGES)("$id", ({ id, path, modified, status, request, response }) => {
  const evidence = nodeAt(operation(id), "x-evidence");

  test("is a POST to the page's path, has the page's date and status, and is described completely", () => {
    expect(at(document, "paths", path, "post")).toBe(operation(id));
    expect(evidence).toMatchObject({ modified, status, request: "complete", response: "complete" });
  });

  test("accepts exactly the fields of the page, with their types and required marks", () => {
    const found = fields(requestSchema(id));
    expect([...found.keys()]).toEqual(request.map(([name]) => name));
    for (const line of request) {
      const field = found.get(line[0]);
      expect(field && differences(line, field), line[0]).toEqual([]);
    }
  });

  test("answers with the fields of the page, and every difference is recorded", () => {
    const found = fields(responseSchema(id));
    for (const line of response) {
      const [name, , required] = line;
      const field = found.get(name);
      expect(field, name).toBeDefined();
      const accepted = [
        ...ENVELOPE,
        ...acceptedOf(operation(id)).map((one) => ({ ...one, at: one.at.replace("response/", "") })),
      ];
      const recorded = accepted.filter((one) => one.at.replaceAll("/", ".") === name).map((one) => one.facet);
      // The pages share the envelope, so a mark "optional" on one page looks like a mark that is not visible on another.
      const shared = required === "no" && ENVELOPE.some((one) => one.at === name) ? ["required"] : [];
      const open = (field ? differences(line, field) : []).filter((facet) => ![...recorded, ...shared].includes(facet));
      expect(open, name).toEqual([]);
    }
    const unprinted = [...found.keys()].filter((name) => !response.some(([printed]) => printed === name));
    // Fields that only the page's example shows are marked so.
    for (const name of unprinted) expect(found.get(name)?.required, name).toBe("?");
  });
});

describe("what the pages print besides names and types", () => {
  const field = (id: string, name: string): unknown => fields(requestSchema(id)).get(name)?.schema;

  test("amounts of a 1688 refund are in fen", () => {
    for (const name of ["applyPayment", "applyCarriage"]) {
      expect(field("alibaba.refunds.create", name)).toMatchObject({ "x-unit": "fen", format: "int64" });
    }
  });

  test("values listed in prose are declared, and the type stays open", () => {
    expect(field("alibaba.refunds.create", "disputeRequest")).toMatchObject({
      type: "string",
      "x-extensible-enum": ["refund", "returnRefund"],
    });
    expect(field("alibaba.refunds.create", "goodsStatus")).toMatchObject({
      "x-extensible-enum": [
        "refundWaitSellerSend",
        "refundWaitBuyerReceive",
        "refundBuyerReceived",
        "aftersaleBuyerNotReceived",
        "aftersaleBuyerReceived",
      ],
    });
    for (const name of ["disputeRequest", "goodsStatus"])
      expect(field("alibaba.refunds.create", name)).not.toHaveProperty("enum");
  });

  test("a reason has 2 to 150 characters", () => {
    expect(field("alibaba.refunds.create", "description")).toMatchObject({ minLength: 2, maxLength: 150 });
  });

  test("a return has a second level of success", () => {
    expect(operation("alibaba.refunds.submitReturn")["x-success"]).toEqual({
      flag: "/data/success",
      errorCode: "/data/errorCode",
      errorMessage: "/data/errorInfo",
    });
  });

  test("the list is paginated", () => {
    expect(operation("taobao.refunds.list")["x-pagination"]).toMatchObject({
      page: "pageNo",
      size: "pageSize",
      items: "/data/refundOrderAggregates",
      total: "/data/total",
    });
  });
});

describe("the examples of the pages, with invented people and with ids of their real form", () => {
  test("taobao.refunds.list", () => {
    expect(requestExample("taobao.refunds.list")).toEqual({
      refundId: "110002687818",
      purchaseOrderId: "200028508720",
      salesOrderId: "500918-1034477311887409465",
      refundStatus: 100,
      refundStartTime: 121312131313,
      refundEndTime: 3323232,
      pageNo: 1,
      pageSize: 1,
    });
    expect(responseExample("taobao.refunds.list")).toEqual({
      requestId: null,
      code: 200,
      developId: null,
      msg: "成功",
      data: {
        total: 1,
        pageNo: 1,
        distributorId: null,
        pageSize: 1,
        currency: "CNY",
        refundOrderAggregates: [
          {
            logistics: null,
            subUserId: null,
            refundOrder: {
              refundFee: 392,
              payOrderId: "3582133814705377121",
              timeoutType: "sAgreeRefundT",
              sellerRefuseReason: null,
              refundStatus: "100",
              canEditFee: null,
              remainingTime: null,
              refundType: 1,
              feeTips: null,
              reasonDesc: "我不想要了",
              goodsStatus: 1,
              refundDesc: "",
              reasonId: 150013,
              timeoutDate: "1698313367000",
              sellerRefuseReasonDescribe: null,
              refundId: "110002687818",
            },
            purchaseOrderLine: {
              salesOrderId: "500918-1034477311887409465",
              supplierId: 3937219703,
              quantity: 1,
              totalPrice: 392,
              itemTitle: "零食瓜子仁蟹黄味整箱小包装坚果炒货小零食小吃批发散装休闲食品",
              postFee: 0,
              productFee: 392,
              salesMarket: "TAOBAO_BUYER",
              purchaseOrderLineId: 200028508721,
              createTime: 1698216212000,
              purchaseOrderId: 200028508720,
              price: null,
              supplierNick: "示例店铺",
              currency: "CNY",
              properties: { 食品口味: "瓜子仁5包(试吃)" },
            },
          },
        ],
      },
    });
  });

  test("taobao.refunds.submitLogistics", () => {
    expect(requestExample("taobao.refunds.submitLogistics")).toEqual({
      buyerPhone: "10000000001",
      logisticsCompanyCode: "SF",
      logisticsNo: "SF00111test",
      refundId: "110000303674",
      returnGoodsDesc: "test",
    });
    expect(responseExample("taobao.refunds.submitLogistics")).toEqual({
      code: 200,
      data: {
        currency: "CNY",
        distributorId: "345645363464",
        logisticsCompanyList: [{ logisticsCompanyName: "test", logisticCompanyCode: "123456" }],
        refundOrderAggregate: {
          logistics: {
            buyerPhone: "10000000002",
            logisticsCompany: { logisticCompanyCode: "123456", logisticsCompanyName: "test" },
            logisticsNo: "43523253245352543",
            receiverAddress: { detailAddress: "Example Road 1", phone: "10000000003", receiver: "test" },
            returnGoodsDesc: "test",
            sellerAgreeReturnDescribe: "test",
          },
          purchaseOrderLine: {
            createTime: 1650939239000,
            currency: "CNY",
            itemImageUrl: "//img.example.com/item.png",
            itemTitle: "Please Do Not Shoot Panama for Testing",
            postFee: 0,
            price: 0,
            productFee: 0,
            properties: { propId: 1, propName: "test", valueId: 1, valueName: "test" },
            purchaseOrderId: "200002638008",
            purchaseOrderLineId: "200002638010",
            quantity: 1,
            salesMarket: "TAOBAO_BUYER",
            salesOrderId: "30500000-FY20220426001",
            supplierId: "2206891060210",
            supplierNick: "示例店铺",
            totalPrice: 0,
          },
          refundOrder: {
            canEditFee: true,
            feeTips: "test",
            goodsStatus: 4,
            payOrderId: "2597049687002736161",
            reasonDesc: "test",
            reasonId: 403529,
            refundDesc: "test",
            refundFee: 0,
            refundId: "110000300003",
            refundStatus: "20",
            refundType: 2,
            remainingTime: "1131386064",
            sellerRefuseReason: "test",
            sellerRefuseReasonDescribe: "test",
            timeoutDate: "1653039723000",
            timeoutType: "bReturnGoodsT",
          },
        },
      },
      developId: "3455555555555552",
      msg: "SUCCESS",
      requestId: "3456435643",
    });
  });

  test.each(["taobao.refunds.list", "taobao.refunds.submitLogistics"])(
    "%s declares every field that its example shows",
    (id) => {
      const declared = fields(responseSchema(id));
      const undeclared: string[] = [];
      const look = (value: unknown, name: string): void => {
        if (Array.isArray(value)) for (const item of value) look(item, `${name}[]`);
        else if (isNode(value)) {
          for (const [key, inner] of Object.entries(value)) {
            const below = name === "" ? key : `${name}.${key}`;
            // A free map: its keys and values are the seller's words.
            if (below.endsWith("properties.食品口味")) continue;
            if (!declared.has(below)) undeclared.push(below);
            look(inner, below);
          }
        }
      };
      look(responseExample(id), "");
      expect(undeclared).toEqual([]);
    },
  );
});
