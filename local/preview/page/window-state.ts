// What a window shows around the grid, as it stands after each message. The grid itself is told apart.

import type { Dialog } from "../../apps-script/requests.ts";
import type {
  Hello,
  Saving,
  WindowClock,
  WindowMail,
  WindowMenu,
  WindowMessage,
  WindowPage,
} from "../server/window-message.ts";
import type { UniverBook } from "../shown/univer-data.ts";
import type { MarkedCell } from "./marked-cell.ts";

export interface ShownTab {
  readonly id: number;
  readonly name: string;
  readonly colour: string;
}

export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly message: string;
  readonly isFault: boolean;
}

export interface WindowState {
  readonly hello?: Omit<Hello, "book">;
  readonly tabs: readonly ShownTab[];
  readonly menus: readonly WindowMenu[];
  readonly sidebar?: WindowPage;
  readonly box?: WindowPage;
  readonly questions: readonly { readonly id: number; readonly dialog: Dialog }[];
  readonly toasts: readonly Toast[];
  readonly clock?: WindowClock;
  readonly mails: readonly WindowMail[];
  readonly saving?: Saving;
  readonly isLost: boolean;
  /** Whether the grid hears keys. */
  readonly isReady: boolean;
  readonly openTab: number;
  readonly marked: MarkedCell;
  /** Said to those who hear the page, beyond the marked cell; "" for nothing. */
  readonly said: string;
}

export const emptyState: WindowState = {
  tabs: [],
  menus: [],
  questions: [],
  toasts: [],
  mails: [],
  isLost: false,
  isReady: false,
  openTab: 0,
  marked: { address: "A1", content: "" },
  said: "",
};

export function told(state: WindowState, message: WindowMessage): WindowState {
  switch (message.kind) {
    case "hello": {
      const { book, ...hello } = message;
      const { clock, mails, saving } = hello;
      const { toasts, isReady, openTab, marked } = state;
      return {
        ...emptyState,
        toasts,
        isReady,
        openTab,
        marked,
        hello,
        clock,
        mails,
        saving,
        tabs: tabsOf(book),
      };
    }
    case "changes": {
      const book = message.changes.find((change) => change.what === "book");
      return book === undefined ? state : { ...state, tabs: tabsOf(book.book) };
    }
    case "refused":
      return withToast(state, { title: "", message: message.why, isFault: true });
    case "toast":
      return withToast(state, { ...message, isFault: false });
    case "failure":
      return withToast(state, { title: "Stageline", message: message.message, isFault: true });
    case "dialog":
      return { ...state, questions: [...state.questions, { id: message.id, dialog: message.dialog }] };
    case "menus":
      return { ...state, menus: message.menus };
    case "page":
      return message.page.place === "sidebar"
        ? { ...state, sidebar: message.page }
        : { ...state, box: message.page };
    case "clock":
      return { ...state, clock: message.clock };
    case "mails":
      return { ...state, mails: message.mails };
    case "saving":
      return { ...state, saving: message.saving };
    default:
      return state;
  }
}

export function withToast(state: WindowState, toast: Omit<Toast, "id">): WindowState {
  const id = (state.toasts.at(-1)?.id ?? 0) + 1;
  const { title, message, isFault } = toast;
  return { ...state, toasts: [...state.toasts.slice(-2), { id, title, message, isFault }] };
}

export function withoutToast(state: WindowState, id: number): WindowState {
  return { ...state, toasts: state.toasts.filter((toast) => toast.id !== id) };
}

/** Answered, or closed. */
export function withoutQuestion(state: WindowState, id: number): WindowState {
  return { ...state, questions: state.questions.filter((question) => question.id !== id) };
}

export function withoutPage(state: WindowState, id: number): WindowState {
  const { sidebar, box, ...rest } = state;
  return {
    ...rest,
    ...(sidebar === undefined || sidebar.id === id ? {} : { sidebar }),
    ...(box === undefined || box.id === id ? {} : { box }),
  };
}

function tabsOf({ sheetOrder, sheets }: UniverBook): readonly ShownTab[] {
  return sheetOrder.map((id) => {
    return { id: Number(id), name: sheets[id]?.name ?? "", colour: sheets[id]?.tabColor ?? "" };
  });
}
