// What is wrong with an answer, at the answer; nothing where nothing is.

export function Fault({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p id={id} class="error">
      {message}
    </p>
  );
}
