// A story on a Google spreadsheet with the built add-on in it. Hands are edits with their events, by the account of whoever
// has their turn; a sync is the hour of the account that runs the reminders, at just that time. The clock jumps in
// between: an hour that nobody tells of does not strike, as in an outage.

import { writeFileSync } from "node:fs";
import { type Google, openGoogle } from "../../local/apps-script/google.ts";
import type { Person } from "../../local/apps-script/world/person.ts";
import { zoneClock } from "../../local/apps-script/zone-clock.ts";
import { bookFromSpreadsheet } from "../../local/grid/book/book-from-spreadsheet.ts";
import { tabNamed, usedSize } from "../../local/grid/spreadsheet.ts";
import type { ChangesView } from "../../shared/report/views/changes-view.ts";
import type { HealthView } from "../../shared/report/views/health-view.ts";
import { columnLetters, textOf } from "../../shared/table/cell.ts";
import { builtScript } from "../apps-script/built-add-on.ts";
import { newPath } from "../command.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { nameHeader, type TypedRow } from "./hands.ts";
import { actFromPage } from "./page-acts.ts";
import {
  type Beginning,
  emailOf,
  eyes,
  isSettledFile,
  newsOf,
  reportOf,
  type Story,
  type Turn,
  told,
} from "./told-story.ts";

/** Whoever made the spreadsheet, and runs its reminders. */
const OWNER = "Olive";

/** A new spreadsheet with boards made from the page, switched live, its reminders on. */
export async function beginInSheet(plan: Beginning): Promise<Story> {
  const { templates, at, zone = "Europe/Paris", form, people = [], practice } = plan;
  const google = openGoogle({ now: instantOf(at, zone) });
  const [owner, ...editors] = [OWNER, ...people].map(emailOf);
  if (owner === undefined) throw new Error("nobody owns the spreadsheet");
  for (const email of [owner, ...editors]) google.addAccount(email);
  const book = google.addSpreadsheet({ name: "Book", owner, editors, zone });
  const script = google.addScript(builtScript());
  for (const email of [owner, ...editors]) google.install(script, email, { inSpreadsheet: book });
  const olive = google.person(owner, book);
  olive.open();
  for (const template of templates) {
    const answer = olive.page("pageNewBoard", { template, tab: "" });
    if (JSON.stringify(answer).includes('"problem"')) throw new Error(JSON.stringify(answer));
  }
  const live = practice === true ? [] : [["Practice or live", "Live"] as const];
  for (const path of [...live, ["Reminders", "On"] as const]) {
    olive.answers.push("OK");
    olive.menu("Stageline", ...path);
  }
  const story = storyOf(google, { book, zone }, plan);
  if (form !== undefined) {
    olive.act({ do: "newTab", name: form.tab });
    olive.paste(`${form.tab}!A1`, [form.header]);
    story.edit(plan.tab, { "Fed by": form.tab }, "Pipelines");
  }
  return story;
}

interface Place {
  readonly book: string;
  readonly zone: string;
}

type SheetHand = (person: Person, turn: Turn) => void;

function storyOf(google: Google, place: Place, { tab: board, form }: Beginning): Story {
  const waiting: SheetHand[] = [];
  const state = () => google.spreadsheet(place.book).state;
  const now = () => gridTables(state());
  const personOf = ({ as = OWNER }: Turn) => google.person(emailOf(as), place.book);
  const sheet = (tab: string) => sheetOf(google, place.book, tab);
  const saved = () => {
    const path = newPath("saved.xlsx");
    writeFileSync(path, bookFromSpreadsheet(state()));
    return path;
  };
  return {
    ...eyes(board, async () => now()),
    type: (rows, tab = board) => {
      waiting.push((person) => typeRows(person, sheet(tab), rows));
    },
    edit: (name, cells, tab = board) => {
      waiting.push((person) => editRow(person, () => sheet(tab), name, cells));
    },
    copy: (name, tab = board) => {
      waiting.push((person) => {
        const { rowOf, last, width } = sheet(tab);
        const [from, to] = [rowOf(name), last + 1];
        person.copyPaste(`${tab}!A${from}:${width}${from}`, `${tab}!A${to}:${width}${to}`);
      });
    },
    delete: (name, tab = board) => {
      waiting.push((person) => person.deleteRows(`${tab}!A${sheet(tab).rowOf(name)}`));
    },
    sort: (header, tab = board) => {
      waiting.push((person) => {
        const { column, last, width } = sheet(tab);
        person.sort(`${tab}!A2:${width}${last}`, [{ column: column(header) + 1 }]);
      });
    },
    answerForm: (answers) => {
      if (form === undefined) throw new Error("the story has no form");
      const { tab, header } = form;
      waiting.push((person, { at }) => {
        const values = header.map((title, index) =>
          String(answers[title] ?? (index === 0 ? stampOf(at) : "")),
        );
        person.act({ do: "formAnswer", tab: person.range(`${tab}!A1`).tab, values });
      });
    },

    sync: async (turn) => {
      const before = now();
      jumpTo(google, instantOf(turn.at, place.zone));
      const person = personOf(turn);
      for (const hand of waiting.splice(0)) hand(person, turn);
      strikeHour(google);
      refuseFailures(google);
      const health = person.page("pageHealth", {}) as HealthView;
      return told(before, now(), health.problems);
    },
    run: async (turn, command, ...args) => {
      jumpTo(google, instantOf(turn.at, place.zone));
      const answer = actFromPage(personOf(turn), {
        tables: now(),
        board: turn.on ?? board,
        ...{ command, args },
      });
      refuseFailures(google);
      return answer;
    },
    news: async (turn) => {
      jumpTo(google, instantOf(turn.at, place.zone));
      const person = personOf(turn);
      const { changes: view } = person.page("pageToday", {}) as { readonly changes: ChangesView };
      person.page("pageSeen", { at: view.asOf, seen: view.seen });
      return newsOf(view);
    },
    mails: () => google.outbox.length,
    report: (day, ...args) => reportOf(saved(), board, ["--as-of", day, ...args]),
    isSettled: (turn) => isSettledFile(saved(), turn),
  };
}

