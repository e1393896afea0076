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

const SELLERS = ["BBBwAN4GQ60zRPzBkv7BYPJRQ", "BBBgGWh2O6JFI6v1aQuZVgRIA", "BBBk3dXy8Wm0HnTq5uLc7EsVA"] as const;

/** Name, subject in both languages, `categoryId`, price in fen, first `offerId`, how many offers, and the first `specId` if it is of an example. */
type OfferKind = readonly [string, string, string, string, number, bigint, number, string?];

const KINDS: readonly OfferKind[] = [
  [
    "shirt",
    "夏季纯棉短袖T恤",
    "Cotton short-sleeved T-shirt for summer",
    "1033054",
    1_250,
    706627393257n,
    6,
    "cd2b8c31408766f9fb089e74e2a6ac15",
  ],
  ["vest", "夏季纯棉背心", "Cotton vest for summer", "6", 1_900, 743470146022n, 4, "e61a85a671bb3d0301d0412b51641c6b"],
  ["shoe", "真皮休闲男鞋", "Casual leather shoes for men", "1033054", 63_599, 652817340118n, 6],
  ["dress", "法式碎花连衣裙", "Floral dress, French style", "72", 24_050, 681204957730n, 5],
  ["cup", "不锈钢保温杯", "Stainless steel vacuum cup", "127380003", 2_835, 715530286641n, 3],
];

/** The one offer that cannot be ordered any more. */
const EXPIRED = "715530286729";

/** A variant's `specId`: the first one's, counted on from its last digit. */
const specOf = (first: string, count: number): string =>
  first.slice(0, -2) + (Number.parseInt(first.slice(-2), 16) + count).toString(16).padStart(2, "0");

function offerOf(kind: OfferKind, place: number): Offer {
  const [name, subject, subjectTrans, categoryId, firstPrice, firstId, , specId] = kind;
  const offerId = String(firstId + 44n * BigInt(place));
  // Each offer of a kind costs more than the one before, and the shops take turns.
  const price = firstPrice + place * 110;
  const first = place === 0 && specId !== undefined ? specId : `${offerId.padEnd(30, "a7c3e9")}00`;
  return {
    offerId,
    categoryId,
    subject: place === 0 ? subject : `${subject} ${place + 1}号`,
    subjectTrans: place === 0 ? subjectTrans : `${subjectTrans}, no. ${place + 1}`,
    imageUrl: `https://img.example.com/${name}-${place + 1}.jpg`,
    sellerOpenId: SELLERS[(KINDS.indexOf(kind) + place) % SELLERS.length] ?? SELLERS[0],
    carriage: 550,
    minQuantity: name === "cup" ? 2 : 1,
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
  KINDS.flatMap((kind) => Array.from({ length: kind[6] }, (_, place) => offerOf(kind, place))).map((offer) => [
    offer.offerId,
    offer,
  ]),
);
