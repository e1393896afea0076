// Tells the language of a page by its own words.
import type { Language } from "./page.js";

const HAN = /\p{Script=Han}/u;
const THAI = /\p{Script=Thai}/u;
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
const SPANISH = /[ñ¿¡]|[áéíóú]|\b(?:de|del|la|el|los|las|para|pedido|producto|cantidad|precio)\b/i;
const ENGLISH = /[a-z]{3}/i;

/** The language of most of these texts; `unknown` if they show none. */
export function languageOf(texts: readonly string[]): Language {
  const counts = new Map<Language, number>();
  for (const text of texts) {
    const language = languageIn(text);
    if (language !== "unknown") counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  // Pages in every language have some English words; a page in English has no others.
  const [first] = [...counts].filter(([language]) => language !== "en").sort(([, a], [, b]) => b - a);
  const english = counts.get("en") ?? 0;
  if (first === undefined) return english > 0 ? "en" : "unknown";
  return first[0] === "zh" || first[1] * 3 > english ? first[0] : "en";
}

function languageIn(text: string): Language {
  if (THAI.test(text)) return "th";
  if (HAN.test(text)) return "zh";
  if (VIETNAMESE.test(text)) return "vi";
  if (SPANISH.test(text)) return "es";
  return ENGLISH.test(text) ? "en" : "unknown";
}
