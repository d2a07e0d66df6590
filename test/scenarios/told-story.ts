// What a story can do on either host, and see there. Both hosts give their book as tables, and everything is seen in these
// alone; numbers come from the built command, for a sheet from the sheet saved as a file.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import type { BoardReport, BookReport } from "../../shared/report/book-report.ts";
import type { ChangesView } from "../../shared/report/views/changes-view.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { stageline } from "../command.ts";
import { stagelineAgain } from "../staying-command.ts";
import { nameHeader, type TypedRow } from "./hands.ts";
import { sentencesOf, shownCell } from "./words.ts";

/** When something is done, in the book's local time, and who does it. */
export interface Turn {
  readonly at: string;
  readonly as?: string;
  /** Of `run`: the tab of the record's board, where it is not the story's. */
  readonly on?: string;
}

export interface Beginning {
  /** The board that hands and eyes are on unless told otherwise. */
  readonly tab: string;
  readonly templates: readonly string[];
  readonly at: string;
  /** Whoever acts under a name. */
  readonly people?: readonly string[];
  /** @default "Europe/Paris" */
  readonly zone?: string;
  /** A tab that a form's answers come into. */
  readonly form?: { readonly tab: string; readonly header: readonly string[] };
  /** The book practises at first. */
  readonly practice?: true;
}

export interface Story extends Eyes {
  /** Types rows below the last one, by header, as one paste. */
  readonly type: (rows: readonly TypedRow[], tab?: string) => void;
  /** Types over cells of the row of that name, one after the other. */
  readonly edit: (name: string, cells: TypedRow, tab?: string) => void;
  /** Copies the whole row below the last one, hidden columns too. */
  readonly copy: (name: string, tab?: string) => void;
  readonly delete: (name: string, tab?: string) => void;
  /** Sorts whole rows; the last thing that hands do before a sync. */
  readonly sort: (header: string, tab?: string) => void;
  /** Somebody fills in the form, which stamps the time of the next sync: the answers by their headers. */
  readonly answerForm: (answers: TypedRow) => void;
  /**
   * Does what hands did, looks at the book, and sends what is due. What is wrong, as "Rug: Check with store needs: Product":
   * first what was refused on the way, then what stands.
   */
  readonly sync: (turn: Turn) => Promise<readonly string[]>;
  /**
   * `move <record> <stage>`, `set <record> <Field=value>`, `log <record> <kind> [note]`, `answer <record>`: by the
   * command, or through the sidebar. Empty when it was done, else why not. A file knows all commands, a sheet these.
   */
  readonly run: (turn: Turn, command: string, ...args: readonly string[]) => Promise<string>;
  /**
   * What others did since whoever has the turn looked last, in the last seven days at the first time: "Jazz: Call (Bo)",
   * the newest of each record first. Then it counts as seen.
   */
  readonly news: (turn: Turn) => Promise<readonly string[]>;
  /** How many messages really went out. */
  readonly mails: () => number;
  /** The numbers of the board at the end of a day. */
  readonly report: (day: string, ...args: readonly string[]) => Promise<BoardReport>;
  /** Whether another look would write nothing. */
  readonly isSettled: (turn: Turn) => Promise<boolean>;
}

interface Eyes {
  readonly tables: () => Promise<Tables>;
  /** What the row of that name shows under these headers. */
  readonly see: (name: string, ...headers: readonly string[]) => Promise<readonly string[]>;
  /** The same of a row of another tab. */
  readonly seeIn: (tab: string, name: string, ...headers: readonly string[]) => Promise<readonly string[]>;
  /** The shown texts of a tab's rows under these headers, from the top: "2026-1 | void". */
  readonly rows: (tab: string, ...headers: readonly string[]) => Promise<readonly string[]>;
  /** "Name: Stage" of every row, from the top. */
  readonly stages: (tab?: string) => Promise<readonly string[]>;
  /** The history of a record in sentences, on one board or all; changes of fields are left out. */
  readonly history: (name: string, tab?: string) => Promise<readonly string[]>;
  /** The entries of a record's history as they are, in their order. */
  readonly entries: (name: string, tab?: string) => Promise<readonly Entry[]>;
  /** Messages about a record, or all of them, by the day on which they were due: "01-07 Your invoice → lee@example.org: sent". */
  readonly outbox: (about?: string) => Promise<readonly string[]>;
  /** The text of the last message whose subject begins so, to that address if one is named. */
  readonly letter: (subject: string, to?: string) => Promise<string>;
}

/** The address of somebody who acts under that name. */
export function emailOf(name: string): string {
  return `${name.toLowerCase()}@example.com`;
}

