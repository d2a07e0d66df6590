import fc from "fast-check";
import { expect, test } from "vitest";
import { isRowId } from "../../../shared/board/identity.ts";
import { freshId } from "../../../shared/value/hash.ts";
import {
  historyOf,
  identified,
  idFor,
  nothingHidden,
  type StoryRow,
  seen,
  sortedTo,
  told,
  typed,
  type Written,
  wrote,
} from "./rows.ts";

const [ada, bob, cid, dan] = [
  seen(wrote("Ada", 1)),
  seen(wrote("Bob", 2)),
  seen(wrote("Cid", 3)),
  seen(wrote("Dan", 4)),
];
const board = [ada, bob, cid, dan];
const known = historyOf(board);

function story(rows: readonly StoryRow[], elsewhere?: ReadonlySet<string>): readonly string[] | string {
  const reading = identified(rows, known, elsewhere);
  return reading.stopped ?? told(reading, known);
}

function edited(row: StoryRow, change: Partial<Written>): StoryRow {
  return { ...row, written: { ...row.written, ...change } };
}

function moved(to: StoryRow, from: StoryRow): StoryRow {
  return { written: from.written, hidden: to.hidden };
}

const KEPT = ["Ada: kept Ada", "Bob: kept Bob", "Cid: kept Cid", "Dan: kept Dan"];

test("rows that nobody touched keep their ids", () => {
  expect(story(board)).toEqual(KEPT);
});

test("a sort of whole rows, hidden columns too, changes nothing", () => {
  expect(story([cid, ada, dan, bob])).toEqual([
    "Cid: kept Cid",
    "Ada: kept Ada",
    "Dan: kept Dan",
    "Bob: kept Bob",
  ]);
});

test("a row that was edited, even its name, is the same record", () => {
  expect(story([edited(ada, { name: "Ada Lovelace", size: 9 }), bob, cid, dan])).toEqual([
    "Ada Lovelace: kept Ada",
    ...KEPT.slice(1),
  ]);
});

test("a row that somebody typed is new", () => {
  expect(story([...board, typed(wrote("Eve"))])).toEqual([...KEPT, "Eve: new"]);
});

test("of a row and its copy, the one that still looks as it did stays the record", () => {
  expect(story([ada, ada, bob, cid, dan])).toEqual(["Ada: kept Ada", "Ada: copied of Ada", ...KEPT.slice(1)]);
  const changed = edited(ada, { size: 7 });
  expect(story([changed, bob, cid, dan, ada])).toEqual([
    "Ada: copied of Ada",
    ...KEPT.slice(1),
    "Ada: kept Ada",
  ]);
});

test("of two edited rows with one id, the one that kept the name stays the record, else the upper one", () => {
  const renamed = edited(ada, { name: "Ada 2" });
  const grown = edited(ada, { size: 7 });
  expect(story([renamed, grown, bob, cid, dan])).toEqual([
    "Ada 2: copied of Ada",
    "Ada: kept Ada",
    ...KEPT.slice(1),
  ]);
  expect(story([renamed, edited(ada, { name: "Ada 3" }), bob, cid, dan]).slice(0, 2)).toEqual([
    "Ada 2: kept Ada",
    "Ada 3: copied of Ada",
  ]);
});

test("an id that was filled down over other rows makes copies of all but its own", () => {
  const filled = board.map(({ written }) => ({ written, hidden: { ...ada.hidden } }));
  expect(story(filled).slice(0, 1)).toEqual(["Ada: kept Ada"]);
  expect(new Set(identified(filled, known).rows.map(({ id }) => id)).size).toBeLessThanOrEqual(4);
});

test("a record that stands on another board is a copy here", () => {
  expect(story([ada], new Set([idFor("Ada")]))).toEqual(["Ada: copied of Ada"]);
});

test("an id that was cleared is found again when one record that is gone had its name and stage", () => {
  const cleared = { written: ada.written, hidden: nothingHidden };
  expect(story([cleared, bob, cid, dan])).toEqual(["Ada: found Ada", ...KEPT.slice(1)]);
});

