// A workflow of one's own: the steps with who does each, what starts it, its answers and deadlines, and beside them what
// becomes of it, which follows as one writes. It begins with a small one that works, to be written over.

import "./workflow-form.css";
import { useEffect, useState } from "preact/hooks";
import type { TypedStep } from "../../../shared/report/views/workflow-preview.ts";
import { OutcomeNotice } from "../notice.tsx";
import { ask } from "../script.ts";
import { useAct } from "../use-act.ts";
import { useAnswer } from "../use-answer.ts";
import { NounField, TabField } from "./board-name-fields.tsx";
import { type StepRow, WorkflowSteps } from "./workflow-steps.tsx";
import { WorkflowPicture, WorkflowStory } from "./workflow-story.tsx";

/** How long the fingers rest before it is asked what became of the steps. */
const REST_MILLISECONDS = 400;

export function WorkflowForm({ onMade }: { readonly onMade: (said: string) => void }) {
  const [tab, setTab] = useState("Repairs");
  const [noun, setNoun] = useState("repair");
  const [rows, setRows] = useState<readonly StepRow[]>(BEGINNING);
  const { act, isBusy, outcome } = useAct();
  const typed = { tab, noun, steps: rows.map(({ step }) => step) };
  const rested = useRested(JSON.stringify(typed));
  const asked = useAnswer(() => ask("pageWorkflow", JSON.parse(rested) as typeof typed), [rested]);
  const faults = asked.answer?.faults ?? [];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    let said = "";
    const work = async () => {
      said = (await ask("pageWorkflowBoard", typed)).said;
      return said;
    };
    void act(work).then((isDone) => isDone && onMade(said));
  };
  return (
    <form class="workflow" onSubmit={onSubmit}>
      <h2>Build it from our steps</h2>
      <p class="secondary">
        Write down what is done, in order, and by which department. Each step that one department needs
        another to start becomes a stage. These four are only an example
      </p>
      <div class="named">
        <TabField value={tab} onValue={setTab} fault={outcome?.fields["tab"]} />
        <NounField value={noun} onValue={setNoun} />
      </div>
      <WorkflowSteps rows={rows} onRows={setRows} faults={faults} />
      {asked.failure !== undefined && (
        <p class="error" role="alert">
          {asked.failure}
        </p>
      )}
      {asked.answer !== undefined && <WorkflowStory preview={asked.answer} />}
      <div class="submit">
        {asked.answer !== undefined && <WorkflowPicture preview={asked.answer} />}
        <OutcomeNotice outcome={outcome} />
        <button type="submit" class="create" aria-disabled={isBusy}>
          {isBusy ? "Making the board…" : "Make the board"}
        </button>
      </div>
    </form>
  );
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

function step(name: string, department: string, rest: Partial<TypedStep> = {}): StepRow {
  const plain = { startsWhen: "", answers: "", within: "", otherwise: "", result: "" };
  return { key: name, step: { step: name, department, ...plain, ...rest } };
}

const BEGINNING: readonly StepRow[] = [
  step("Asked for", "Desk"),
  step("Look at it", "Workshop", { answers: "Yes, No", within: "5 working days", otherwise: "Given back" }),
  step("Repaired", "Workshop", { startsWhen: "Yes to Look at it", result: "won" }),
  step("Given back", "Desk", { startsWhen: "No to Look at it", result: "lost" }),
];
