// The beginning where nothing else is shown: in the sidebar of a sheet without a board, which is the sidebar of that board
// once it is there; and in a box of the menu, which says what is next and can be closed.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { StartPanel } from "./start-panel.tsx";

export function FirstPage({ children }: { readonly children: () => ComponentChildren }) {
  const [isMade, setMade] = useState(false);
  if (isMade) return <>{children()}</>;
  return (
    <main class="panel">
      <StartPanel onMade={() => setMade(true)} />
    </main>
  );
}

export function NewBoardPage() {
  const [said, setSaid] = useState<string>();
  return (
    <main class="panel">{said === undefined ? <StartPanel onMade={setSaid} /> : <Made said={said} />}</main>
  );
}

function Made({ said }: { readonly said: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {said}
      </h2>
      <p>The grey rows are examples. They count nowhere, and go in one click in the sidebar</p>
      <p>Next: Stageline, Open sidebar. It says what is to be done</p>
      <button type="button" class="action" onClick={() => window.google?.script.host.close()}>
        Close
      </button>
    </>
  );
}