/** What is to be seen in the tables of a book; `board` is where the eyes are. */
export function eyes(board: string, tables: () => Promise<Tables>): Eyes {
  const see = async (tab: string, name: string, headers: readonly string[]) => {
    const found = shownRows(await tables(), tab).find((row) => row[nameHeader(tab)] === name);
    if (found === undefined) throw new Error(`${tab} has no row "${name}"`);
    return headers.map((header) => found[header] ?? "");
  };
  const entries = async (name: string, tab?: string) => {
    const book = await tables();
    const boards = lastDefinition(book)?.boards ?? [];
    const on = boards.find((each) => each.tab === tab)?.id;
    if (tab !== undefined && on === undefined) throw new Error(`no board "${tab}"`);
    return readLog(book).entries.filter(
      (entry) => entry.name === name && (on === undefined || entry.board === on),
    );
  };
  return {
    tables,
    see: (name, ...headers) => see(board, name, headers),
    seeIn: (tab, name, ...headers) => see(tab, name, headers),
    rows: async (tab, ...headers) =>
      shownRows(await tables(), tab).map((row) => headers.map((header) => row[header] ?? "").join(" | ")),
    stages: async (tab = board) =>
      shownRows(await tables(), tab).map((row) => `${row["Name"]}: ${row["Stage"]}`),
    entries,
    history: async (name, tab) => sentencesOf(await tables(), (await entries(name, tab)).map(typedByNobody)),
    outbox: async (about) => {
      const rows = outboxRows(await tables()).filter((row) => about === undefined || row.about === about);
      const lines = rows.map((row) => {
        const to = [...row.to, ...row.cc.map((each) => `cc ${each}`)].join(", ");
        const line = `${row.due?.slice(5, 10)} ${row.subject} → ${to}: ${row.state}`;
        return row.note === "" || row.state === "sent" ? line : `${line}: ${row.note}`;
      });
      return lines.sort();
    },
    letter: async (subject, to) => {
      const isTo = (addresses: readonly string[]) => to === undefined || addresses.includes(to);
      const rows = outboxRows(await tables());
      const found = rows.filter((row) => row.subject.startsWith(subject) && isTo(row.to));
      const last = found[found.length - 1];
      if (last === undefined) throw new Error(`no message is called "${subject}"`);
      return last.text;
    },
  };
}

/** What is wrong by the names of the rows: what was refused since `before`, then what stands. */
export function told(before: Tables, after: Tables, problems: readonly Problem[]): readonly string[] {
  const known = new Set(readLog(before).entries.map(({ id }) => id));
  const refused = readLog(after).entries.filter(({ id, kind }) => kind === "refused" && !known.has(id));
  const standing = problems.filter(({ message }) => !refused.some(({ note }) => message.startsWith(note)));
  return [
    ...refused.map(({ name, note }) => `${name}: ${note}`),
    ...standing.map((problem) => `${placeOf(after, problem)}: ${problem.message}`),
  ];
}

/** The board's numbers, as the built command tells them of a file. */
export async function reportOf(path: string, board: string, args: readonly string[]): Promise<BoardReport> {
  const { json, stderr } = await stageline("report", path, "--json", ...args);
  const report = (json as BookReport | undefined)?.boards.find((each) => each.board === board);
  if (report === undefined) throw new Error(`the report has no board "${board}": ${stderr}`);
  return report;
}

/** Whether a sync of a file would write nothing but the Dashboard, which goes by the day. */
export async function isSettledFile(path: string, { at }: Turn): Promise<boolean> {
  const { json } = await stagelineAgain("sync", path, "--json", "--dry-run", "--now", at);
  const { changes } = json as { readonly changes: readonly Change[] };
  return changes.every(isOfDashboard);
}

function isOfDashboard(change: Change): boolean {
  if (change.tab === "Dashboard") return true;
  const isState = change.tab === stateTab.tab;
  if (change.kind === "append") return isState && change.rows.every(({ id }) => id === "dashboard");
  return isState && change.kind === "setField" && change.record === "dashboard";
}

/** News in sentences. */
export function newsOf({ records }: Pick<ChangesView, "records">): readonly string[] {
  return records.flatMap(({ name, lines }) =>
    lines.map(({ sentence, note, who }) => `${name}: ${sentence}${note === "" ? "" : `: ${note}`} (${who})`),
  );
}

type ShownRow = Readonly<Record<string, string>>;

function shownRows(tables: Tables, tab: string): readonly ShownRow[] {
  const table = tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`no tab "${tab}"`);
  const headers = table.header.map(textOf);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(headers.map((header, index) => [header, shownCell(cells[index])])),
  );
}

// A file's sync says who typed, a sheet cannot.
function typedByNobody(entry: Entry): Entry {
  const isNamed = entry.knownBy === "command" || entry.knownBy === "sidebar" || entry.knownBy === "rule";
  return isNamed ? entry : { ...entry, who: "unknown" };
}

function placeOf(tables: Tables, { tab, cell }: Problem): string {
  const row = Number(/\d+$/.exec(cell ?? "")?.[0]);
  const table = tables.find((each) => each.tab === tab);
  const cells = table?.rows.find(({ at }) => at === row)?.cells;
  const column = table?.header.map(textOf).indexOf(nameHeader(tab)) ?? -1;
  return textOf(cells?.[column]) || tab;
}
