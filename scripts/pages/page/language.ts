// Tells the language of a page by its own words.
import type { Language } from "./page.js";

/** What shows each language, the surest sign first. */
const SIGNS: [Exclude<Language, "unknown">, RegExp][] = [
  ["th", /\p{Script=Thai}/u],
  ["zh", /\p{Script=Han}/u],
  ["vi", /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i],
  ["es", /[ñ¿¡]|[áéíóú]|\b(?:de|del|la|el|los|las|para|pedido|producto|cantidad|precio)\b/i],
  ["en", /[a-z]{3}/i],
];

/** The language of most of these texts; `unknown` if they show none. */
export function languageOf(texts: readonly string[]): Language {
  const counts = new Map<Language, number>();
  for (const text of texts) {
    const [language] = SIGNS.find(([, sign]) => sign.test(text)) ?? [];
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  // Pages in every language have some English words; a page in English has no others.
  const [first] = [...counts].filter(([language]) => language !== "en").sort(([, a], [, b]) => b - a);
  const english = counts.get("en") ?? 0;
  if (first === undefined) return english > 0 ? "en" : "unknown";
  return first[0] === "zh" || first[1] * 3 > english ? first[0] : "en";
}
