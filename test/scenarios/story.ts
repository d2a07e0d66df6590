// A pipeline told from its first row to its last report, on a real file: an editor's hands in LibreOffice, the built
// command, and what a person would then see. What the hands do waits for the next sync, so that the program opens
// the book once for all of it. The book is made, and its numbers are told, by the command in a process of its own; what
// happens in between, in one that stays.

import { openBook } from "../../local/book/book-file.ts";
import type { BoardReport, BookReport } from "../../shared/report/book-report.ts";
import type { Problem } from "../../shared/table/problem.ts";
import { entriesOf, rowsOf } from "../book-contents.ts";
import { newPath, stageline } from "../command.ts";
import { editInLibreOffice } from "../hands/libre-office.ts";
import { stagelineAgain } from "../staying-command.ts";
import { type Hand, stepsOf, type TypedRow } from "./hands.ts";
import { isSettledFile } from "./told-story.ts";
import { sentencesOf, shownCell } from "./words.ts";

/** When something is done, in the book's local time, and who syncs; nobody by name where it is left out. */
export interface Turn {
  readonly at: string;
  readonly as?: string;
}

export type Story = ReturnType<typeof storyOf>;

/** A new book by `stageline new` with these arguments; its hands and eyes are on `tab` unless told otherwise. */
export async function begin(tab: string, ...args: readonly string[]): Promise<Story> {
  const path = newPath(`${tab.toLowerCase()}.xlsx`);
  const made = await stageline("new", path, ...args, "--zone", "Europe/Paris");
  if (made.exitCode !== 0) throw new Error(made.stderr);
  return storyOf(path, tab);
}

function storyOf(path: string, board: string) {
  const waiting: Hand[] = [];
  const does = (hand: Hand): void => {
    waiting.push(hand);
  };

  const story = {
    path,
    /** Types rows below the last one, by header, as one paste. */
    type: (rows: readonly TypedRow[], tab = board) => does({ do: "type", tab, rows }),
    /** Types over cells of the row of that name. */
    edit: (name: string, cells: TypedRow, tab = board) => does({ do: "edit", tab, name, cells }),
    /** Copies the whole row below the last one, hidden columns too. */
    copy: (name: string, tab = board) => does({ do: "copy", tab, name }),
    delete: (name: string, tab = board) => does({ do: "delete", tab, name }),
    /** Sorts whole rows; the last thing that hands do before a sync. */
    sort: (header: string, tab = board) => does({ do: "sort", tab, header }),
    copyTab: (to: string, tab = board) => does({ do: "copy tab", tab, to }),

    /** Saves what the hands did, then syncs; what it says is wrong, as "C3: message". */
    sync: async (turn: Turn): Promise<readonly string[]> => {
      const { tables } = await openBook(path);
      if (waiting.length > 0) await editInLibreOffice(path, stepsOf(tables, waiting.splice(0)));
      const { json } = await stagelineAgain("sync", path, "--json", ...turnArgs(turn));
      const { problems } = json as { readonly problems: readonly Problem[] };
      return problems.map(({ cell, message }) => (cell === undefined ? message : `${cell}: ${message}`));
    },
    /** Any other command on the book; what it said, or why it did nothing. */
    run: async (turn: Turn, command: string, ...args: readonly string[]): Promise<string> => {
      const ran = await stagelineAgain(command, path, ...args, ...turnArgs(turn));
      return (ran.exitCode === 0 ? ran.stdout : ran.stderr).trim();
    },

    /** What the row of that name shows under these headers. */
    see: async (name: string, ...headers: readonly string[]): Promise<readonly string[]> => {
      const row = (await rowsOf(path, board)).find(({ cells }) => shownCell(cells["Name"]) === name);
      if (row === undefined) throw new Error(`no row is named "${name}"`);
      return headers.map((header) => shownCell(row.cells[header]));
    },
    /** "Name: Stage" of every row, from the top. */
    stages: async (tab = board): Promise<readonly string[]> =>
      (await rowsOf(path, tab)).map(
        ({ cells }) => `${shownCell(cells["Name"])}: ${shownCell(cells["Stage"])}`,
      ),
    /** The history of a record in sentences; changes of fields are left out. */
    history: async (name: string): Promise<readonly string[]> =>
      sentencesOf(
        (await openBook(path)).tables,
        (await entriesOf(path)).filter((entry) => entry.name === name),
      ),

    /** The numbers of the board at the end of a day. */
    report: async (day: string, ...args: readonly string[]): Promise<BoardReport> => {
      const { json } = await stageline("report", path, "--json", "--as-of", day, ...args);
      const report = (json as BookReport).boards.find((each) => each.board === board);
      if (report === undefined) throw new Error(`the report has no board "${board}"`);
      return report;
    },
    isSettled: (turn: Turn): Promise<boolean> => isSettledFile(path, turn),
  };
  return story;
}

function turnArgs({ at, as }: Turn): readonly string[] {
  return ["--now", at, ...(as === undefined ? [] : ["--as", as])];
}
