// What is beside the sheet: the page of the add-on, and the outbox. Neither forgets what is in it while the other is shown.

import { useEffect, useState } from "preact/hooks";
import { Frame, type FrameProps } from "./frame.tsx";
import { Outbox } from "./outbox.tsx";
import type { WindowState } from "./window-state.ts";

export interface SideProps {
  readonly state: WindowState;
  readonly frame: (page: FrameProps["page"]) => FrameProps;
}

export function Side({ state: { sidebar, mails }, frame }: SideProps) {
  const [shown, show] = useState<"add-on" | "outbox">("add-on");
  useEffect(() => show("add-on"), [sidebar?.id]);
  return (
    <aside aria-label="Beside the sheet">
      <div class="sides">
        <button type="button" aria-pressed={shown === "add-on"} onClick={() => show("add-on")}>
          {sidebar?.title ?? "Add-on"}
        </button>
        <button type="button" aria-pressed={shown === "outbox"} onClick={() => show("outbox")}>
          Outbox ({mails.length})
        </button>
      </div>
      <div class="side" hidden={shown !== "add-on"}>
        {sidebar === undefined ? (
          <p class="empty">Nothing is open here. Choose Stageline, Open sidebar.</p>
        ) : (
          <Frame key={sidebar.id} {...frame(sidebar)} />
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be scrolled by keys */}
      <div class="side" hidden={shown !== "outbox"} tabIndex={0}>
        <Outbox mails={mails} />
      </div>
    </aside>
  );
}
