import fc from "fast-check";
import { expect, test } from "vitest";
import type { Invoice } from "../../../shared/invoices/invoices-tab.ts";
import { scheduleFromText } from "../../../shared/invoices/payment-schedule.ts";
import type { Payment } from "../../../shared/invoices/payments-tab.ts";
import { standingInvoices } from "../../../shared/invoices/standing-invoices.ts";
import { addDays, type Day, parseDay } from "../../../shared/value/day.ts";
import { allocate, money } from "../../../shared/value/money.ts";

const today = parseDay("2026-11-20");

function invoice(number: string, amountMinor: number, rest: Partial<Invoice> = {}): Invoice {
  const at = Number(number);
  return {
    ...{ id: `i${number}`, at, number, record: "ada", board: "jobs", customer: "Acme", part: at, note: "" },
    ...{ amount: money(amountMinor, "EUR"), credited: 0, issuedOn: today, dueOn: today },
    ...rest,
  };
}

const paying = (number: string, amountMinor: number): Payment => {
  return { id: "", at: 2, day: today, invoice: number, amount: money(amountMinor, "EUR") };
};

function stand(invoices: readonly Invoice[], ...payments: readonly Payment[]): readonly string[] {
  const { standing, credits } = standingInvoices(invoices, { payments, today });
  return [
    ...standing.map(({ status, paid, open }) => `${status} ${paid.amountMinor} ${open.amountMinor}`),
    ...credits.map(({ customer, amount }) => `${customer} +${amount.amountMinor}`),
  ];
}

test("what is paid beyond all parts is a credit on account of the customer, and nothing is below 0", () => {
  expect(stand([invoice("1", 500), invoice("2", 500)], paying("2", 1200))).toEqual([
    "paid 500 0",
    "paid 500 0",
    "Acme +200",
  ]);
});

test("what is spare goes to the parts of the same record alone", () => {
  const other = invoice("2", 500, { record: "bob" });
  expect(stand([invoice("1", 500), other], paying("1", 700))).toEqual([
    "paid 500 0",
    "sent 0 500",
    "Acme +200",
  ]);
});

test("money on a void invoice goes to the one that took its place", () => {
  const voided = invoice("1", 500, { voidOn: today });
  expect(stand([voided, invoice("2", 500)], paying("1", 300))).toEqual(["void 0 0", "part-paid 300 200"]);
});

test("what was paid back is open again", () => {
  expect(stand([invoice("1", 500)], paying("1", 500), paying("1", -200))).toEqual(["part-paid 300 200"]);
});

test.each([
  ["no day of its own", { issuedOn: undefined }, "draft"],
  ["a day to come", { issuedOn: addDays(today, 1) }, "draft"],
  ["its last day today", {}, "sent"],
  ["its last day yesterday", { dueOn: addDays(today, -1) }, "overdue"],
  ["a void of tomorrow", { voidOn: addDays(today, 1) }, "sent"],
  ["a credit of all of it", { credited: 500 }, "credited"],
  ["a credit of more than all of it", { credited: 900 }, "credited"],
] as const)("an invoice with %s", (_, rest, status) => {
  const { issuedOn, ...plain } = invoice("1", 500);
  const kept = "issuedOn" in rest && rest.issuedOn === undefined ? plain : { ...plain, issuedOn, ...rest };
  expect(stand([kept as Invoice])[0]?.split(" ")[0]).toBe(status);
});

const cents = fc.integer({ min: 0, max: 100_000 });
const anyInvoice = fc.record({
  amount: cents,
  credited: cents,
  record: fc.constantFrom("ada", "bob", ""),
  isVoid: fc.boolean(),
  currency: fc.constantFrom("EUR", "JPY"),
});
const anyPayment = fc.record({ of: fc.nat({ max: 5 }), amount: fc.integer({ min: -1000, max: 150_000 }) });

test("no cent is lost or counted twice: payments are what is paid and what is left as credit", () => {
  fc.assert(
    fc.property(fc.array(anyInvoice, { minLength: 1, maxLength: 6 }), fc.array(anyPayment), (plans, paid) => {
      const invoices = plans.map(({ amount, currency, isVoid, ...rest }, index) =>
        invoice(String(index + 1), 0, {
          ...rest,
          amount: money(amount, currency),
          ...(isVoid ? { voidOn: today as Day } : {}),
        }),
      );
      const payments = paid.flatMap(({ of, amount }) => {
        const named = invoices[of % invoices.length];
        return named === undefined
          ? []
          : [{ ...paying(named.number, 0), amount: money(amount, named.amount.currency) }];
      });
      const { standing, credits } = standingInvoices(invoices, { payments, today });
      for (const currency of ["EUR", "JPY"]) {
        const sum = (amounts: readonly { readonly amountMinor: number; readonly currency: string }[]) =>
          amounts.reduce((all, each) => (each.currency === currency ? all + each.amountMinor : all), 0);
        const came = sum(payments.map(({ amount }) => amount));
        const kept = sum([...standing.map((each) => each.paid), ...credits.map(({ amount }) => amount)]);
        expect(kept).toBe(came);
      }
      for (const { open } of standing) expect(open.amountMinor).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("the parts of an invoice sum to its amount, whatever the schedule", () => {
  const schedules = fc.constantFrom(
    "50/50",
    "30/70",
    "33/33/34",
    "3 parts",
    "40% advance",
    "After delivery",
    "",
    "soon",
  );
  fc.assert(
    fc.property(cents, schedules, (amount, schedule) => {
      const parts = allocate(money(amount, "EUR"), scheduleFromText(schedule).shares);
      expect(parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(amount);
    }),
  );
});

test.each([
  ["50/50", [50, 50], true],
  ["50 % / 50 %", [50, 50], true],
  ["20/30/50", [20, 30, 50], true],
  ["3 instalments", [1, 1, 1], true],
  ["40% advance", [40, 60], true],
  ["0/100", [100], true],
  ["All before work", [1], true],
  ["After delivery", [1], false],
  ["afternoon", [1], true],
  ["", [1], true],
  ["99 parts", [1], true],
] as const)('the schedule "%s"', (text, shares, startsNow) => {
  expect(scheduleFromText(text)).toEqual({ shares, startsNow });
});
