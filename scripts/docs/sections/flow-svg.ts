// Draws a flow: one column per party, one arrow per step, in the width of a telephone.
import { widthOf } from "../../core/text.js";
import { escapeHtml } from "../site/shell.js";
import type { FlowChart, FlowStep } from "./flow.js";

/** The width of the drawing. Redoc leaves 296 pixels to a text in a window of 360, so the letters keep their size there. Pages may enlarge it. */
const WIDTH = 288;
const FONT = 12;
const LINE = 16;
/** Half of a column's room at both sides. */
const MARGIN = 36;
/** A letter takes about half of its height, a Chinese character all of it. Upper-case letters and `monospace` take more. */
const UNIT = 6.2;
const MONO = 7.3;

/**
 * @param id what the names of its parts begin with, unique on the page
 * @param href the address of an operation
 * @returns one SVG without blank lines, so that Markdown leaves it alone. Its colours are those of the text around it.
 */
export function flowSvg(flow: FlowChart, id: string, href: (operation: string) => string): string {
  const x = (column: number): number => MARGIN + ((WIDTH - 2 * MARGIN) * column) / (flow.who.length - 1);
  const room = (WIDTH - 2 * MARGIN) / (flow.who.length - 1) - 6;
  const parts: string[] = [];
  const names = flow.who.map((name) => wrapped(name, Math.min(room, 2 * MARGIN) / UNIT));
  const boxHeight = Math.max(...names.map((lines) => lines.length)) * LINE + 8;
  names.forEach((lines, column) => {
    const width = Math.min(room, 2 * MARGIN - 4);
    parts.push(
      `<rect x="${n(x(column) - width / 2)}" y="1" width="${n(width)}" height="${boxHeight}" rx="4" fill="none" stroke="currentColor"/>`,
    );
    const top = 1 + (boxHeight - lines.length * LINE) / 2;
    parts.push(...lines.map((line, index) => label(line, x(column), top + LINE * index + FONT)));
  });
  let y = boxHeight + 1;
  /** A piece of each column's line. The texts stand between the pieces. */
  const lifelines = (height: number): void => {
    const lines = flow.who.map((_name, column) => `M${n(x(column))} ${n(y)}v${height}`).join("");
    parts.push(`<path d="${lines}" stroke="currentColor" stroke-opacity="0.35" fill="none"/>`);
    y += height;
  };
  lifelines(8);
  flow.steps.forEach((step, index) => {
    const middle = (x(step.from) + x(step.to)) / 2;
    const lines = wrapped(`${index + 1}. ${step.text}`, (WIDTH - 8) / UNIT);
    for (const line of lines) {
      y += LINE;
      parts.push(label(line, inside(middle, widthOf(line) * UNIT), y - 3));
    }
    if (step.operation !== undefined) {
      const texts = pieces(step.operation, Math.floor((WIDTH - 8) / MONO)).map((text) => {
        y += LINE;
        return label(text, inside(middle, text.length * MONO), y - 3, ` font-family="monospace"`);
      });
      parts.push(`<a href="${escapeHtml(href(step.operation))}" text-decoration="underline">${texts.join("")}</a>`);
    }
    y += 2;
    parts.push(step.from === step.to ? dot(x(step.from), y + 6) : arrow(step, x(step.from), x(step.to), y + 6));
    lifelines(14);
  });
  const height = Math.ceil(y + 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`,
    ` role="group" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`,
    ` font-family="sans-serif" font-size="${FONT}" fill="currentColor">`,
    `<title id="${id}-title">${escapeHtml(flow.title)}</title><desc id="${id}-desc">${escapeHtml(flow.desc)}</desc>`,
    ...parts,
    "</svg>",
  ].join("");
}

const n = (length: number): string => String(Math.round(length * 10) / 10);

/** The middle of a text that is as near to `middle` as the edges allow. */
const inside = (middle: number, width: number): number => {
  const half = Math.min(width / 2 + 4, WIDTH / 2);
  return Math.min(Math.max(middle, half), WIDTH - half);
};

const label = (text: string, x: number, y: number, more = ""): string =>
  `<text x="${n(x)}" y="${n(y)}" text-anchor="middle"${more}>${escapeHtml(text)}</text>`;

const dot = (x: number, y: number): string => `<circle cx="${n(x)}" cy="${n(y)}" r="3.5"/>`;

function arrow({ outside }: FlowStep, from: number, to: number, y: number): string {
  const back = to > from ? -7 : 7;
  const dashes = outside ? ` stroke-dasharray="5 4"` : "";
  const line = `<path d="M${n(from)} ${n(y)}H${n(to + back)}" stroke="currentColor" stroke-width="1.5"${dashes} fill="none"/>`;
  return `${line}<path d="M${n(to)} ${n(y)}l${back} -4v8z"/>`;
}

/** A text in lines. Chinese may break anywhere but after an opening mark and before a closing one. */
const wrapped = (text: string, most: number): string[] =>
  filled(text.match(/\s+|[（「『《]*[\u2E80-\uFFEF][、。，：；！？）」』》”]*|[^\s\u2E80-\uFFEF]+/gu) ?? [], most);

/** A name cut behind dots and underscores. */
const pieces = (name: string, most: number): string[] => filled(name.match(/[^._]*[._]?/g) ?? [], most);

/** Lines of at most so many letters, each as full as it can be. */
function filled(parts: readonly string[], most: number): string[] {
  const lines: string[] = [""];
  for (const part of parts) {
    const last = lines.at(-1) ?? "";
    if (last === "" || widthOf((last + part).trimEnd()) <= most) lines[lines.length - 1] = last + part;
    else lines.push(part.trimStart());
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
