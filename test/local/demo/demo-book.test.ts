// The made-up year: whatever is in it could have been done in a book by people, by the book's own rules.

import { describe, expect, test } from "vitest";
import { demoBook } from "../../../local/demo/demo-book.ts";
import { boardLayout } from "../../../shared/board/board-layout.ts";
import { activityKinds } from "../../../shared/definition/activity.ts";
import type { Board, Definition, Pipeline, Stage } from "../../../shared/definition/pipeline.ts";
import { fieldsOf } from "../../../shared/definition/standard-field.ts";
import { reconcile } from "../../../shared/engine/reconcile.ts";
import { moveVerdict } from "../../../shared/engine/row/move-verdict.ts";
import { calendarOf, type Run } from "../../../shared/engine/run.ts";
import { bookMoney } from "../../../shared/invoices/book-money.ts";
import { type Entry, isPathEntry } from "../../../shared/log/entry.ts";
import { groupedEntries } from "../../../shared/log/grouped-entries.ts";
import { readLog } from "../../../shared/log/log-tab.ts";
import { compareEntries, replay } from "../../../shared/log/replay.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import { type Cell, textOf } from "../../../shared/table/cell.ts";
import type { FieldValue } from "../../../shared/table/field-type.ts";
import { readCell } from "../../../shared/table/field-value.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { tableOf, viewOf } from "../../../shared/table/tab-view.ts";
import { addDays, dayFromSerial } from "../../../shared/value/day.ts";
import { dayOf, parseMoment, utc } from "../../../shared/value/moment.ts";
import { isWorkingDay } from "../../../shared/value/working-calendar.ts";

function yearOf(now: string, seed: string, ids = "made up") {
  const run: Run = { now: parseMoment(now), zone: utc, knownBy: "command", seed: ids };
  const demo = demoBook(run, seed);
  const tables = applyChanges([], demo.changes);
  const { entries } = readLog(tables);
  const rows = (name: string): readonly RowCells[] => {
    const board = demo.definition.boards.find((each) => each.tab === name);
    if (board === undefined) throw new Error(`there is no board "${name}"`);
    const layout = boardLayout(demo.definition, board);
    const table = tableOf(tables, layout);
    return table === undefined ? [] : viewOf(table, layout).rows.map(({ cells }) => cells);
  };
  return { ...demo, run, tables, log: entries, rows };
}

type Year = ReturnType<typeof yearOf>;

const year = yearOf("2026-11-22T20:00:00Z", "1");
const another = yearOf("2028-03-01T00:05:00Z", "another");

