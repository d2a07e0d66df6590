// The order workflow from the command line alone, with nobody at the book: what is not answered is announced, cancelled
// once, as of when it was due, and its invoice void.

import { expect, test } from "vitest";
import type { Problem } from "../../shared/table/problem.ts";
import { entriesOf, rowsOf } from "../book-contents.ts";
import { fileOf, newPath, stageline } from "../command.ts";

interface Synced {
  readonly changed: boolean;
  readonly entries: number;
  readonly problems: readonly Problem[];
  readonly coming: readonly { readonly record: string; readonly due: string; readonly sentence: string }[];
}

/** A book of orders without days off, with one that entered Customer Invoice on Friday the 20th at half past eight. */
async function invoicedOrder(): Promise<string> {
  const book = newPath("orders.xlsx");
  const run = async (...args: readonly string[]) => {
    const ran = await stageline(...args);
    if (ran.exitCode !== 0) throw new Error(`${args.join(" ")}: ${ran.stderr}`);
  };
  await run("new", book, "--template", "orders", "--zone", "UTC", "--now", "2026-11-20T08:00");
  const file = fileOf("name,product,amount,owner,mail\nLamp,Lamp,55,Cleo,lee@example.org\n");
  const fields = { Name: "name", Product: "product", Amount: "amount", Owner: "owner", "E-mail": "mail" };
  const columns = Object.entries(fields).flatMap(([field, column]) => ["--field", `${field}=${column}`]);
  await run("import", book, file, "--board", "Orders", ...columns, "--now", "2026-11-20T08:10");
  await run("set", book, "Lamp", "Cost=40", "--now", "2026-11-20T08:15");
  await run("move", book, "Lamp", "Customer Invoice", "--now", "2026-11-20T08:30");
  return book;
}

async function sync(book: string, now: string): Promise<Synced> {
  const { json } = await stageline("sync", book, "--json", "--now", now);
  // Where nothing is about to move by itself, nothing is said of it.
  return { coming: [], ...(json as Partial<Synced> & Omit<Synced, "coming">) };
}

async function stateOf(book: string) {
  const [order] = await rowsOf(book, "Orders");
  const [invoice] = await rowsOf(book, "Invoices");
  return [order?.cells["Stage"], invoice?.cells["Status"]];
}

test("an order that nobody answered is announced on the last day, and cancelled once when it is over", async () => {
  const book = await invoicedOrder();
  expect(await sync(book, "2026-11-20T09:00")).toMatchObject({ problems: [], coming: [] });
  expect(await stateOf(book)).toEqual(["Customer Invoice", "sent"]);

  const announced = await sync(book, "2026-11-27T18:00");
  const reason = "No answer to the invoice: 5 working days after entering Customer Invoice";
  expect(announced.coming).toEqual([
    {
      board: "Orders",
      record: "Lamp",
      due: "2026-11-28T00:00:00+00:00",
      sentence: `moves to "Invoice Cancelled" on 2026-11-28 unless a reply comes in: ${reason}`,
    },
  ]);
  expect(await stateOf(book)).toEqual(["Customer Invoice", "sent"]);

  expect(await sync(book, "2026-11-30T09:00")).toMatchObject({ changed: true, problems: [], coming: [] });
  expect(await stateOf(book)).toEqual(["Invoice Cancelled", "void"]);
  const cancelled = async () => (await entriesOf(book)).filter(({ to }) => to === "invoice_cancelled");
  expect(await cancelled()).toMatchObject([
    {
      at: "2026-11-28T00:00:00+00:00",
      who: "Stageline",
      knownBy: "rule",
      note: reason,
      data: { due: "2026-11-28T00:00:00+00:00" },
    },
  ]);
  expect(await sync(book, "2026-11-30T09:00")).toMatchObject({ changed: false, entries: 0 });
  expect(await sync(book, "2026-12-07T09:00")).toMatchObject({ coming: [] });
  expect(await cancelled()).toHaveLength(1);
  expect(await stateOf(book)).toEqual(["Invoice Cancelled", "void"]);
});

test("an order that was answered is not cancelled, and its owner is reminded", async () => {
  const book = await invoicedOrder();
  await stageline("log", book, "Lamp", "reply-later", "--now", "2026-11-24T09:00");
  expect(await sync(book, "2026-11-27T18:00")).toMatchObject({ coming: [] });
  await sync(book, "2026-11-30T09:00");
  expect(await stateOf(book)).toEqual(["Customer Invoice", "overdue"]);
  const [last] = (await entriesOf(book)).slice(-1);
  expect(last).toMatchObject({ kind: "message", note: "ask when the invoice will be paid" });
});

test("without a team nobody stands at the gate: whoever it is says that money has come", async () => {
  const book = newPath("orders.xlsx");
  await stageline("new", book, "--template", "orders", "--now", "2026-01-05T08:00");
  const file = fileOf("name,stage\nVase,Accounts Confirm\n");
  const columns = ["--board", "Orders", "--field", "Name=name", "--stage", "stage"];
  await stageline("import", book, file, ...columns, "--now", "2026-01-05T09:00");
  const moved = await stageline("move", book, "Vase", "Accounts Paid", "--now", "2026-01-05T10:00");
  expect(moved.stdout).toContain('"Vase" is in "Accounts Paid"');
});
