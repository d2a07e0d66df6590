// The page of the add-on, in the sidebar and in a box. One file holds it all; what it begins with is written into its
// body, where it waits as an empty attribute.

import { withBox } from "../edge.ts";
import { presentHead } from "../look/change-head.ts";
import { sheetUi } from "../spreadsheet-app.ts";
import { askOfCopy } from "./first-run.ts";

const FILE = "Sidebar";
const TITLE = "Stageline";
const BOX_WIDTH = 640;
const BOX_HEIGHT = 560;
const BOARD_WIDTH = 1100;
const BOARD_HEIGHT = 640;

type Start = "today" | "start" | "new-board" | "adopt" | "board-view";

export function menuSidebar(): void {
  withBox(() => {
    askOfCopy();
    const start = presentHead() === undefined ? "start" : "today";
    sheetUi().showSidebar(pageStarting(start).setTitle(TITLE));
    return "";
  });
}

export function menuNewBoard(): void {
  withBox(() => {
    askOfCopy();
    showBox("new-board", "New board");
    return "";
  });
}

export function menuAdopt(): void {
  withBox(() => {
    askOfCopy();
    showBox("adopt", "Turn this tab into a board");
    return "";
  });
}

export function menuBoardView(): void {
  withBox(() => {
    askOfCopy();
    showBoardView();
    return "";
  });
}

/** Opens the board over the sheet. */
export function showBoardView(): void {
  const page = pageStarting("board-view").setWidth(BOARD_WIDTH).setHeight(BOARD_HEIGHT);
  sheetUi().showModalDialog(page, "Board view");
}

function showBox(start: Start, title: string): void {
  const page = pageStarting(start).setWidth(BOX_WIDTH).setHeight(BOX_HEIGHT);
  sheetUi().showModalDialog(page, title);
}

function pageStarting(start: Start): GoogleAppsScript.HTML.HtmlOutput {
  const page = HtmlService.createHtmlOutputFromFile(FILE).getContent();
  return HtmlService.createHtmlOutput(page.replace('data-start=""', `data-start="${start}"`));
}
