// Numbers: how the boards do, exactly as the report says it. What is read at a glance first; ranges, times and the
// method behind "Details".

import { useState } from "preact/hooks";
import type { BoardNumbers } from "../../shared/report/views/numbers-view.ts";
import { AskedView } from "./asked-view.tsx";
import { BoardChoice } from "./board-choice.tsx";
import { timeWords } from "./day-words.ts";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { useAnswer } from "./use-answer.ts";

export function NumbersPanel({ visit, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageNumbers", { board: "" }), [visit]);
  const [chosen, setChosen] = useState("");
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {({ asOf, boards }) => {
        const board = boards.find((each) => each.board === chosen) ?? boards[0];
        return (
          <>
            <p class="secondary">As of {timeWords(asOf)}</p>
            <BoardChoice
              boards={boards.map((each) => each.board)}
              chosen={board?.board ?? ""}
              onChoose={setChosen}
            />
            {board !== undefined && <BoardSection board={board} />}
          </>
        );
      }}
    </AskedView>
  );
}

function BoardSection({ board }: { readonly board: BoardNumbers }) {
  return (
    <section aria-label={board.board}>
      <h2>{board.board}</h2>
      <Sentences sentences={[board.needs]} />
      <Figures board={board} />
      <StageTable board={board} />
      <Sentences sentences={board.sentences} />
      <details>
        <summary>Details</summary>
        <RangeTable board={board} />
        {board.details.map(({ title, sentences }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <Sentences sentences={sentences} />
          </section>
        ))}
        <Sentences sentences={board.method} />
      </details>
    </section>
  );
}

function Figures({ board }: { readonly board: BoardNumbers }) {
  return (
    <dl>
      {board.figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{unparted(value)}</strong> <span class="secondary">{unparted(note)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type StageNumbers = BoardNumbers["stages"][number];

function StageTable({ board }: { readonly board: BoardNumbers }) {
  const row = ({ stage, reached, now, goOn }: StageNumbers) => [stage, reached, now, goOn];
  return <RowsByStage heads={["Stage", "Reached", "Now", "Go on"]} rows={board.stages.map(row)} />;
}

function RangeTable({ board }: { readonly board: BoardNumbers }) {
  const row = ({ stage, goOnRange, takes }: StageNumbers) => [stage, goOnRange, takes];
  return <RowsByStage heads={["Stage", "Likely range", "Usually takes"]} rows={board.stages.map(row)} />;
}

interface Rows {
  readonly heads: readonly string[];
  /** The name of the stage comes first. */
  readonly rows: readonly (readonly (string | number)[])[];
}

function RowsByStage({ heads, rows }: Rows) {
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([stage, ...cells]) => (
          <tr key={stage}>
            <th scope="row">{stage}</th>
            {cells.map((cell, index) => (
              <td key={heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <>
      {sentences
        .filter((sentence) => sentence !== "")
        .map((sentence) => (
          <p key={sentence}>{unparted(sentence)}</p>
        ))}
    </>
  );
}

// A number is never parted from its "%" at the end of a line.
function unparted(sentence: string): string {
  return sentence.replace(/(\d) %/g, "$1\u00a0%");
}
