// A book as two stores must agree on it: every tab of ours by headers and rows, the history row by row. What may differ:
// ids are drawn at random, so that each is called by when it was first seen; times are called by the step in which they
// came; who wrote ("Known by") and what is made of ids (checks and their sum); and rows of the head that belong to hosts.

import { readLog } from "../../shared/log/log-tab.ts";
import { isSerialCell, textOf } from "../../shared/table/cell.ts";
import type { Table, Tables } from "../../shared/table/table.ts";

/** A tab as lines of text, one a row. */
export type Sight = Readonly<Record<string, readonly string[]>>;

const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = { Activity: ["Known by", "Check"] };
/** The Dashboard is the hourly look's, the lists of the dropdowns are the file's. */
const OF_ONE_STORE = ["Dashboard", "_lists"];
const OF_HOSTS = [
  "sum",
  "heartbeat",
  "owner",
  "owner_script",
  "writer",
  "until",
  "book",
  "dashboard",
  "messages_since",
];
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;
/** How many stand on a board, and a sum of their ids. */
const STANDING = /^(Key=standing_\w+ \| Value=\d+) \w+$/;

/** Looks at one book again and again; `step` names what was done since. */
export function bookSight() {
  const names = new Map<string, string>();
  const times = new Map<string, string>();
  const timed = (moment: string, step: string) => {
    const name = times.get(moment) ?? `<${step}>`;
    times.set(moment, name);
    return name;
  };
  return (tables: Tables, step: string): Sight => {
    for (const id of idsIn(tables)) if (!names.has(id)) names.set(id, `<id ${names.size + 1}>`);
    const plain = (line: string) => {
      let text = line;
      for (const [id, name] of names) text = text.replaceAll(id, name);
      return text.replace(MOMENT, (moment) => timed(moment, step)).replace(STANDING, "$1");
    };
    const compared = tables.filter(({ key, tab }) => key !== undefined && !OF_ONE_STORE.includes(tab));
    return Object.fromEntries(compared.map((table) => [table.tab, linesOf(table).map(plain)]));
  };
}

// Records and entries in the order of the history; then rows that it does not know yet.
function idsIn(tables: Tables): readonly string[] {
  const history = readLog(tables).entries.flatMap(({ record, id }) => [record, id]);
  const rows = tables
    .filter(({ key }) => key?.startsWith("board_"))
    .flatMap(({ rows: all, marks }) => all.map(({ cells }) => textOf(cells[marks["id"] ?? -1])));
  return [...history, ...rows].filter((id) => id.length > 12);
}

function linesOf(table: Table): readonly string[] {
  const left = NOT_COMPARED[table.tab] ?? [];
  const headers = table.header.map(textOf);
  return [
    `header: ${headers.join(" | ")}`,
    ...table.rows.flatMap(({ at, cells }) => {
      if (table.tab === "_state" && OF_HOSTS.includes(textOf(cells[0]))) return [];
      const place = table.tab === "_state" ? "" : `${at}: `;
      const seen = cells.flatMap((cell, column) => {
        const header = headers[column] ?? "";
        if (left.includes(header) || cell === null || textOf(cell) === "") return [];
        return [`${header}=${isSerialCell(cell) ? cell.serial : textOf(cell)}`];
      });
      return seen.length === 0 ? [] : [place + seen.join(" | ")];
    }),
  ];
}

/** The lines in which two sights differ; none is the aim. */
export function differences(left: Sight, right: Sight): readonly string[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((tab) => {
    const [one, other] = [left[tab] ?? [], right[tab] ?? []];
    const lines = (which: string, here: readonly string[], there: readonly string[]) =>
      here.filter((line) => !there.includes(line)).map((line) => `${which} ${tab}: ${line}`);
    const isSame = one.length === other.length && one.every((line, index) => line === other[index]);
    const found = [...lines("sheet", one, other), ...lines("file ", other, one)];
    return isSame ? [] : found.length > 0 ? found : [`${tab}: the same rows in another order`];
  });
}
