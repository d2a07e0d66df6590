// How much lies with each person, for who looks after the whole.

import type { PersonLoad } from "../../shared/report/views/today-view.ts";

export function PeopleTable({ people }: { readonly people: readonly PersonLoad[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-label="Per person">
      <h2>Per person</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Open</th>
            <th scope="col">To answer</th>
            <th scope="col">Overdue</th>
            <th scope="col">Untouched</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, open, unanswered, overdue, untouched }) => (
            <tr key={person}>
              <th scope="row">{person === "" ? "nobody" : person}</th>
              <td>{open}</td>
              <td>{unanswered}</td>
              <td>{overdue}</td>
              <td>{untouched}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
