// Questions of scripts that wait for a person. A window that is loaded again gets those that are still open.

import type { Dialog } from "../../apps-script/requests.ts";
import type { GivenAnswer } from "../../apps-script/world/spreadsheet-file.ts";

export interface OpenDialog {
  readonly id: number;
  readonly email: string;
  readonly dialog: Dialog;
}

interface Waiting extends OpenDialog {
  readonly answer: (given: GivenAnswer) => void;
}

export interface OpenDialogs {
  readonly ask: (
    email: string,
    dialog: Dialog,
  ) => { readonly open: OpenDialog; readonly given: Promise<GivenAnswer> };
  readonly of: (email: string) => readonly OpenDialog[];
  /** Only whoever was asked can answer. */
  readonly answer: (email: string, id: number, given: GivenAnswer) => void;
  /** Nobody is there any more: all that is asked, now and later, is closed without an answer. */
  readonly close: () => void;
}

export function openDialogs(): OpenDialogs {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let isClosed = false;
  return {
    ask: (email, dialog) => {
      count += 1;
      const id = count;
      const given = new Promise<GivenAnswer>((resolve) => {
        if (isClosed) resolve("CLOSE");
        else waiting.set(id, { id, email, dialog, answer: resolve });
      });
      return { open: { id, email, dialog }, given };
    },
    of: (email) => [...waiting.values()].filter((each) => each.email === email),
    answer: (email, id, given) => {
      const asked = waiting.get(id);
      if (asked?.email !== email) return;
      waiting.delete(id);
      asked.answer(given);
    },
    close: () => {
      isClosed = true;
      for (const { answer } of waiting.values()) answer("CLOSE");
      waiting.clear();
    },
  };
}
