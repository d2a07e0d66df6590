// `stageline invoice` on a file, and what a sync makes of its tabs of money.

import { beforeAll, expect, test } from "vitest";
import { textOf } from "../../shared/table/cell.ts";
import { parseDay, serialFromDay } from "../../shared/value/day.ts";
import { rowsOf } from "../book-contents.ts";
import { copyOf, newPath, stageline } from "../command.ts";
import { type } from "../typed-cells.ts";

const now = ["--now", "2026-11-20T08:30"];

let book: string;

beforeAll(async () => {
  book = newPath("sales.xlsx");
  await stageline("new", book, "--template", "sales", "--zone", "UTC", ...now);
  const [example] = await rowsOf(book, "Sales");
  expect(example).toBe(undefined);
  type(book, "Sales", { B2: "Acme" });
  await stageline("sync", book, ...now);
  for (const assignment of ["Amount=100.01", "Currency=EUR", "Payment schedule=50/50"])
    await stageline("set", book, "Acme", assignment, ...now);
});

const invoices = async (path: string) =>
  (await rowsOf(path, "Invoices")).map(({ cells }) =>
    ["Number", "Part", "Amount", "Status", "Open"].map((header) => textOf(cells[header])).join(" "),
  );

test("the invoice is made in its parts, and said", async () => {
  const path = copyOf(book);
  const made = await stageline("invoice", path, "Acme", "--as", "Bob", ...now);
  expect(made.stdout).toBe(
    '"Acme": INV-0001 of 50.01 EUR, to be paid by 2026-12-04; INV-0002 of 50.00 EUR, still a draft\n',
  );
  expect(made.exitCode).toBe(0);
  expect(await invoices(path)).toEqual(["INV-0001 1 of 2 50.01 sent 50.01", "INV-0002 2 of 2 50 draft 50"]);
  const next = await stageline("invoice", path, "Acme", "--json", "--now", "2026-12-01T09:00");
  expect(next.json).toMatchObject({ done: "INV-0002 of 50.00 EUR, to be paid by 2026-12-15" });
});

test("a payment that was typed counts with the next sync, and a sync right after it writes nothing", async () => {
  const path = copyOf(book);
  await stageline("invoice", path, "Acme", ...now);
  const day = { serial: serialFromDay(parseDay("2026-11-20")) };
  type(path, "Payments", { A2: day, B2: "INV-0001", C2: 60 });
  await stageline("sync", path, ...now);
  expect(await invoices(path)).toEqual(["INV-0001 1 of 2 50.01 paid 0", "INV-0002 2 of 2 50 draft 40.01"]);
  const again = await stageline("sync", path, "--json", ...now);
  expect(again.json).toMatchObject({ changed: false });
});

test("what is there already, or has no amount, changes nothing and says why", async () => {
  const path = copyOf(book);
  await stageline("set", path, "Acme", "Amount=", ...now);
  const missing = await stageline("invoice", path, "Acme", ...now);
  expect(missing.stderr).toContain(
    '"Acme": no invoice was made: Amount is missing; an amount like 1234.50 is needed',
  );
  expect(missing.exitCode).toBe(3);
  await stageline("set", path, "Acme", "Amount=80", ...now);
  await stageline("set", path, "Acme", "Payment schedule=", ...now);
  await stageline("invoice", path, "Acme", ...now);
  const twice = await stageline("invoice", path, "Acme", "--now", "2026-11-21T08:30");
  expect(twice.stderr).toContain('"Acme": there is INV-0001 already');
  expect(await invoices(path)).toEqual(["INV-0001  80 sent 80"]);
});

test("--void takes back what nothing was paid on", async () => {
  const path = copyOf(book);
  await stageline("invoice", path, "Acme", ...now);
  const done = await stageline("invoice", path, "Acme", "--void", "--as", "Bob", ...now);
  expect(done.stdout).toBe('"Acme": INV-0001, INV-0002 is void\n');
  const none = await stageline("invoice", path, "Acme", "--void", ...now);
  expect(none.stderr).toContain("there was no invoice to void");
});

test("a book whose rules make no invoices has no tab for them, and says how it gets one", async () => {
  const path = newPath();
  await stageline("new", path, "--board", "Deals", "--stages", "A > B", "--zone", "UTC");
  type(path, "Deals", { B2: "Ada" });
  const refused = await stageline("invoice", path, "Ada", ...now);
  expect(refused.stderr).toContain(
    'this book has no tab Invoices; let a rule "make the invoice", and it gets one',
  );
});
