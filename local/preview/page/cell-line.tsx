// Which cell is marked and what it holds, in words: the grid is a picture, and says nothing to a screen reader. Another cell
// is gone to by writing its address here. What is being written is nobody else's: a cell that is marked meanwhile must not
// take its place, or what is typed next lands in another record.

import { useState } from "preact/hooks";

export interface CellLineProps {
  /** "B3", or "B3:C9". */
  readonly address: string;
  readonly content: string;
  /** What is said instead; "" for nothing. */
  readonly said: string;
  readonly isReady: boolean;
  /** `false` where there is no such cell. */
  readonly onGo: (address: string) => boolean;
}

export function CellLine({ address, content, said, isReady, onGo }: CellLineProps) {
  const [written, setWritten] = useState<string>();
  return (
    <form
      class="cell-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (onGo(written ?? address)) setWritten(undefined);
      }}
    >
      <input
        aria-label="Cell, such as B3"
        disabled={!isReady}
        value={written ?? address}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onInput={({ currentTarget }) => setWritten(currentTarget.value)}
        onBlur={() => setWritten(undefined)}
      />
      <output aria-label="Content of the cell" aria-live="off">
        {content}
      </output>
      <span class="unseen" role="status">
        {said === "" ? `${address} ${content === "" ? "empty" : content}` : said}
      </span>
    </form>
  );
}
