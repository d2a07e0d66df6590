// Numbers: how the boards do, exactly as the report says it. What is read at a glance first; tables, ranges and the
// method are folded.

import "./numbers-panel.css";
import { useState } from "preact/hooks";
import type { BoardNumbers } from "../../shared/report/views/numbers-view.ts";
import { AskedView } from "./asked-view.tsx";
import { BarPicture } from "./bar-picture.tsx";
import { BoardChoice } from "./board-choice.tsx";
import { clockWords } from "./day-words.ts";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { useAnswer } from "./use-answer.ts";

export function NumbersPanel({ visit, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageNumbers", { board: "" }), [visit]);
  const [chosen, setChosen] = useState("");
  const stamp = asked.answer === undefined ? undefined : `as of ${clockWords(asked.answer.asOf)}`;
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard} stamp={stamp}>
      {({ boards }) => {
        const board = boards.find((each) => each.board === chosen) ?? boards[0];
        return (
          <>
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
      {board.records > 0 && (
        <>
          <h3>How far they came</h3>
          <BarPicture chart={board.reached} />
          <p class="secondary key">
            <span class="reached" /> came this far <span class="here" /> are here now
          </p>
        </>
      )}
      {board.times.bars.length > 0 && (
        <>
          <h3>How long they usually stay</h3>
          <BarPicture chart={board.times} />
        </>
      )}
      <Sentences sentences={board.sentences} />
      {board.records > 0 && (
        <details>
          <summary>The same as a table</summary>
          <StageTable board={board} />
          <RangeTable board={board} />
        </details>
      )}
      <details>
        <summary>Details</summary>
        {board.details.map(({ title, sentences }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <Sentences sentences={sentences} />
          </section>
        ))}
        <section aria-label="Method">
          <h3>How it is counted</h3>
          <Sentences sentences={board.method} />
        </section>
      </details>
    </section>
  );
}

function Figures({ board }: { readonly board: BoardNumbers }) {
  return (
    <dl class="figures">
      {board.figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{unparted(value)}</strong>
            <span class="secondary">{unparted(note)}</span>
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
