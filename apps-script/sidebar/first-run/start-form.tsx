// The three questions, all answered already: whoever agrees presses Enter. What is wrong is said at its answer.

import { useState } from "preact/hooks";
import type { TemplateChoice } from "../../../shared/report/views/template-choices.ts";
import { OutcomeNotice } from "../notice.tsx";
import { ask } from "../script.ts";
import { useAct } from "../use-act.ts";
import { NounField, TabField } from "./board-name-fields.tsx";
import { DaysOff } from "./days-off.tsx";
import { PeopleRows, type PersonRow } from "./people-rows.tsx";
import { type StageRow, StageRows } from "./stage-rows.tsx";

/** The choice that has no words of its own yet. */
const OWN = "own";

export function StartForm(props: {
  readonly choice: TemplateChoice;
  readonly onMade: (said: string) => void;
}) {
  const { choice, onMade } = props;
  const isOwn = choice.key === OWN;
  const [tab, setTab] = useState(isOwn ? "Board" : choice.name);
  const [noun, setNoun] = useState(choice.noun);
  const [stages, setStages] = useState<readonly StageRow[]>(() => stageRowsOf(choice));
  const [people, setPeople] = useState<readonly PersonRow[]>([]);
  const [workingDays, setWorkingDays] = useState(choice.workingDays);
  const [daysOff, setDaysOff] = useState("");
  const { act, isBusy, outcome } = useAct();
  const faults = outcome?.fields ?? {};
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const answers = {
      noun,
      stages: stages.map(plainRow),
      people: people.map(plainPerson),
      workingDays,
      daysOff,
    };
    let said = "";
    const work = async () => {
      said = (await ask("pageNewBoard", { template: choice.key, tab, answers })).said;
      return said;
    };
    void act(work).then((isDone) => isDone && onMade(said));
  };
  return (
    <form onSubmit={onSubmit}>
      <h2>{choice.name}</h2>
      <TabField value={tab} onValue={setTab} fault={faults["tab"]} />
      {isOwn && <NounField value={noun} onValue={setNoun} />}
      <StageRows rows={stages} onRows={setStages} faults={faults} />
      <PeopleRows rows={people} onRows={setPeople} faults={faults} />
      <DaysOff {...{ workingDays, daysOff, faults }} onWorkingDays={setWorkingDays} onDaysOff={setDaysOff} />
      <div class="submit">
        <OutcomeNotice outcome={outcome} />
        <button type="submit" class="create" aria-disabled={isBusy}>
          {isBusy ? "Making the board…" : "Make the board"}
        </button>
      </div>
    </form>
  );
}

function stageRowsOf({ stages }: TemplateChoice): readonly StageRow[] {
  return stages.map(({ id, name, kind }) => ({ key: id, id, name, kind }));
}

function plainRow({ id, name, kind }: StageRow) {
  return { id, name, kind };
}

function plainPerson({ name, email, roles }: PersonRow) {
  return { name, email, roles };
}
