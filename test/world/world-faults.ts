// What must hold after a world beside what holds of every run: what commands said is so, a report's numbers are those of a
// spreadsheet that stood while it read, no message went twice, and a look in calm finds nothing to do and nobody's turn in
// its way.

import type { Google } from "../../local/apps-script/google.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { readHead } from "../../shared/engine/head.ts";
import { isLive, leaseOf } from "../../shared/engine/host-rows.ts";
import { mailOf } from "../../shared/engine/outbox/mail.ts";
import { outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { nameKey, textOf } from "../../shared/table/cell.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";
import { runs, turnIn } from "../../sync/google/writing/turn-marks.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { valueAt } from "../soak/overwritten.ts";
import { definitionIn } from "../soak/prepared-book.ts";
import type { Step } from "../soak/step.ts";
import { twice } from "../soak/whole-history.ts";
import type { ProgramRun } from "./programs.ts";
import { reportJson } from "./run-command.ts";

/** What of the programs and the mail of a world is not as it has to be. */
export function worldFaults(world: {
  readonly google: Google;
  readonly state: Spreadsheet;
  readonly steps: readonly Step[];
  readonly runs: readonly ProgramRun[];
  /** Ids of the messages that commands carried out, each time. */
  readonly carried: readonly string[];
}): readonly string[] {
  const { entries } = readLog(gridTables(world.state));
  return [
    ...world.runs.flatMap((run) => [
      ...saidFaults(run, entries),
      ...unsetCells(run, world.steps, entries),
      ...reportFaults(run, world.steps),
    ]),
    ...repeatedMessages(world),
    ...bindingTurns(world.state, world.google.now()),
  ];
}

// By the head, as the add-on looks at it, and by the marks, as commands do.
function bindingTurns(state: Spreadsheet, nowMs: number): readonly string[] {
  const lease = leaseOf(readHead(gridTables(state)));
  const marks = state.metadata.map(({ id, key, value }) => ({ id, name: key, value }));
  const turn = turnIn(marks);
  const isBound = lease !== undefined && isLive(lease, momentFromInstant(nowMs, utc));
  return [
    ...(isBound ? [`the head says that ${lease.writer} writes until ${lease.until}`] : []),
    ...(turn !== undefined && runs(turn, nowMs) ? [`${turn.writer} has the turn until ${turn.until}`] : []),
  ];
}

// Whoever was told that it is done can rely on it; whoever was told that nothing was written, too. Of those that were
// killed, or could not learn what became of it, it is there once or not at all.
function saidFaults({ number, command, said }: ProgramRun, entries: readonly Entry[]): readonly string[] {
  const least = said?.how === "done" ? 1 : 0;
  const most = said?.how === "refused" && said.code !== "unsure" ? 0 : 1;
  const told = (what: string, count: number) =>
    count >= least && count <= most
      ? []
      : [
          `program ${number} ${said === undefined ? "was killed" : `was told "${said.how}"`}, and ${what} stands ${count} times`,
        ];
  if (command.kind === "log")
    return told(command.note, entries.filter(({ note }) => note === command.note).length);
  if (command.kind !== "import") return [];
  return command.lines.flatMap(({ name }) => {
    const count = entries.filter((entry) => entry.kind === "created" && entry.name === name).length;
    // Other files may hold the same line.
    return said?.how === "done" || count > 1 ? told(name, count) : [];
  });
}

// Whoever says that a cell is set has seen it so, before or after; or the history has it, where a word that waited in Log
// took it back at once. Numbers, days, yes and no are kept otherwise than they are typed.
function unsetCells(
  { number, command, said }: ProgramRun,
  steps: readonly Step[],
  entries: readonly Entry[],
): readonly string[] {
  if (said?.how !== "done" || (command.kind !== "move" && command.kind !== "set")) return [];
  const [key, value] = command.kind === "move" ? ["stage", command.stage] : [command.key, command.value];
  if (!/^\p{L}/u.test(value) || value === "yes" || value === "no") return [];
  const states = steps.flatMap((step) =>
    step.kind === "request" && step.program === number ? [step.after] : [],
  );
  const isSeen = states.some((state) => {
    const cells = rowsOf(state, command.board).filter(({ id, name }) => [id, name].includes(command.record));
    return cells.some(({ at }) => nameKey(at(key)) === nameKey(value));
  });
  const isTold = entries.some(({ kind, record, knownBy, id }) => {
    const isOwn = kind === "moved" && knownBy === "command" && record === command.record;
    return isOwn && entries.some((entry) => entry.kind === "undone" && entry.data["of"] === id);
  });
  return isSeen || isTold
    ? []
    : [`program ${number} said that ${key} of ${command.record} is "${value}", and it never was`];
}

function rowsOf(state: Spreadsheet, board: string) {
  const sheets = boardSheets(state, definitionIn(state)).filter(({ tab }) => tab.name === board);
  return sheets.flatMap(({ tab, columns, filled }) =>
    filled.map((row) => {
      const at = (key: string) => textOf(valueAt(tab, { row, column: columns[key] ?? 0 }));
      return { id: at("id"), name: at("name"), at };
    }),
  );
}

function reportFaults({ number, said, from, to }: ProgramRun, steps: readonly Step[]): readonly string[] {
  if (said?.how !== "done" || said.report === undefined) return [];
  const { asOf, json } = said.report;
  const states = steps
    .slice(from, to)
    .flatMap((step) =>
      step.kind === "request" && step.program === number && step.told.length > 0 ? [step.after] : [],
    );
  const isOfOne = states.some((state) => reportJson(gridTables(state), asOf) === json);
  return isOfOne
    ? []
    : [`the numbers of program ${number} are of none of the ${states.length} states that it read`];
}

// The add-on's mail bears no id: so many may look alike as there are messages that look so.
function repeatedMessages({
  google,
  state,
  carried,
}: {
  readonly google: Google;
  readonly state: Spreadsheet;
  readonly carried: readonly string[];
}): readonly string[] {
  const rows = new Map(outboxRows(gridTables(state)).map((row) => [row.id, row]));
  const looks = (mail: { readonly to: string; readonly subject: string; readonly body: string }) =>
    `${mail.to}\n${mail.subject}\n${mail.body}`;
  const written = [...rows.values()].map((row) => {
    const { to, subject, text } = mailOf(row);
    return looks({ to: to.join(","), subject, body: text });
  });
  const sent = [
    ...google.outbox.map(looks),
    ...carried.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined) return [];
      const { to, subject, text } = mailOf(row);
      return [looks({ to: to.join(","), subject, body: text })];
    }),
  ];
  return [
    ...twice(carried).map((id) => `the message ${id} was carried out twice`),
    ...[...new Set(sent)].flatMap((look) => {
      const [times, messages] = [count(sent, look), count(written, look)];
      return times > messages ? [`"${look}" went ${times} times, for ${messages} messages`] : [];
    }),
  ];
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}
