// The Taobao items that the sandbox knows: those of the contract's examples. Prices are in fen.

export interface CatalogueSku {
  skuId: string;
  /** What an order line takes, upstream. */
  mpSkuId: string;
  price: number;
  stock: number;
  variant: string;
  valueId: number;
}

export interface CatalogueItem {
  /** 11 or 12 digits: what the product calls take. */
  itemId: string;
  /** 16 or 18 digits: what an order line takes, upstream. */
  mpId: string;
  title: string;
  description: string;
  skus: CatalogueSku[];
}

/** All items are of one shop. */
export const SHOP = { id: 268_763_467, name: "示例店铺", sellerId: 3_937_219_703 };

const yellow = (skuId: string, mpSkuId: string, price: number): CatalogueSku => ({
  skuId,
  mpSkuId,
  price,
  stock: 1_000_000,
  variant: "黄色",
  valueId: 28_324,
});

const item = (itemId: string, mpId: string, ...skus: CatalogueSku[]): CatalogueItem => ({
  itemId,
  mpId,
  title: "示例商品",
  description: "示例商品详情",
  skus,
});

export const CATALOGUE: readonly CatalogueItem[] = [
  item("672991141190", "2048057995392326", yellow("3452545926724", "4951323355633", 576), {
    ...yellow("3452545926725", "4951323355634", 612),
    variant: "红色",
    valueId: 28_326,
    stock: 20,
  }),
  item("42971808988", "600126245031041190", yellow("5016042822039", "5016042822039", 1)),
  item("700187748440", "600129202197070073", yellow("4860968496626", "4860968496626", 1)),
  item("673014523351", "600120680003951077", yellow("4951323355633", "4951323355633", 100)),
  item("673014523352", "2048020617114736", yellow("413185732720", "413185732720", 1900)),
  item("673014523353", "2048232789087639", yellow("4970432383383", "4970432383383", 2500)),
];

/** By either of its ids. */
export const itemOf = (id: string): CatalogueItem | undefined =>
  CATALOGUE.find((one) => one.itemId === id || one.mpId === id);

/** By either id of both. */
export const skuIn = (itemId: string, id: string): CatalogueSku | undefined =>
  itemOf(itemId)?.skus.find((one) => one.skuId === id || one.mpSkuId === id);