test("an id that was overwritten with other text is found again, too", () => {
  const spoiled = { ...ada, hidden: { ...ada.hidden, id: "hello" } };
  expect(story([spoiled, bob, cid, dan])).toEqual(["Ada: found Ada", ...KEPT.slice(1)]);
});

test("a cleared id is found by the known fingerprint when the row was moved or renamed meanwhile", () => {
  const cleared = { ...ada, hidden: { ...ada.hidden, id: "" } };
  expect(story([edited(cleared, { stage: "won" }), bob, cid, dan])).toEqual([
    "Ada: found Ada",
    ...KEPT.slice(1),
  ]);
  expect(story([edited(cleared, { name: "Ada L" }), bob, cid, dan])).toEqual([
    "Ada L: found Ada",
    ...KEPT.slice(1),
  ]);
});

test("a cleared id is not guessed when two records or two rows would fit", () => {
  const twins = [seen(wrote("Eve", 1), idFor("first")), seen(wrote("Eve", 2), idFor("second"))];
  const cleared = twins.map(({ written }) => ({ written, hidden: nothingHidden }));
  const history = historyOf(twins);
  expect(identified(cleared, history).rows.map(({ origin }) => origin.how)).toEqual(["new", "new"]);
  expect(identified(cleared.slice(0, 1), history).rows.map(({ origin }) => origin.how)).toEqual(["new"]);
  const one = historyOf(twins.slice(0, 1));
  expect(identified(cleared, one).rows.map(({ origin }) => origin.how)).toEqual(["new", "new"]);
});

test("a removed record is not found again by a new row of its name: it is brought back by its own row only", () => {
  const history = new Map(known);
  history.set(idFor("Ada"), { name: "Ada", now: { stage: "lead" }, removed: true });
  expect(identified([typed(wrote("Ada"))], history).rows[0]?.origin.how).toBe("new");
  expect(identified([ada], history).rows[0]?.origin.how).toBe("kept");
});

test("a row id that the history does not know is kept: it was written just before a crash", () => {
  const id = freshId("seed", 1);
  expect(
    identified([{ written: wrote("Eve"), hidden: { id, fingerprint: "" } }], known).rows[0],
  ).toMatchObject({
    id,
    origin: { how: "kept" },
  });
});

test("a sort that left the hidden columns out gives the ids back to their rows", () => {
  expect(story(sortedTo(board, [3, 2, 1, 0]))).toEqual([
    "Dan: sorted back Dan",
    "Cid: sorted back Cid",
    "Bob: sorted back Bob",
    "Ada: sorted back Ada",
  ]);
});

test("two rows whose cells were exchanged are the same two records", () => {
  expect(story(sortedTo(board, [1, 0, 2, 3]))).toEqual([
    "Bob: sorted back Bob",
    "Ada: sorted back Ada",
    ...KEPT.slice(2),
  ]);
});

test("a row that was edited after such a sort is known by its name, or as the only one left", () => {
  const turned = [...sortedTo(board, [3, 0, 1, 2])];
  const [first, ...rest] = turned as [StoryRow, ...StoryRow[]];
  const others = ["Ada: sorted back Ada", "Bob: sorted back Bob", "Cid: sorted back Cid"];
  expect(story([edited(first, { size: 99 }), ...rest])).toEqual(["Dan: sorted back Dan", ...others]);
  expect(story([edited(first, { name: "Daniel", size: 99 }), ...rest])).toEqual([
    "Daniel: sorted back Dan",
    ...others,
  ]);
});

test("two rows that were renamed after such a sort cannot be told: the board stops with a sentence", () => {
  const turned = sortedTo(board, [3, 2, 0, 1]);
  const renamed = turned.map((row, place) => (place < 2 ? edited(row, { name: `New ${place}` }) : row));
  expect(story(renamed)).toBe(
    'a sort or paste seems to have moved only some of the columns: row 2 ("New 0"), row 3 ("New 1") no longer hold together; undo it, then sort whole rows',
  );
});

