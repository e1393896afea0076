// Answers of one list operation as the API sends them: Chinese text, URLs, ids as bare numbers.

export const OPERATION = "taobao.refunds.list";

/**
 * About 200 bytes with one id that the contract declares, so that ids are as frequent as in the contract's example.
 * @param {number} index @param {boolean} long whether ids have 19 digits instead of 12
 */
function record(index, long) {
  const id = `2${long ? "8349205" : ""}${28508720000 + index * 7919}`;
  return (
    `{"refundOrder":{"refundId":"11${index}2687","refundFee":${392 + index},"reasonDesc":"我不想要了"},"purchaseOrderLine":` +
    `{"purchaseOrderId":${id},"itemTitle":"零食瓜子仁蟹黄味整箱","picUrl":"https://img.example.com/${index}.jpg"}}`
  );
}

/** @param {number} bytes the most that it may have @param {boolean} long */
function answer(bytes, long) {
  const records = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => record(index, long)).join(",");
  const whole = (/** @type {number} */ count) =>
    `{"requestId":"4cfda0b7-2518-4ab8-a1e3-ee3b9051ec35","code":200,"developId":${long ? "1110890638347337996" : "null"},` +
    `"msg":"成功","data":{"total":${count},"pageNo":1,"currency":"CNY","refundOrderAggregates":[${records(count)}]}}`;
  let count = 1;
  while (Buffer.byteLength(whole(count + 1)) <= bytes) count += 1;
  return whole(count);
}

/** By name. */
export const ANSWERS = {
  "1 kB": answer(1_100, false),
  "1 kB, long ids": answer(1_100, true),
  "12 kB": answer(12_100, false),
  "12 kB, long ids": answer(12_100, true),
};
