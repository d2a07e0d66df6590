// Of the records that came last, those that look like one that is there: each pair with its reason, and a way to the card,
// which makes two one.

import type { Double } from "../../../shared/engine/duplicates/book-doubles.ts";
import type { RecordPlace } from "../panel.ts";
import { ask } from "../script.ts";
import type { BandWays } from "./young-band.tsx";

const MOST_SHOWN = 5;

export function DoublesNews(
  props: BandWays & { readonly doubles: readonly Double[]; readonly onRecord: (place: RecordPlace) => void },
) {
  const { doubles, isBusy, onDo, onRecord } = props;
  const more = doubles.length - MOST_SHOWN;
  return (
    <section aria-label="Possible duplicates">
      <h3>{doubles.length === 1 ? "1 looks like a duplicate" : `${doubles.length} look like duplicates`}</h3>
      <ul>
        {doubles.slice(0, MOST_SHOWN).map(({ one, other, reasons }) => (
          <li key={`${one.record} ${other.record}`}>
            <button type="button" class="plain" onClick={() => onRecord(other)}>
              {other.name} ({other.cell})
            </button>{" "}
            is like {one.name} ({one.cell}): {reasons.join(", ")}
          </li>
        ))}
        {more > 0 && <li class="secondary">and {more} more; Check this sheet lists them</li>}
      </ul>
      <p class="secondary">Open one to make the two one; leave them where they are two</p>
      <button type="button" aria-disabled={isBusy} onClick={() => onDo(() => ask("pageDoublesSeen", {}))}>
        Seen
      </button>
    </section>
  );
}
