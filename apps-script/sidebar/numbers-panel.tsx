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

function StageTable({ board }: { readonly board: BoardNumbers }) {
  if (board.stages.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Reached</th>
          <th scope="col">Now</th>
          <th scope="col">Go on</th>
        </tr>
      </thead>
      <tbody>
        {board.stages.map(({ stage, reached, now, goOn }) => (
          <tr key={stage}>
            <th scope="row">{stage}</th>
            <td>{reached}</td>
            <td>{now}</td>
            <td>{goOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RangeTable({ board }: { readonly board: BoardNumbers }) {
  if (board.stages.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Likely range</th>
          <th scope="col">Usually takes</th>
        </tr>
      </thead>
      <tbody>
        {board.stages.map(({ stage, goOnRange, takes }) => (
          <tr key={stage}>
            <th scope="row">{stage}</th>
            <td>{goOnRange}</td>
            <td>{takes}</td>
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