test("a sort of the names alone stops the board", () => {
  const names = [3, 2, 1, 0].map((place) => board[place]?.written.name ?? "");
  const torn = board.map((row, place) => edited(row, { name: names[place] ?? "" }));
  expect(story(torn)).toMatch(/^a sort or paste .* \("Dan"\), .* and 1 more no longer hold together/);
});

test("a row pasted over another leaves both ids where they are", () => {
  expect(story([ada, moved(bob, ada), cid, dan])).toEqual([
    "Ada: kept Ada",
    "Ada: kept Bob",
    ...KEPT.slice(2),
  ]);
});

test("a row pasted over another, and the first then edited, leaves both ids where they are", () => {
  expect(story([edited(ada, { size: 9 }), moved(bob, ada), cid, dan])).toEqual([
    "Ada: kept Ada",
    "Ada: kept Bob",
    ...KEPT.slice(2),
  ]);
});

test("a sort that took in a row without an id gives every id back, and the new row is new", () => {
  const all = [...board, typed(wrote("Bea", 5))];
  expect(story(sortedTo(all, [0, 4, 1, 2, 3]))).toEqual([
    "Ada: kept Ada",
    "Bea: new",
    "Bob: sorted back Bob",
    "Cid: sorted back Cid",
    "Dan: sorted back Dan",
  ]);
});

test("such a sort with a row edited as well", () => {
  const all = [...board, typed(wrote("Bea", 5))];
  const turned = sortedTo(all, [0, 4, 1, 2, 3]).map((row) =>
    row.written.name === "Dan" ? edited(row, { size: 44 }) : row,
  );
  expect(story(turned)).toEqual([
    "Ada: kept Ada",
    "Bea: new",
    "Bob: sorted back Bob",
    "Cid: sorted back Cid",
    "Dan: sorted back Dan",
  ]);
});

test("cells inserted among people's columns push the rows down: the ids follow", () => {
  const pushed = [
    { written: wrote("Zoe", 0), hidden: ada.hidden },
    moved(bob, ada),
    moved(cid, bob),
    moved(dan, cid),
    typed(dan.written),
  ];
  expect(story(pushed)).toEqual([
    "Zoe: new",
    "Ada: sorted back Ada",
    "Bob: sorted back Bob",
    "Cid: sorted back Cid",
    "Dan: sorted back Dan",
  ]);
});

test("a sort that took the ids along but left the known fingerprints changes no id", () => {
  const order = [3, 2, 1, 0];
  const torn = board.map(({ hidden }, place) => {
    const from = board[order[place] ?? 0] ?? ada;
    return { written: from.written, hidden: { id: from.hidden.id, fingerprint: hidden.fingerprint } };
  });
  expect(story(torn)).toEqual([...KEPT].reverse());
});

test("rows that look alike share their ids out among themselves", () => {
  const twins = [seen(wrote("Eve", 1), idFor("1")), seen(wrote("Eve", 1), idFor("2")), bob];
  const history = historyOf(twins);
  const reading = identified(sortedTo(twins, [2, 0, 1]), history);
  expect(reading.rows.map(({ id }) => id).sort()).toEqual(twins.map(({ hidden }) => hidden.id).sort());
  expect(reading.rows[0]?.id).toBe(bob.hidden.id);
});

test("a text is a row id by its shape", () => {
  expect([freshId("seed", 1), idFor("x")].map(isRowId)).toEqual([true, true]);
  expect(
    ["", "r", "1e5", `${idFor("x")}x`, `R${idFor("x").slice(1)}`, "riiiiiiiiiiiiiiii"].map(isRowId),
  ).toEqual([false, false, false, false, false, false]);
});

// Boards of rows that all look different, and an order to sort them in.
const boards = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("Ada", "Bob", "Cid", "Eve Ltd", "=1+1", "é"),
      stage: fc.constantFrom("lead", "offer", "won"),
      size: fc.option(fc.nat(20)),
    }),
    { selector: (written) => JSON.stringify(written), maxLength: 14 },
  )
  .map((all) => all.map((written, number) => seen(written, idFor(String(number)))));

