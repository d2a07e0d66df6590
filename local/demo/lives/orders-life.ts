// A year of orders through four departments. Most are in store, are paid and delivered; some have to wait for the
// store, some customers do not answer in time.

import { addDays } from "../../../shared/value/day.ts";
import { always, type Beginning, type LifePlan, logs, type Ways } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import type { Story } from "../record-story.ts";
import { dayCell, isLucky, oneOf, roundAmount, startTimes, type Telling, wholeNumber } from "../telling.ts";
import type { PaidShare } from "../told-money.ts";
import { soldBeginnings } from "./fulfilment.ts";

const ORDERS = 230;
const service = ["Karim", "Femke"] as const;
const PRODUCTS = [
  "Oak desk",
  "Shelf, 2 m",
  "Desk lamp",
  "Swivel chair",
  "Filing cabinet",
  "Folding table",
] as const;

/** The plan of a year's orders, those of won deals among them. */
export function ordersLives(telling: Telling, taken: Set<string>, deals: readonly Story[]): LifePlan {
  const web = startTimes(telling, ORDERS).map((at) => {
    const { name, company, email, phone } = madeUpContact(telling, taken);
    return { at, cells: orderCells(telling, { name, company, e_mail: email, phone }) };
  });
  const sold = soldBeginnings(telling, deals, {
    board: "orders",
    cells: (deal) =>
      orderCells(telling, {
        name: deal.text("name"),
        company: deal.text("company"),
        e_mail: deal.text("e_mail"),
        phone: deal.text("phone"),
      }),
  });
  return {
    beginnings: [...web, ...sold],
    ways: WAYS,
    fills: {
      cost: ({ telling, story }) => roundAmount(telling, 90, 5) * Number(story.text("quantity")),
      available_in_days: ({ telling }) => wholeNumber(telling, 5, 20),
      order_slip_link: always("https://files.example/order-slip"),
      slip_answer_due_on: ({ story, at }) =>
        dayCell(addDays(at.day, Number(story.text("available_in_days") || "7"))),
      arrived_on: ({ at }) => dayCell(at.day),
      amount: ({ story }) => Math.round(Number(story.text("cost")) * 1.4),
      payment_evidence: always("https://files.example/payment"),
      courier_slip_number: ({ telling }) => `C-${wholeNumber(telling, 100_000, 999_999)}`,
      courier_slip_link: always("https://files.example/courier-slip"),
    },
    nextSteps: ["ask the store again", "call the customer", "chase the courier", "look for the payment"],
  };
}

function orderCells(telling: Telling, contact: Beginning["cells"]): Beginning["cells"] {
  return {
    ...contact,
    owner: isLucky(telling, 0.96) ? oneOf(telling, service) : null,
    product: oneOf(telling, PRODUCTS),
    quantity: wholeNumber(telling, 1, 12),
  };
}

/** Accounts see the money before they say so. */
export function ordersPaidAt(stage: string): PaidShare | undefined {
  return stage === "Accounts Paid" ? "all" : undefined;
}

const WAYS: Ways = {
  "Order received": [{ to: "Check with store", chance: 0.99, wait: 0.4 }],
  "Check with store": [
    { to: "Response from store", chance: 0.8, wait: 0.7 },
    { to: "Response from store: Later", chance: 0.18, wait: 0.8 },
  ],
  "Response from store": [{ to: "Customer Invoice", chance: 0.98, wait: 0.5 }],
  "Response from store: Later": [{ to: "Send Customer Order Slip", chance: 0.99, wait: 0.5 }],
  "Send Customer Order Slip": [
    { to: "Order Slip Yes", chance: 0.6, wait: 4, happens: [logs("reply-yes", 1, 2, "the slip is back")] },
    { to: "Order Slip No", chance: 0.18, wait: 4, happens: [logs("reply-no", 1, 2, "cannot wait so long")] },
    { to: "Order Slip Cancelled", chance: 0.22, wait: { afterField: "slip_answer_due_on", calendarDays: 5 } },
  ],
  "Order Slip Yes": [
    { to: "Customer Invoice", chance: 0.97, wait: { afterField: "slip_answer_due_on", calendarDays: 0 } },
  ],
  "Customer Invoice": [{ to: "Accounts Invoice", chance: 0.99, wait: 0.2 }],
  "Accounts Invoice": [
    {
      to: "Customer Payment",
      chance: 0.84,
      wait: 2,
      happens: [logs("reply-later", 0.2, 1, "pays this week")],
    },
    { to: "Invoice Cancelled", chance: 0.13, wait: { calendarDays: 7 } },
    { chance: 0.03, wait: 20, happens: [logs("reply-later", 1, 2, "waits for the budget")] },
  ],
  "Customer Payment": [{ to: "Accounts Confirm", chance: 0.99, wait: 0.5 }],
  "Accounts Confirm": [{ to: "Accounts Paid", chance: 0.98, wait: 1 }],
  "Accounts Paid": [{ to: "Delivery Store", chance: 0.99, wait: 0.5 }],
  "Delivery Store": [{ to: "Courier Store", chance: 0.99, wait: 1 }],
  "Courier Store": [{ to: "Customer Courier", chance: 0.99, wait: 0.4 }],
  "Customer Courier": [{ to: "Customer Delivery", chance: 0.99, wait: 0.6 }],
  "Customer Delivery": [
    {
      to: "Transaction Closed",
      chance: 0.97,
      wait: 2,
      happens: [
        logs("call", 0.4, { calendarDays: 2 }, "asked the courier"),
        logs("reply-yes", 0.7, 1.5, "has arrived"),
      ],
    },
  ],
};
