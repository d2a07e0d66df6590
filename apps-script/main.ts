// Every function of the script that something outside of it calls by its name: Google's own events, the menu, the page,
// cells. Each becomes a function at the top of the script that is pushed; there is nothing else in this file.
// biome-ignore-all lint/performance/noBarrelFile: what is pushed is one file, and these names are its surface

export {
  MILESTONE_SCORES,
  PIPELINE_FUNNEL,
  STAGE_CONVERSION,
  STAGE_TIME,
} from "./cells/cell-functions.ts";
export { menuInvoice, menuVoidInvoice } from "./menu/invoice-menu.ts";
export { menuAdopt, menuBoardView, menuNewBoard, menuSidebar } from "./menu/pages.ts";
export { menuReassign } from "./menu/people-menu.ts";
export {
  menuCheck,
  menuDashboard,
  menuLive,
  menuPractice,
  menuRemoveExamples,
  menuRepair,
  menuUndo,
} from "./menu/sheet-menu.ts";
export { menuHelp, menuHideSetUp, menuShowSetUp } from "./menu/tabs-menu.ts";
export { pageAct, pageCreate, pageLog, pageMove, pageSet } from "./page/page-acts.ts";
export { pageBand, pageDoublesSeen, pageGoLive, pageNews, pageRemind } from "./page/page-band.ts";
export { pageBoard, pageMoveCard, pageOpenBoard } from "./page/page-board.ts";
export { pageAdopt, pageAdoptPreview } from "./page/page-boards.ts";
export { pageDashboard } from "./page/page-dashboard.ts";
export { pageMerge, pageUnmerge } from "./page/page-doubles.ts";
export { pageHandOver, pageHoldingAnswer, pageSeen, pageStepDone } from "./page/page-people.ts";
export { pageSelection, pageShowCell, pageShowRecord } from "./page/page-places.ts";
export { pageNewBoard, pageRemoveExamples, pageTemplates } from "./page/page-start.ts";
export {
  pageHealth,
  pageNewForm,
  pageNumbers,
  pageRecord,
  pageSelected,
  pageToday,
} from "./page/page-views.ts";
export { pageWorkflow, pageWorkflowBoard } from "./page/page-workflow.ts";
export { menuRemindersOff, menuRemindersOn, menuTakeOver } from "./reminders.ts";
export { formAnswer, hourlyLook, onEdit, onInstall, onOpen, ownerEdit } from "./triggers.ts";