function instantOf(wall: string, zone: string): number {
  return zoneClock(zone).instantOf(Date.parse(`${wall}Z`));
}

function stampOf(at: string): string {
  return `${at.replace("T", " ")}:00`;
}

/** What a turn may take: the next one of the same time begins as it ends. */
const TURN_MS = 600_000;

function jumpTo(google: Google, instant: number): void {
  if (google.now() - instant > TURN_MS)
    throw new Error(`it is later than ${new Date(instant).toISOString()} already`);
  for (const trigger of clocks(google)) trigger.due = Number.POSITIVE_INFINITY;
  google.world.now = Math.max(instant, google.now());
}

function strikeHour(google: Google): void {
  for (const trigger of clocks(google)) trigger.due = google.now();
  google.advance(0);
}

function clocks(google: Google) {
  return google.triggers().filter(({ type }) => type === "CLOCK");
}

function refuseFailures(google: Google): void {
  const [failure] = google.failures();
  if (failure !== undefined) throw new Error(`${failure.functionName}: ${failure.error?.message}`);
}

interface Sheet {
  readonly tab: string;
  /** The last row that holds anything. */
  readonly last: number;
  /** Letters of the last column. */
  readonly width: string;
  /** From 0. */
  readonly column: (header: string) => number;
  /** The last row of a name: a copy stands below what it is a copy of. */
  readonly rowOf: (name: string) => number;
}

function sheetOf(google: Google, book: string, tab: string): Sheet {
  const { state } = google.spreadsheet(book);
  const found = tabNamed(state, tab);
  const table = gridTables(state).find((each) => each.tab === tab);
  if (found === undefined || table === undefined) throw new Error(`no tab "${tab}"`);
  const headers = table.header.map(textOf);
  const column = (header: string) => {
    const index = headers.indexOf(header);
    if (index < 0) throw new Error(`${tab} has no column "${header}"`);
    return index;
  };
  const { rows, columns } = usedSize(found);
  return {
    tab,
    last: rows,
    width: columnLetters(columns - 1),
    column,
    rowOf: (name) => {
      const names = column(nameHeader(tab));
      const own = table.rows.filter(({ cells }) => textOf(cells[names]) === name);
      const last = own[own.length - 1];
      if (last === undefined) throw new Error(`${tab} has no row "${name}"`);
      return last.at;
    },
  };
}

function typeRows(person: Person, { tab, column, last }: Sheet, rows: readonly TypedRow[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const indexes = columns.map(column);
  const first = Math.min(...indexes);
  const wide = Math.max(...indexes) - first + 1;
  const texts = rows.map((row) => {
    const cells = Array.from({ length: wide }, () => "");
    for (const [header, typed] of Object.entries(row)) cells[column(header) - first] = String(typed);
    return cells;
  });
  person.paste(`${tab}!${columnLetters(first)}${last + 1}`, texts);
}

// Where the row is, and where its columns are, may change with each edit.
function editRow(person: Person, sheet: () => Sheet, name: string, cells: TypedRow): void {
  let called = name;
  for (const [header, typed] of Object.entries(cells)) {
    const { tab, column, rowOf } = sheet();
    const cell = `${tab}!${columnLetters(column(header))}${rowOf(called)}`;
    if (typed === "") person.clear(cell);
    else person.type(cell, String(typed));
    if (header === nameHeader(tab)) called = String(typed);
  }
}