const sortings = boards.chain((rows) =>
  fc
    .shuffledSubarray(
      rows.map((_, place) => place),
      { minLength: rows.length, maxLength: rows.length },
    )
    .map((order) => ({ rows, order })),
);

test("a row without an ID that has the name of a record on another board is not that record", () => {
  expect(story([typed(ada.written)], new Set([ada.hidden.id]))).toEqual(["Ada: new"]);
  expect(story([typed(ada.written)])).not.toEqual(["Ada: new"]);
});

test("any order of people's cells over rows that look different gives each row its own id back", () => {
  fc.assert(
    fc.property(sortings, ({ rows, order }) => {
      const reading = identified(sortedTo(rows, order), historyOf(rows));
      expect(reading.rows.map(({ id }) => id)).toEqual(order.map((place) => rows[place]?.hidden.id));
    }),
    { numRuns: 400 },
  );
});

test("the same holds with rows among them that have no id yet, where names differ", () => {
  fc.assert(
    fc.property(sortings, fc.nat(), ({ rows, order }, bits) => {
      const some = rows.map(({ written, hidden }, place) => {
        const own = { ...written, name: `${written.name} ${place}` };
        return (bits >> place) & 1 ? typed(own) : seen(own, hidden.id);
      });
      const reading = identified(sortedTo(some, order), historyOf(some));
      expect(reading.rows.map(({ id }) => id)).toEqual(order.map((place) => some[place]?.hidden.id));
    }),
    { numRuns: 400 },
  );
});

test("one edit after such a sort never gives a row the id of another that kept its look", () => {
  fc.assert(
    fc.property(sortings, fc.nat(), ({ rows, order }, pick) => {
      const at = pick % Math.max(rows.length, 1);
      const turned = sortedTo(rows, order).map((row, place) =>
        place === at ? edited(row, { size: 1000 }) : row,
      );
      const reading = identified(turned, historyOf(rows));
      reading.rows.forEach(({ id }, place) => {
        if (place !== at) expect(id).toBe(rows[order[place] ?? 0]?.hidden.id);
      });
    }),
    { numRuns: 400 },
  );
});

test("whatever people do, no two rows get one id", () => {
  const hidden = fc.record({
    id: fc.constantFrom("", "junk", idFor("1"), idFor("2"), idFor("3"), idFor("4")),
    of: fc.nat(3),
  });
  const anything = fc.array(
    fc.record({ written: fc.constantFrom(...board.map((row) => row.written)), hidden }),
  );
  const numbered = board.map((row, number) => ({
    ...row,
    hidden: { ...row.hidden, id: idFor(String(number + 1)) },
  }));
  fc.assert(
    fc.property(anything, (all) => {
      const rows = all.map(({ written, hidden: { id, of } }) => ({
        written,
        hidden: { id, fingerprint: board[of]?.hidden.fingerprint ?? "" },
      }));
      const ids = identified(rows, historyOf(numbered)).rows.flatMap(({ id }) => (id === "" ? [] : [id]));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1000 },
  );
});

test("an id that two rows have, and that went back to one of them, is free for no third row", () => {
  const won = edited(bob, { stage: "won" });
  const rows = [
    moved(ada, cid),
    won,
    { written: { ...ada.written, size: null }, hidden: seen(won.written).hidden },
  ];
  expect(story(rows)).toEqual(["Cid: found Cid", "Bob: sorted back Bob", "Ada: sorted back Ada"]);
});

test("an id goes to the new row of its name where its own row has the name of a record that is gone", () => {
  const rows = [moved(bob, ada), typed({ ...bob.written, size: null }), cid, dan];
  expect(story(rows)).toEqual(["Ada: found Ada", "Bob: sorted back Bob", ...KEPT.slice(2)]);
  const renamed = [ada, edited(bob, { name: "Eve" }), typed({ ...bob.written, size: null }), cid, dan];
  expect(story(renamed)).toEqual(["Ada: kept Ada", "Eve: kept Bob", "Bob: new", ...KEPT.slice(2)]);
});
