// Which cell is marked and what it holds, in words: the grid is a picture, and says nothing to a screen reader. Another cell
// is gone to by writing its address here.

import { useEffect, useRef, useState } from "preact/hooks";

export interface CellLineProps {
  /** "B3", or "B3:C9". */
  readonly address: string;
  readonly content: string;
  /** What is said instead; "" for nothing. */
  readonly said: string;
  readonly isReady: boolean;
  readonly onGo: (address: string) => void;
}

export function CellLine({ address, content, said, isReady, onGo }: CellLineProps) {
  const [written, setWritten] = useState(address);
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => setWritten(address), [address]);
  return (
    <form
      class="cell-line"
      onSubmit={(event) => {
        event.preventDefault();
        // What stands there, which may not have been drawn yet.
        onGo(line.current?.value ?? written);
      }}
    >
      <input
        ref={line}
        aria-label="Cell, such as B3"
        disabled={!isReady}
        value={written}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onInput={({ currentTarget }) => setWritten(currentTarget.value)}
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
