// Parts of a drawing as text. What people wrote is escaped, and cut with an ellipsis where it would be wider than there is
// room: no drawing knows how wide letters are, so an average is taken.

/** Colours of letters and lines. */
export const INK = { plain: "#3c4043", quiet: "#5f6368", line: "#e8eaed", base: "#9aa0a6" } as const;

/** The size of letters, in pixels. */
export const LETTERS = 12;

/** Pixels of a letter for each pixel of its size. */
const LETTER_WIDTH = 0.56;

/**
 * The text as it may stand in a drawing.
 *
 * @example
 * svgText('<"Won" & lost>') //=> "&lt;&quot;Won&quot; &amp; lost&gt;"
 */
export function svgText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * About how wide a text is, in pixels.
 *
 * @example
 * textWidth("Offer", 12) //=> 34
 */
export function textWidth(text: string, size: number = LETTERS): number {
  return Math.round(text.length * size * LETTER_WIDTH);
}

/**
 * The text, or as much of it as there is room for.
 *
 * @example
 * fittedText("Networking Database", 60, 12) //=> "Network…"
 */
export function fittedText(text: string, room: number, size: number = LETTERS): string {
  if (textWidth(text, size) <= room) return text;
  const letters = Math.max(1, Math.floor(room / (size * LETTER_WIDTH)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}

/** How a text stands. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  /** @default "start" */
  readonly anchor?: "start" | "middle" | "end";
  /** Pixels. @default 12 */
  readonly size?: number;
  /** @default the plain ink */
  readonly ink?: string;
  /** Pixels; a longer text is cut. */
  readonly room?: number;
}

/**
 * A text at a place.
 *
 * @example
 * textElement("Won", { x: 4, y: 20 }) //=> '<text x="4" y="20" font-size="12" fill="#3c4043">Won</text>'
 */
export function textElement(text: string, place: TextPlace): string {
  const { x, y, anchor, size = LETTERS, ink = INK.plain, room } = place;
  const shown = room === undefined ? text : fittedText(text, room, size);
  const where = anchor === undefined || anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" fill="${ink}"${where}>${svgText(shown)}</text>`;
}

/**
 * An empty element with attributes.
 *
 * @example
 * element("line", { x1: 0, y1: 1.004 }) //=> '<line x1="0" y1="1"/>'
 */
export function element(name: string, attributes: Readonly<Record<string, number | string>>): string {
  const written = Object.keys(attributes).map((key) => {
    const value = attributes[key] ?? "";
    return `${key}="${typeof value === "number" ? rounded(value) : svgText(value)}"`;
  });
  return `<${name} ${written.join(" ")}/>`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
