// What runs in the page beside Redoc. Our patches of Redoc call it as `__docs`. It is written for browsers, so here it is text.
import { DIGITS, DRAWING } from "./marks.js";

/** The beginning of the page's module. Redoc's script follows. */
export const CLIENT = `// A browser may refuse its storage, and Redoc needs one to draw the page.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].setItem("docs.probe", "");
    window[name].removeItem("docs.probe");
  } catch {
    const items = new Map();
    const value = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, item) => void items.set(key, String(item)),
      removeItem: (key) => void items.delete(key),
    };
    Object.defineProperty(window, name, { value });
  }
}
const __docs = (() => {
  const data = (id) => JSON.parse(document.getElementById(id).textContent);
  const { labels, drawings, options } = data("docs-page");
  const label = (key, english) => labels[key + " (" + english + ")"] ?? labels[key] ?? english;
  const isDigits = (value) => typeof value === "string" && /^${DIGITS}-?\\d+$/.test(value);
  return {
    label,
    options,
    definition: () => data("docs-definition"),
    linkTo: (text) => label("fixed.linkTo", "link to {title}").replace("{title}", () => text.replace(/^link to /, "")),
    button: (press) => ({
      role: "button",
      tabIndex: 0,
      onKeyDown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press(event);
      },
    }),
    // The rank of what is called so: "Call it as \`alibaba.refunds.create(…)\`."
    named: (text, words) => (words.includes(".") && text.includes(words + "(…)") ? 5000 : 0),
    kind: (value, type) => (isDigits(value) ? "number" : type),
    exact: (text) => text.replace(/(["']?)${DIGITS}(-?\\d+)\\1/g, "$2"),
    // React for Markdown: pictures are drawings of ours or their text, since no other host is asked; and the keyboard scrolls code.
    react: (React) => ({
      ...React,
      createElement: (type, props, ...children) => {
        if (type === "img" && !props?.src?.startsWith("${DRAWING}")) return props?.alt ?? null;
        const drawing = type === "img" && drawings[Number(props.src.slice(${DRAWING.length}))];
        return drawing
          ? React.createElement("span", { className: "drawing", dangerouslySetInnerHTML: { __html: drawing } })
          : React.createElement(type, type === "pre" ? { ...props, tabIndex: 0 } : props, ...children);
      },
    }),
  };
})();
// The same place in the other language: Redoc writes the place into the address while one scrolls.
for (const link of document.querySelectorAll("header nav a")) {
  const address = link.getAttribute("href");
  const keep = () => link.setAttribute("href", address + location.hash);
  for (const event of ["pointerenter", "pointerdown", "focus", "click"]) link.addEventListener(event, keep);
}
document.querySelector("a.skip").addEventListener("click", (event) => {
  event.preventDefault();
  const main = document.querySelector("#redoc main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
});
`;

/** The end of the module: it draws the page. */
export const START = `hydrate(__docs.definition(), __docs.options, document.getElementById("redoc"));`;
