// Opens the board over the sheet, from the sidebar; what stands against it is said beside the button.

import { OutcomeNotice } from "../notice.tsx";
import { ask } from "../script.ts";
import { useAct } from "../use-act.ts";

export function BoardViewButton() {
  const { act, isBusy, outcome } = useAct();
  const open = async () => (await ask("pageOpenBoard", {})).said;
  return (
    <>
      {outcome?.kind === "failed" && <OutcomeNotice outcome={outcome} />}
      <button type="button" class="plain" aria-disabled={isBusy} onClick={() => void act(open)}>
        Board view…
      </button>
    </>
  );
}
