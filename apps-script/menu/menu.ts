// The menu. It is put together from names alone, so that it appears before anybody allowed the add-on anything.

import { sheetUi } from "../spreadsheet-app.ts";

/** Adds the menu to the sheet. */
export function addMenu(): void {
  const ui = sheetUi();
  ui.createAddonMenu()
    .addItem("Open sidebar", "menuSidebar")
    .addItem("Board view", "menuBoardView")
    .addItem("New board", "menuNewBoard")
    .addItem("Turn this tab into a board", "menuAdopt")
    .addSeparator()
    .addItem("Check this sheet", "menuCheck")
    .addItem("Repair", "menuRepair")
    .addItem("Remove the examples", "menuRemoveExamples")
    .addItem("Refresh the Dashboard", "menuDashboard")
    .addItem("Undo the last automatic act", "menuUndo")
    .addItem("Hand over all records of a person", "menuReassign")
    .addSeparator()
    .addSubMenu(
      ui
        .createMenu("Invoice of the selected row")
        .addItem("Make, or send out the next part", "menuInvoice")
        .addItem("Void", "menuVoidInvoice"),
    )
    .addSubMenu(
      ui.createMenu("Set-up tabs").addItem("Show", "menuShowSetUp").addItem("Hide", "menuHideSetUp"),
    )
    .addSubMenu(
      ui
        .createMenu("Reminders")
        .addItem("On", "menuRemindersOn")
        .addItem("Take over", "menuTakeOver")
        .addItem("Off", "menuRemindersOff"),
    )
    .addSubMenu(
      ui.createMenu("Practice or live").addItem("Practice", "menuPractice").addItem("Live", "menuLive"),
    )
    .addSeparator()
    .addItem("Help", "menuHelp")
    .addToUi();
}
