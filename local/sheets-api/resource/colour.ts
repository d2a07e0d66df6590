// Colours as the API writes them, red, green and blue from 0 to 1 in the digits of a 32-bit number with a zero left out,
// and as the grid keeps them, "#rrggbb". Transparency is not kept.

import type { sheets_v4 } from "@googleapis/sheets";

type Color = sheets_v4.Schema$Color;

const MOST = 255;
const PARTS = ["red", "green", "blue"] as const;

export function colourJson(hex: string): Color {
  const parts = PARTS.flatMap((part, index) => {
    const shade = SHADES[Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16)] ?? 0;
    return shade === 0 ? [] : [[part, shade] as const];
  });
  return Object.fromEntries(parts);
}

/** Black where the colour says nothing. */
export function hexOf(color: Color): string {
  const digits = PARTS.map((part) => {
    const shade = Math.round(Math.min(1, Math.max(0, color[part] ?? 0)) * MOST);
    return shade.toString(16).padStart(2, "0");
  });
  return `#${digits.join("")}`;
}

const SHADES = Array.from({ length: MOST + 1 }, (_, shade) => shortest(shade / MOST));

// As few digits as tell a 32-bit number from its neighbours.
function shortest(value: number): number {
  const exact = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (Math.fround(short) === exact) return short;
  }
  return exact;
}
