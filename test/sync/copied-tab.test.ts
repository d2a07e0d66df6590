// A board's tab that a person duplicates in a spreadsheet program: it waits in Held, and Take makes it a board.

import { expect, test } from "vitest";
import { rowsOf } from "../book-contents.ts";
import { newPath, stageline } from "../command.ts";
import { editInLibreOffice } from "../hands/libre-office.ts";

test("a duplicated tab waits in Held, and becomes a board with copies when it is taken", async () => {
  const book = newPath();
  await stageline("new", book, "--board", "Deals", "--stages", "Lead > Offer > Won:won", "--zone", "UTC");
  await editInLibreOffice(book, [
    { do: "set", tab: "Deals", cell: "A2", value: "Offer" },
    { do: "set", tab: "Deals", cell: "B2", value: "Ada" },
  ]);
  expect((await stageline("sync", book)).exitCode).toBe(0);
  await editInLibreOffice(book, [{ do: "copy tab", tab: "Deals", to: "Deals 2027" }]);
  const waiting = await stageline("sync", book);
  expect([waiting.exitCode, waiting.stderr]).toEqual([
    1,
    expect.stringContaining("1 copied tab waits here; Take makes it a board of its own"),
  ]);
  await editInLibreOffice(book, [{ do: "set", tab: "Held", cell: "D2", value: "Take" }]);
  expect(await stageline("sync", book)).toMatchObject({ exitCode: 0, stderr: "" });
  const boards = await rowsOf(book, "Pipelines");
  expect(boards.map(({ cells }) => cells["Board"])).toEqual(["Deals", "Deals 2027"]);
  const [original] = await rowsOf(book, "Deals");
  const [copy] = await rowsOf(book, "Deals 2027");
  expect(copy?.cells).toMatchObject({ Name: "Ada", Stage: "Offer" });
  expect(copy?.cells["ID"]).not.toBe(original?.cells["ID"]);
  expect((await stageline("sync", book)).stdout).toBe("Nothing to change\n");
});
