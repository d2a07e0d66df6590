// The menus that the add-on put up, as a spreadsheet shows them: with the arrow keys, Enter and Escape.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MenuEntry } from "../../apps-script/requests.ts";
import type { WindowMenu } from "../server/window-message.ts";

export interface MenuBarProps {
  readonly menus: readonly WindowMenu[];
  readonly onChoose: (path: readonly string[]) => void;
}

export function MenuBar({ menus, onChoose }: MenuBarProps) {
  return (
    <nav class="menus" aria-label="Menus of the add-on">
      {menus.map((menu) => (
        <Menu key={menu.title} menu={menu} onChoose={onChoose} />
      ))}
    </nav>
  );
}

interface MenuProps {
  readonly menu: WindowMenu;
  readonly onChoose: MenuBarProps["onChoose"];
}

function Menu({ menu, onChoose }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // At once, not after the next picture: the arrow key that follows would find no item to start from.
  useLayoutEffect(() => {
    if (isOpen) itemsIn(place.current)[0]?.focus();
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => {
      if (!place.current?.contains(target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", leave);
    return () => removeEventListener("pointerdown", leave);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    else if (step !== undefined && isOpen) moveFocus(itemsIn(place.current), step);
    else if (event.key === "ArrowDown") setOpen(true);
    else return;
    event.preventDefault();
  };
  const choose = (path: readonly string[]) => {
    close();
    onChoose([menu.title, ...path]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the menu inside
    <div class="menu" ref={place} onKeyDown={onKey}>
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {menu.title}
      </button>
      {isOpen && (
        <div class="entries" role="menu" aria-label={menu.title}>
          <Entries entries={menu.entries} path={[]} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly path: readonly string[];
  readonly onChoose: (path: readonly string[]) => void;
}

function Entries({ entries, path, onChoose }: EntriesProps) {
  return (
    <>
      {entries.map(({ caption, functionName, entries: inner }, index) => {
        const here = [...path, caption];
        if (inner !== undefined)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of a menu is no fieldset
            <div key={caption} role="group" aria-label={caption}>
              <div class="group" aria-hidden="true">
                {caption}
              </div>
              <Entries entries={inner} path={here} onChoose={onChoose} />
            </div>
          );
        if (functionName === undefined) return <hr key={`line ${index}`} />;
        return (
          <button
            type="button"
            class={path.length > 0 ? "inner" : ""}
            role="menuitem"
            tabIndex={-1}
            key={caption}
            onClick={() => onChoose(here)}
          >
            {caption}
          </button>
        );
      })}
    </>
  );
}

function itemsIn(place: HTMLElement | null): readonly HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

function moveFocus(items: readonly HTMLElement[], step: number): void {
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
