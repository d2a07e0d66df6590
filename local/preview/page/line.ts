// The line to the preview: one stream of messages in, and what this window asks for out. What is asked for is kept until
// the preview has taken it in, in its order: it is sent again as long as nobody answers, and once more when the page goes,
// since the browser ends what is on its way then. Each wish has a number, by which none is done twice.

import type { WindowMessage } from "../server/window-message.ts";
import type { WindowRequest, WindowWish } from "../server/window-request.ts";

export interface Line {
  readonly ask: (wish: WindowWish) => void;
  /** When all that was asked for so far has been taken in. */
  readonly sent: () => Promise<void>;
  /** Whether all that was asked for would be sent on, should the page go now. */
  readonly mayGo: () => boolean;
}

export interface LineListener {
  readonly told: (message: WindowMessage) => void;
  readonly lost: (isLost: boolean) => void;
  /** The preview took none of what was sent last, and says why. */
  readonly refused: (why: string) => void;
}

const NAME = "stageline window";
const AGAIN_MILLISECONDS = 1000;
/** A browser sends no more than that for a page that is gone (64 KiB). */
const MOST_LATE_BYTES = 60_000;

export function openLine(listener: LineListener): Line {
  const { told, lost, refused } = listener;
  const window = windowName();
  const load = randomName();
  let waiting: readonly WindowWish[] = [];
  let taken = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const body = () =>
    JSON.stringify({ window, load, first: taken + 1, wishes: waiting } satisfies WindowRequest);
  const sendAll = async (): Promise<void> => {
    const count = waiting.length;
    if (count === 0) return;
    const answer = await posted(body());
    lost(answer === undefined);
    if (answer === undefined) {
      clearTimeout(again);
      again = setTimeout(send, AGAIN_MILLISECONDS);
      return;
    }
    taken += count;
    waiting = waiting.slice(count);
    if (!answer.ok) refused(await answer.text());
  };
  const send = () => {
    last = last.then(sendAll);
  };
  const source = new EventSource(`events?window=${window}`);
  source.onmessage = ({ data }) => told(JSON.parse(data as string) as WindowMessage);
  source.onopen = () => lost(false);
  source.onerror = () => lost(true);
  addEventListener("pagehide", () => {
    if (waiting.length > 0) void posted(body(), { keepalive: true });
  });
  return {
    ask: (wish) => {
      waiting = [...waiting, wish];
      send();
    },
    sent: () => last,
    mayGo: () => waiting.length === 0 || new Blob([body()]).size <= MOST_LATE_BYTES,
  };
}

/** `undefined` where nobody answers. */
async function posted(
  body: string,
  late: Pick<RequestInit, "keepalive"> = {},
): Promise<Response | undefined> {
  try {
    const headers = { "content-type": "application/json" };
    return await fetch("ask", { method: "POST", headers, body, ...late });
  } catch {
    return undefined;
  }
}

/** A window keeps its name while it is loaded again. */
function windowName(): string {
  const name = sessionStorage.getItem(NAME) ?? randomName();
  sessionStorage.setItem(NAME, name);
  return name;
}

function randomName(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(8))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
