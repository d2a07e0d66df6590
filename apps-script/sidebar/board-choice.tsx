// Which board is meant, where there are several.

export function BoardChoice(props: {
  readonly boards: readonly string[];
  readonly chosen: string;
  readonly onChoose: (board: string) => void;
}) {
  if (props.boards.length < 2) return null;
  return (
    <label>
      Board
      <select value={props.chosen} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {props.boards.map((board) => (
          <option key={board} value={board}>
            {board}
          </option>
        ))}
      </select>
    </label>
  );
}
