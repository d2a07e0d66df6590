// A story on a real .xlsx file: an editor's hands in LibreOffice, the built command, and mail written into a folder. What
// the hands do waits for the next sync, so that the program opens the book once for all of it. The book is made, and its
// numbers are told, by the command in a process of its own; what happens in between, in one that stays.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { openBook } from "../../local/book/book-file.ts";
import { outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import type { ChangesView } from "../../shared/report/views/changes-view.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { hashOf, newPath, stageline } from "../command.ts";
import { editInLibreOffice } from "../hands/libre-office.ts";
import { stagelineAgain } from "../staying-command.ts";
import { type Hand, stepsOf } from "./hands.ts";
import {
  type Beginning,
  eyes,
  isSettledFile,
  newsOf,
  reportOf,
  type Story,
  type Turn,
  told,
} from "./told-story.ts";

/** A new book by `stageline new`. */
export async function beginInFile(plan: Beginning): Promise<Story> {
  const { tab, templates, at, zone = "Europe/Paris", form, practice } = plan;
  const path = newPath(`${tab.toLowerCase()}.xlsx`);
  if (form !== undefined)
    writeFileSync(path, await writeXlsx({ sheets: [{ name: form.tab, rows: [[...form.header]] }] }));
  const wanted = templates.flatMap((template) => ["--template", template]);
  const mode = practice === true ? ["--practice"] : [];
  const made = await stageline("new", path, ...wanted, ...mode, "--zone", zone, "--now", at);
  if (made.exitCode !== 0) throw new Error(made.stderr);
  const story = storyOf(path, plan);
  if (form !== undefined) story.edit(tab, { "Fed by": form.tab }, "Pipelines");
  return story;
}

function storyOf(path: string, { tab: board, form }: Beginning): Story {
  const waiting: ((turn: Turn) => Hand)[] = [];
  const letters = newPath("letters");
  /** Who looked at what changed, and when. */
  const looked = new Map<string, string>();
  const does = (hand: Hand): void => {
    waiting.push(() => hand);
  };
  const tables = tablesOf(path);
  return {
    ...eyes(board, tables),
    type: (rows, tab = board) => does({ do: "type", tab, rows }),
    edit: (name, cells, tab = board) => does({ do: "edit", tab, name, cells }),
    copy: (name, tab = board) => does({ do: "copy", tab, name }),
    delete: (name, tab = board) => does({ do: "delete", tab, name }),
    sort: (header, tab = board) => does({ do: "sort", tab, header }),
    answerForm: (answers) => {
      if (form === undefined) throw new Error("the story has no form");
      const [stamp = ""] = form.header;
      waiting.push(({ at }) => ({
        do: "type",
        tab: form.tab,
        rows: [{ [stamp]: at.replace("T", " "), ...answers }],
      }));
    },

    sync: async (turn) => {
      const before = await tables();
      const hands = waiting.splice(0).map((hand) => hand(turn));
      if (hands.length > 0) await editInLibreOffice(path, stepsOf(before, hands));
      const ran = await stagelineAgain("sync", path, "--json", ...turnArgs(turn));
      if (ran.json === undefined) throw new Error(ran.stderr);
      await send(path, letters, turn);
      return told(before, await tables(), (ran.json as { readonly problems: readonly Problem[] }).problems);
    },
    run: async (turn, command, ...args) => {
      const on = turn.on === undefined ? [] : ["--board", turn.on];
      const ran = await stagelineAgain(
        command,
        path,
        ...commandArgs(command, args),
        ...on,
        ...turnArgs(turn),
      );
      return ran.exitCode === 0 ? "" : ran.stderr.trim().replace(/^stageline: /, "");
    },
    news: async (turn) => {
      const { as = "" } = turn;
      const last = looked.get(as);
      const since = last === undefined ? [] : ["--since", last];
      const { json, stderr } = await stagelineAgain("changes", path, "--json", ...since, ...turnArgs(turn));
      if (json === undefined) throw new Error(stderr);
      looked.set(as, turn.at);
      return newsOf(json as ChangesView);
    },
    mails: () => (existsSync(letters) ? readdirSync(letters).length : 0),
    report: (day, ...args) => reportOf(path, board, ["--as-of", day, ...args]),
    isSettled: (turn) => isSettledFile(path, turn),
  };
}

/** Eyes look many times between two acts: the same bytes are the same tables. */
function tablesOf(path: string): () => Promise<Tables> {
  let last: { readonly hash: string; readonly tables: Tables } | undefined;
  return async () => {
    const hash = hashOf(path);
    if (last?.hash !== hash) last = { hash, tables: (await openBook(path)).tables };
    return last.tables;
  };
}

async function send(path: string, letters: string, turn: Turn): Promise<void> {
  const { tables } = await openBook(path);
  const isAsked = outboxRows(tables).some(
    ({ state, decision }) => state === "waiting to send" || decision !== undefined,
  );
  if (!isAsked) return;
  const sender = ["--from", "office@example.com"];
  const sent = await stagelineAgain("outbox", path, "--eml", letters, ...sender, "--json", ...turnArgs(turn));
  if (sent.json === undefined) throw new Error(sent.stderr);
}

function commandArgs(command: string, args: readonly string[]): readonly string[] {
  if (command !== "log") return args;
  const [record = "", kind = "", note] = args;
  return [record, kind, ...(note === undefined ? [] : ["--note", note])];
}

function turnArgs({ at, as }: Turn): readonly string[] {
  return ["--now", at, ...(as === undefined ? [] : ["--as", as])];
}
