// The goods that the sandbox sells: always the same. The first offers are those that the contract's examples name.

export interface Sku {
  skuId: string;
  specId: string;
  /** In fen. */
  price: number;
  /** Pieces in stock. */
  stock: number;
}

export interface Offer {
  offerId: string;
  categoryId: string;
  subject: string;
  subjectTrans: string;
  imageUrl: string;
  sellerOpenId: string;
  /** Freight of an order, in fen. An order pays the highest of its goods. */
  carriage: number;
  minQuantity: number;
  status: "published" | "expired";
  monthSold: number;
  skus: readonly Sku[];
}

interface OfferKind {
  offerIds: readonly string[];
  name: string;
  subject: string;
  subjectTrans: string;
  categoryId: string;
  price: number;
  /** The `specId` of the first variants. */
  specId?: string;
}

const SELLERS = ["BBBwAN4GQ60zRPzBkv7BYPJRQ", "BBBgGWh2O6JFI6v1aQuZVgRIA", "BBBk3dXy8Wm0HnTq5uLc7EsVA"] as const;

const KINDS: readonly OfferKind[] = [
  {
    offerIds: ["706627393257", "706627393301", "706627393345", "706627393389", "706627393433", "706627393477"],
    name: "shirt",
    subject: "夏季纯棉短袖T恤",
    subjectTrans: "Cotton short-sleeved T-shirt for summer",
    categoryId: "1033054",
    price: 1_250,
    specId: "cd2b8c31408766f9fb089e74e2a6ac15",
  },
  {
    offerIds: ["743470146022", "743470146066", "743470146110", "743470146154"],
    name: "vest",
    subject: "夏季纯棉背心",
    subjectTrans: "Cotton vest for summer",
    categoryId: "6",
    price: 1_900,
    specId: "e61a85a671bb3d0301d0412b51641c6b",
  },
  {
    offerIds: ["652817340118", "652817340162", "652817340206", "652817340250", "652817340294", "652817340338"],
    name: "shoe",
    subject: "真皮休闲男鞋",
    subjectTrans: "Casual leather shoes for men",
    categoryId: "1033054",
    price: 63_599,
  },
  {
    offerIds: ["681204957730", "681204957774", "681204957818", "681204957862", "681204957906"],
    name: "dress",
    subject: "法式碎花连衣裙",
    subjectTrans: "Floral dress, French style",
    categoryId: "72",
    price: 24_050,
  },
  {
    offerIds: ["715530286641", "715530286685", "715530286729"],
    name: "cup",
    subject: "不锈钢保温杯",
    subjectTrans: "Stainless steel vacuum cup",
    categoryId: "127380003",
    price: 2_835,
  },
];

/** The one offer that cannot be ordered any more. */
const EXPIRED = "715530286729";

/** A variant's `specId`: the first one's, counted on from its last digit. */
const specOf = (first: string, count: number): string =>
  first.slice(0, -2) + (Number.parseInt(first.slice(-2), 16) + count).toString(16).padStart(2, "0");

function offerOf(kind: OfferKind, offerId: string, place: number): Offer {
  // Each offer of a kind costs more than the one before, and the shops take turns.
  const price = kind.price + place * 110;
  const first = place === 0 && kind.specId !== undefined ? kind.specId : `${offerId.padEnd(30, "a7c3e9")}00`;
  const seller = SELLERS[(KINDS.indexOf(kind) + place) % SELLERS.length] ?? SELLERS[0];
  return {
    offerId,
    categoryId: kind.categoryId,
    subject: place === 0 ? kind.subject : `${kind.subject} ${place + 1}号`,
    subjectTrans: place === 0 ? kind.subjectTrans : `${kind.subjectTrans}, no. ${place + 1}`,
    imageUrl: `https://img.example.com/${kind.name}-${place + 1}.jpg`,
    sellerOpenId: seller,
    carriage: 550,
    minQuantity: kind.name === "cup" ? 2 : 1,
    status: offerId === EXPIRED ? "expired" : "published",
    monthSold: 120 - place * 7,
    skus: [0, 1].map((count) => ({
      skuId: String(5_026_543_873_001n + (BigInt(offerId) - 706_627_393_257n) * 10n + BigInt(count)),
      specId: specOf(first, count),
      price: price + count * 50,
      stock: 3_200 - count * 1_000,
    })),
  };
}

/** By `offerId`, in the order in which a search without a sort lists them. */
export const OFFERS: ReadonlyMap<string, Offer> = new Map(
  KINDS.flatMap((kind) => kind.offerIds.map((offerId, place) => [offerId, offerOf(kind, offerId, place)] as const)),
);
