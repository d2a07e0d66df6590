// Every tab of a book that is ours, as it should look; hosts lay them out, and compare rows by them.

import { boardLayout } from "../board/board-layout.ts";
import { definitionTab } from "../definition/definition-versions.ts";
import type { Definition } from "../definition/pipeline.ts";
import { setupLayouts } from "../definition/setup/setup-layouts.ts";
import { invoicesTab } from "../invoices/invoices-tab.ts";
import { paymentsTab } from "../invoices/payments-tab.ts";
import { usesMoney } from "../invoices/uses-money.ts";
import { logTab } from "../log/log-tab.ts";
import type { TabLayout } from "../table/layout.ts";
import { stateTab } from "./head.ts";
import { heldTab } from "./held/held-tab.ts";
import { outboxTab } from "./outbox/outbox-tab.ts";

/** Key of the tab that the report fills (report/dashboard/): it is ours, and no look needs it. */
export const DASHBOARD_KEY = "dashboard";

/**
 * The layouts of a book's tabs, boards first.
 *
 * @example
 * bookLayouts(fixtures.book)[0].tab //=> "Deals"
 */
export function bookLayouts(definition: Definition): readonly TabLayout[] {
  const boards = definition.boards.map((board) => boardLayout(definition, board));
  const money = usesMoney(definition) ? [invoicesTab, paymentsTab] : [];
  return [
    ...boards,
    heldTab,
    ...money,
    ...setupLayouts(definition),
    outboxTab,
    logTab,
    definitionTab,
    stateTab,
  ];
}