describe.each([
  ["the year that npm start shows", year],
  ["another year", another],
])("%s", (_, each) => {
  test("a sync right after changes nothing, and no cell has a problem", () => {
    const { changes, entries, problems } = reconcile(each.tables, each.run);
    expect({ changes, entries, problems }).toEqual({ changes: [], entries: [], problems: [] });
  });

  test("every move was allowed when it was made, by whoever made it", () => {
    const moves = movesOf(each);
    expect(moves.length).toBeGreaterThan(4000);
    expect(moves.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  test("every stage of every pipeline is visited", () => {
    const visited = new Set(each.log.flatMap(({ to, kind }) => (isPathEntry(kind) ? [to] : [])));
    const stages = each.definition.pipelines.flatMap((pipeline) => pipeline.stages);
    expect(stages.filter(({ id }) => !visited.has(id)).map(({ name }) => name)).toEqual([]);
  });

  test("it holds 1,200 to 1,500 records, each on its board's row and in the history", () => {
    const records = replay(each.log.filter(({ record }) => record !== ""));
    expect(records.size).toBe(each.records);
    expect(each.records).toBeGreaterThanOrEqual(1200);
    expect(each.records).toBeLessThanOrEqual(1500);
    expect(each.log).toHaveLength(each.entries);
  });

  test("people work in office hours of working days, from a year ago until yesterday", () => {
    const calendar = calendarOf(each.definition, each.definition.pipelines[0] as Pipeline);
    const days = new Set(each.log.filter(({ record }) => record !== "").map(({ at }) => dayOf(at)));
    const sorted = [...days].sort();
    expect(sorted.filter((day) => !isWorkingDay(calendar, day))).toEqual([]);
    expect((sorted.at(-1) ?? "") < dayOf(each.run.now)).toBe(true);
    expect(each.log.every(({ at }) => at >= (each.log[0]?.at ?? ""))).toBe(true);
  });
});

test("boards begin with what is open, and end with what was lost", () => {
  const { rows, definition } = year;
  const stages = definition.pipelines.find(({ name }) => name === "Sales")?.stages ?? [];
  const kinds = rows("Sales").map(({ stage }) => stages.find(({ name }) => name === textOf(stage))?.kind);
  expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(["open", "won", "lost"]);
});

test("the same seed and day give the same year; another seed another", () => {
  const again = yearOf("2026-11-22T20:00:00Z", "1", "other ids");
  const story = ({ rows, definition }: Year) =>
    definition.boards.map(({ tab }) =>
      rows(tab).map((cells) => [cells["name"], cells["stage"], cells["since"]]),
    );
  expect(story(again)).toEqual(story(year));
  expect(story(another)).not.toEqual(story(year));
});

test("every kind of thing that people do is in it: talks, hand-overs, refusals, slips, milestones, reopenings", () => {
  const kinds = new Set(year.log.map(({ kind }) => kind));
  const wanted = [...activityKinds, "hand-over", "refused", "undone", "milestone", "field"] as const;
  expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(year.log.filter(({ data }) => data["log"] === "reopen").length).toBeGreaterThan(3);
  const refusals = year.log.filter(
    ({ kind, note }) => kind === "refused" && note.startsWith("only Accounts may"),
  );
  expect(refusals.length).toBeGreaterThan(0);
});

test("there is something to look after: unassigned, overdue, refused, unanswered and open for an event", () => {
  const today = dayOf(year.run.now);
  const all = year.definition.boards.flatMap(({ tab }) => year.rows(tab));
  const overdue = all.filter(({ next_step_on = null }) => (dayIn(next_step_on) ?? today) < today);
  const gigs = year.rows("Speaking").filter(({ stage }) => stage === "Booked");
  const counts = {
    unassigned: all.filter(({ owner = null }) => textOf(owner) === "").length,
    overdue: overdue.length,
    refused: all.filter(({ status_note }) => textOf(status_note) !== "").length,
    unanswered: unanswered(year),
    openForAnEvent: gigs.filter((gig) => JOURNEY.some((field) => textOf(gig[field]) !== "yes")).length,
  };
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  expect(counts.unassigned).toBeLessThan(all.length / 10);
  expect(counts.overdue).toBeLessThan(all.length / 10);
});

test("two shows stand in one room on one evening, and hardly more", () => {
  const evenings = year
    .rows("Shows")
    .filter(({ event_on = null }) => textOf(event_on) !== "")
    .map(({ event_on = null, room = null }) => `${dayIn(event_on)} ${textOf(room)}`);
  const doubled = evenings.length - new Set(evenings).size;
  expect(doubled).toBeGreaterThan(0);
  expect(doubled).toBeLessThan(8);
});

test("an account that became an opportunity is a deal of the same company, and hears of its fate", () => {
  const first = year.rows("Sales").filter(({ earlier_deal = null }) => textOf(earlier_deal) === "");
  const deals = new Map(first.map((cells) => [textOf(cells["company"]), cells]));
  const won = year.rows("Prospecting").filter(({ stage }) => stage === "Current Client");
  const dead = year.rows("Prospecting").filter(({ stage }) => stage === "Dead Opportunity");
  const live = year.rows("Prospecting").filter(({ stage }) => stage === "Active Opportunity");
  const stageOf = ({ name }: RowCells) => deals.get(textOf(name))?.["stage"];
  expect(won.length).toBeGreaterThan(0);
  expect(dead.length).toBeGreaterThan(0);
  expect(dead.filter((account) => stageOf(account) !== "Lost")).toEqual([]);
  expect(won.filter((account) => !WON.includes(textOf(stageOf(account))))).toEqual([]);
  expect(live.filter((account) => [undefined, "Lost", ...WON].includes(stageOf(account) as string))).toEqual(
    [],
  );
});

const JOURNEY = ["airplane_tickets_done", "hotel_done", "rental_car_done"];
const WON = ["Order Processing", "Order Delivery", "The Loop"];

test("a client who comes back has a second deal that names the first", () => {
  const second = year.rows("Sales").filter(({ earlier_deal = null }) => textOf(earlier_deal) !== "");
  const names = new Set(year.rows("Sales").map(({ name = null }) => textOf(name)));
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter(({ earlier_deal = null }) => !names.has(textOf(earlier_deal)))).toEqual([]);
});

test("most records are on their way, and some got stuck", () => {
  const names = (kind: Stage["kind"]) =>
    new Set(
      year.definition.pipelines.flatMap(({ stages }) =>
        stages.filter((each) => each.kind === kind).map(({ name }) => name),
      ),
    );
  const open = year.definition.boards
    .filter(({ tab }) => tab !== "Prospecting")
    .flatMap(({ tab }) => year.rows(tab))
    .filter(({ stage = null }) => names("open").has(textOf(stage)));
  const old = open.filter(({ since = null }) => (dayIn(since) ?? "") < addDays(dayOf(year.run.now), -90));
  expect(old.length).toBeGreaterThan(0);
  expect(old.length).toBeLessThan(open.length / 4);
});

test("what was sold is fulfilled on another board for the same company", () => {
  const companies = new Set(year.rows("Sales").map(({ company }) => textOf(company)));
  const fulfilled = [
    year
      .rows("Solar")
      .filter(({ sale }) => textOf(sale) !== "")
      .map(({ name }) => textOf(name)),
    year.rows("Coaching").map(({ company }) => textOf(company)),
    year.rows("Orders").map(({ company }) => textOf(company)),
  ];
  expect(fulfilled.map((names) => names.some((name) => companies.has(name)))).toEqual([true, true, true]);
});

test("invoices run on in the order of their days, and are paid, late, void, to be paid or to be sent", () => {
  const { standing, payments } = bookMoney(year.tables, dayOf(year.run.now));
  const statuses = new Set(standing.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(["draft", "overdue", "paid", "sent", "void"]);
  const issued = standing.flatMap(({ invoice: { number, issuedOn, part } }) =>
    issuedOn === undefined || part > 1 ? [] : [{ number, issuedOn }],
  );
  const byNumber = [...issued].sort((left, right) => (left.number < right.number ? -1 : 1));
  expect(byNumber.map(({ issuedOn }) => issuedOn)).toEqual(issued.map(({ issuedOn }) => issuedOn).sort());
  expect(payments.payments.length).toBeGreaterThan(100);
  const shown = year.rows("Orders").flatMap((cells) => textOf(cells["invoice_number"]) || []);
  const ofOrders = standing.filter(({ invoice }) => invoice.board === "orders");
  expect(shown.sort()).toEqual(ofOrders.map(({ invoice }) => invoice.number).sort());
});

test("names come from many languages, and no address is anybody's", () => {
  const all = year.definition.boards.flatMap(({ tab }) => year.rows(tab));
  const names = all.map(({ name, contact }) => `${textOf(name)} ${textOf(contact)}`).join("\n");
  expect(names).toMatch(/\p{Script=Han}/u);
  expect(names).toMatch(/\p{Script=Arabic}/u);
  expect(names).toMatch(/[øłşéü]/);
  const mails = all.map(({ e_mail }) => textOf(e_mail)).filter((mail) => mail !== "");
  expect(mails.filter((mail) => !/^[a-z.]+@[a-z-]+\.example$/.test(mail))).toEqual([]);
});

function dayIn(cell: Cell): string | undefined {
  return typeof cell === "object" && cell !== null && "serial" in cell
    ? dayFromSerial(cell.serial)
    : undefined;
}

function unanswered({ log }: Year): number {
  const isOurs = ({ kind }: Entry) => kind === "email-out" || kind === "call" || kind === "meeting";
  return [...groupedEntries(log, "record").values()].filter((entries) => {
    const told = [...entries].sort(compareEntries);
    const reply = told.findLastIndex(({ kind }) => kind === "reply-yes" || kind === "reply-later");
    return reply >= 0 && !told.slice(reply).some((entry) => isOurs(entry) || isPathEntry(entry.kind));
  }).length;
}

interface JudgedMove {
  readonly name: string;
  readonly to: string;
  readonly who: string;
  readonly reason: string;
  readonly allowed: boolean;
}

// Judged anew, entry by entry, by what the history alone says of the record at that moment.
function movesOf({ log, definition }: Year): readonly JudgedMove[] {
  return definition.boards.flatMap((board) => {
    const own = log.filter((entry) => entry.board === board.id);
    return [...groupedEntries(own, "record").values()].flatMap((entries) =>
      judged(definition, board, [...entries].sort(compareEntries)),
    );
  });
}

function judged(definition: Definition, board: Board, entries: readonly Entry[]): readonly JudgedMove[] {
  const pipeline = definition.pipelines.find(({ id }) => id === board.pipeline) as Pipeline;
  const stageOf = (id: string | undefined) => pipeline.stages.find((stage) => stage.id === id) as Stage;
  return entries.flatMap((entry, index): JudgedMove[] => {
    if (entry.kind !== "moved") return [];
    // Fields that were filled in with the move stand in the same moment.
    const known = entries.filter(
      (each, place) => place < index || (each.at === entry.at && each.kind === "field"),
    );
    const isReopening = entry.data["log"] === "reopen";
    const { allowed, reason } = moveVerdict(
      { definition, pipeline },
      { to: stageOf(entry.to), actor: entry.who, ...(isReopening ? {} : { from: stageOf(entry.from) }) },
      {
        values: valuesIn(pipeline, known),
        logged: new Set(known.map(({ kind }) => kind)),
        today: dayOf(entry.at),
      },
    );
    return [{ name: entry.name, to: entry.to ?? "", who: entry.who, reason, allowed }];
  });
}

function valuesIn(pipeline: Pipeline, entries: readonly Entry[]): Readonly<Record<string, FieldValue>> {
  const texts: Record<string, string> = {};
  for (const { kind, data } of entries) {
    if (kind === "field") texts[data["field"] ?? ""] = data["to"] ?? "";
    for (const [key, text] of Object.entries(data)) if (key.startsWith("field:")) texts[key.slice(6)] = text;
  }
  const values: Record<string, FieldValue> = {};
  for (const field of fieldsOf(pipeline)) {
    const { value } = readCell(texts[field.id] ?? null, { ...field, currency: pipeline.currency });
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}
