// Who sits at the windows: the people of the book's Team who have an address, in their order, the first of them the owner
// of the spreadsheet. A book without such people is tried by two made-up ones.

import { shownText } from "../../grid/shown-value.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";

export interface Seat {
  readonly email: string;
  readonly name: string;
}

const MADE_UP: readonly Seat[] = [
  { email: "you@stageline.example", name: "You" },
  { email: "colleague@stageline.example", name: "Colleague" },
];

const MOST_SEATS = 20;

export function peopleAt({ tabs, locale }: Spreadsheet): readonly Seat[] {
  const [header, ...rows] = tabs.find(({ name }) => name === "Team")?.rows ?? [];
  const headers = header?.cells.map((cell) => shownText(cell, locale)) ?? [];
  const [name, email] = [headers.indexOf("Person"), headers.indexOf("E-mail")];
  if (name < 0 || email < 0) return MADE_UP;
  const seats = new Map<string, Seat>();
  for (const row of rows) {
    const seat = {
      name: shownText(row?.cells[name], locale),
      email: shownText(row?.cells[email], locale).toLowerCase(),
    };
    if (seat.name !== "" && seat.email.includes("@") && !seats.has(seat.email)) seats.set(seat.email, seat);
  }
  const found = [...seats.values()].slice(0, MOST_SEATS);
  return found.length >= MADE_UP.length ? found : [...found, ...MADE_UP].slice(0, MADE_UP.length);
}
