// Keeps the book: a moment after people stop changing it, and once more at the end. While one writing goes on, later changes
// wait for the next.

import { Worker } from "node:worker_threads";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { Saving } from "../server/window-message.ts";
import type { SavingSetting, SavingTold } from "./saving-messages.ts";
import { patchBetween } from "./state-patch.ts";

export interface BookKeeper {
  readonly changed: (state: Spreadsheet, show: (saving: Saving) => void) => void;
  /** Writes what is not written yet; why it could not be, where it could not. */
  readonly close: () => Promise<string | undefined>;
}

export interface KeeperPlan {
  readonly state: Spreadsheet;
  readonly setting: SavingSetting;
  /** What is said of a book that is kept. */
  readonly kept: Saving;
  /** The code of the thread, as one text. */
  readonly code: string;
}

const QUIET_MS = 1500;

export function bookKeeper({ state, setting, kept, code }: KeeperPlan): BookKeeper {
  let thread: Worker | undefined;
  let [known, present] = [state, state];
  let show: (saving: Saving) => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<string | undefined> | undefined;

  const write = async (): Promise<string | undefined> => {
    thread ??= new Worker(code, { eval: true, workerData: setting });
    const patch = patchBetween(known, present);
    known = present;
    const told = answerOf(thread);
    thread.postMessage(patch);
    const answer = await told;
    return answer.kind === "saved" ? undefined : answer.why;
  };
  const start = (): Promise<string | undefined> => {
    clearTimeout(timer);
    writing ??= write().then((why) => {
      writing = undefined;
      show(why === undefined ? kept : { state: "failed", words: `Not saved: ${why}` });
      if (known !== present) wait();
      return why;
    });
    return writing;
  };
  const wait = () => {
    clearTimeout(timer);
    show({ state: "to save", words: "Saving …" });
    timer = setTimeout(start, QUIET_MS);
  };
  return {
    changed: (next, told) => {
      if (next === present) return;
      present = next;
      show = told;
      if (writing === undefined) wait();
    },
    close: async () => {
      show = () => {};
      let why = await writing;
      if (known !== present) why = await start();
      clearTimeout(timer);
      await thread?.terminate();
      return why;
    },
  };
}

function answerOf(thread: Worker): Promise<SavingTold> {
  return new Promise((resolve, reject) => {
    const answered = (told: SavingTold) => {
      thread.off("error", reject);
      resolve(told);
    };
    thread.once("message", answered);
    thread.once("error", reject);
  });
}
