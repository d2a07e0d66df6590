// Listens to what the person does in the grid. Commands of the grid that would change something are stopped before they run
// and asked for; what was typed is taken from the cell's editor as it was typed.

import {
  CanceledError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
} from "@univerjs/core";
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { GridCommand, Hands } from "../hands/hands.ts";
import { meaningOf } from "../hands/wishes-of-command.ts";
import type { WindowWish } from "../server/window-request.ts";
import { UNIT } from "./grid-drawing.ts";

export interface HandsListener {
  readonly wish: (wish: WindowWish) => void;
  /** From now on the grid hears keys. */
  readonly ready: () => void;
  /** The person did something that this page has no act for. */
  readonly refused: () => void;
  readonly clipboard: (way: "copy" | "cut") => void;
  /** Other cells are marked. */
  readonly moved: () => void;
  /** The person begins to type into the marked cell, or leaves it. */
  readonly typing: (way: "begin" | "end") => void;
}

const EDITOR = "sheet.operation.set-cell-edit-visible";
const SELECTION = "sheet.operation.set-selections";
const ESCAPE = 27;
const CLIPBOARD: Readonly<Record<string, "copy" | "cut">> = {
  "univer.command.copy": "copy",
  "univer.command.cut": "cut",
};

export function listenToHands(
  injector: Injector,
  handsNow: () => Omit<Hands, "typed">,
  listener: HandsListener,
): void {
  const commands = injector.get(ICommandService);
  let typed: Hands["typed"];
  injector.get(LifecycleService).lifecycle$.subscribe((stage) => {
    if (stage !== LifecycleStages.Rendered) return;
    showFormulas(injector);
    // What the grid sets up for this stage is there a moment later.
    queueMicrotask(listener.ready);
  });
  commands.beforeCommandExecuted((command) => {
    if (command.id === EDITOR) typed = typedIn(injector, command, handsNow());
    if (isInEditor(injector, command.id)) return;
    const way = CLIPBOARD[command.id];
    if (way !== undefined) {
      listener.clipboard(way);
      throw new CanceledError();
    }
    const meaning = meaningOf(command as GridCommand, {
      ...handsNow(),
      ...(typed === undefined ? {} : { typed }),
    });
    if (meaning.way === "let") return;
    if (meaning.way === "refuse") listener.refused();
    else for (const wish of meaning.wishes) listener.wish(wish);
    throw new CanceledError();
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (id === SELECTION) listener.moved();
    if (id === EDITOR) listener.typing((params as { readonly visible: boolean }).visible ? "begin" : "end");
  });
}

/** Undo within a cell that is being typed into is the editor's own. */
function isInEditor(injector: Injector, id: string): boolean {
  if (!id.startsWith("univer.command.")) return false;
  return injector.get(IUniverInstanceService).getFocusedUnit()?.getUnitId() !== UNIT;
}

function typedIn(
  injector: Injector,
  { params }: GridCommand,
  { selections }: Pick<Hands, "selections">,
): Hands["typed"] {
  const { visible, keycode } = params as { readonly visible: boolean; readonly keycode?: number };
  const [place] = selections;
  if (visible || keycode === ESCAPE || place === undefined) return undefined;
  const editor = injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  const stream = editor?.getSnapshot().body?.dataStream ?? "";
  const text = stream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  return { row: place.startRow, column: place.startColumn, text };
}

/** Whoever edits a formula sees it; the grid itself knows results only. */
function showFormulas(injector: Injector): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    handler: (cell, _, next) => {
      const formula: unknown = cell?.custom?.["formula"];
      return next(typeof formula === "string" && cell ? { ...cell, f: formula } : cell);
    },
  });
}
