// The line to the preview: one stream of messages in, and what this window asks for out, one after the other, so that
// nothing overtakes. A window keeps its name while it is loaded again.

import type { WindowMessage } from "../server/window-message.ts";
import type { WindowWish } from "../server/window-request.ts";

const NAME = "stageline window";

export interface Line {
  readonly ask: (wish: WindowWish) => void;
  /** When all that was asked for so far has been taken in. */
  readonly sent: () => Promise<void>;
}

export function openLine(listen: (message: WindowMessage) => void, lost: (isLost: boolean) => void): Line {
  const name = windowName();
  const source = new EventSource(`events?window=${name}`);
  source.onmessage = ({ data }) => listen(JSON.parse(data as string) as WindowMessage);
  source.onopen = () => lost(false);
  source.onerror = () => lost(true);
  let last: Promise<void> = Promise.resolve();
  const ask = (wish: WindowWish): void => {
    const body = JSON.stringify({ window: name, wish });
    last = last.then(() => posted(body, lost));
  };
  return { ask, sent: () => last };
}

async function posted(body: string, lost: (isLost: boolean) => void): Promise<void> {
  try {
    await fetch("ask", { method: "POST", headers: { "content-type": "application/json" }, body });
  } catch {
    lost(true);
  }
}

function windowName(): string {
  const kept = sessionStorage.getItem(NAME);
  if (kept !== null) return kept;
  const made = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  sessionStorage.setItem(NAME, made.join(""));
  return made.join("");
}
