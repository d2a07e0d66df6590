// The list of a cell by the keyboard: Alt and the arrow down open it, the arrows mark a word, Enter takes it. The grid
// draws the list for the mouse alone, and in its own time: its lines are found in the page, marked there, and said; keys
// that come before they are drawn wait for them. It listens before the grid does, to which the same keys mean something else.

const LIST = '[data-u-comp="sheets-dropdown-list"]';
const MARKED = "stageline-marked";
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

export interface Dropdown {
  /** Opens the list of the marked cell; `false` where it has none. */
  readonly open: () => boolean;
  /** Told of the marked word, for those who hear the page. */
  readonly say: (words: string) => void;
}

/** Listens while the grid has the focus; has to be called before the grid is opened. */
export function listenToDropdownKeys(container: HTMLElement, dropdown: Dropdown): void {
  const early = earlyKeys((key) => isTaken(key, dropdown));
  const isDone = ({ key, altKey }: KeyboardEvent): boolean => {
    if (linesShown().length > 0) return isTaken(key, dropdown);
    if (early.isHeld(key)) return true;
    if (!altKey || key !== "ArrowDown" || !dropdown.open()) return false;
    early.begin();
    return true;
  };
  const listen = (event: KeyboardEvent) => {
    if (!container.contains(document.activeElement) || !isDone(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("keydown", listen, true);
  addEventListener("pointerdown", early.forget, true);
}

function isTaken(key: string, { say }: Dropdown): boolean {
  const lines = linesShown();
  const at = lines.findIndex((line) => line.classList.contains(MARKED));
  const step = STEPS[key];
  if (step !== undefined) {
    const wanted = (Math.max(at, step < 0 ? 0 : -1) + step + lines.length) % lines.length;
    mark(lines, wanted);
    say(`${lines[wanted]?.textContent ?? ""}, ${wanted + 1} of ${lines.length}`);
    return true;
  }
  if (key !== "Enter" || at < 0) return false;
  lines[at]?.click();
  return true;
}

/** What is pressed between the opening of a list and its first picture; any other key or a click gives up the list. */
function earlyKeys(take: (key: string) => void) {
  let held: string[] | undefined;
  const forget = () => {
    held = undefined;
    drawn.disconnect();
  };
  const drawn = new MutationObserver(() => {
    if (linesShown().length === 0) return;
    const keys = held ?? [];
    forget();
    for (const key of keys) take(key);
  });
  return {
    begin: () => {
      held = [];
      drawn.observe(document.body, { childList: true, subtree: true });
    },
    isHeld: (key: string): boolean => {
      if (held === undefined) return false;
      if (STEPS[key] !== undefined || key === "Enter") held.push(key);
      else if (key !== "Alt") forget();
      return held !== undefined;
    },
    forget,
  };
}

// The words stand below a line that says what the list is for.
function linesShown(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`${LIST} > :nth-child(2) > *`)];
}

function mark(lines: readonly HTMLElement[], wanted: number): void {
  for (const [index, line] of lines.entries()) line.classList.toggle(MARKED, index === wanted);
  lines[wanted]?.scrollIntoView({ block: "nearest" });
}
