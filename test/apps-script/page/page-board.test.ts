// The board as the page asks for it, and a card that is moved on it: what is refused is answered, and nothing is written.

import { expect, test } from "vitest";
import { openBoard } from "../sheet-world.ts";

test("the board of the open tab is shown, else the first; one that is not there is refused by its name", () => {
  const { ada } = openBoard();
  ada.type("Sales!B2", "Ann Lee");
  expect(ada.page("pageBoard", { board: "" })).toMatchObject({
    board: "Sales",
    cards: [{ name: "Ann Lee" }],
  });
  ada.select("Pipelines!A1");
  expect(ada.page("pageBoard", { board: "" })).toMatchObject({ board: "Sales", boards: ["Sales"] });
  expect(ada.page("pageBoard", { board: "Gigs" })).toMatchObject({
    problem: expect.stringContaining("Gigs"),
  });
});

test("a move that lacks something, or is none, is answered with the record, and nothing is written", () => {
  const { ada, rows } = openBoard();
  ada.answers.push("OK");
  ada.menu("Stageline", "Practice or live", "Live");
  ada.type("Sales!B2", "Ann Lee");
  const written = rows("Activity").length;
  const move = (stage: string) => ada.page("pageMoveCard", { board: "Sales", record: "Ann Lee", stage });
  expect(move("Initial Outreach")).toMatchObject({
    unmoved: expect.stringMatching(/^Initial Outreach needs: /),
    card: { name: "Ann Lee", stage: { name: "Networking Database" } },
  });
  expect(move("Networking Database")).toMatchObject({ unmoved: 'It is in "Networking Database" already' });
  expect(move("Gone")).toMatchObject({ unmoved: 'There is no stage "Gone" any more' });
  expect(rows("Activity").length).toBe(written);
});

test("a move tells how the history grew, and whether others had a part in it", () => {
  const { ada } = openBoard();
  ada.type("Sales!B2", "Ann Lee");
  const seen = () => (ada.page("pageBoard", { board: "Sales" }) as { readonly seen: number }).seen;
  const before = seen();
  const moved = ada.page("pageMoveCard", { board: "Sales", record: "Ann Lee", stage: "Lost" });
  expect(moved).toMatchObject({
    card: { onBoard: { name: "Ann Lee", stage: "lost" } },
    history: { before, after: seen(), others: false },
  });
});
