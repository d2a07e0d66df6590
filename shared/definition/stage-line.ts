// A pipeline in one line, as `stageline new --stages` takes it:
//
//   Prospecting > Engaging > Won:won | Lost:lost
//
// The stages before the first "|" are the main line in order; each "|" adds one that stands beside it. A kind
// behind a colon says what a stage is for; without one it is open (or parked, beside the line).

import { nameKey } from "../table/cell.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { identifierFrom } from "./identifier.ts";
import { type Stage, StageKind } from "./pipeline.ts";

/**
 * The stages that the line names.
 *
 * @throws {StagelineError} `usage`, when a name is missing or stands twice, a kind cannot stand where it does
 * @example
 * stagesFromLine("Lead > Won:won | Lost:lost").map((stage) => `${stage.id} ${stage.kind}`)
 * //=> ["lead open", "won won", "lost lost"]
 */
export function stagesFromLine(line: string): readonly Stage[] {
  const [main = "", ...beside] = line.split("|");
  const stages: Stage[] = [];
  for (const text of main.split(">")) stages.push(stageFromText(text, { onMainLine: true, before: stages }));
  for (const text of beside) stages.push(stageFromText(text, { onMainLine: false, before: stages }));
  return stages;
}

/**
 * A stage with nothing said of it but its name and kind.
 *
 * @example
 * plainStage({ id: "lead", name: "Lead", kind: "open", onMainLine: true }).needs //=> []
 */
export function plainStage(
  stage: Pick<Stage, "id" | "name" | "kind" | "onMainLine"> & Partial<Stage>,
): Stage {
  return { needs: [], next: [], mayEnter: [], enforce: "refuse", aliases: [], ...stage };
}

function stageFromText(
  text: string,
  place: { readonly onMainLine: boolean; readonly before: readonly Stage[] },
): Stage {
  const colon = text.lastIndexOf(":");
  const suffix = StageKind.safeParse(
    text
      .slice(colon + 1)
      .trim()
      .toLowerCase(),
  );
  const hasKind = colon >= 0 && suffix.success;
  const word = /:([a-z]+)\s*$/i.exec(text)?.[1];
  if (!hasKind && word !== undefined) {
    const kinds = StageKind.options.join(", ");
    throw new StagelineError(
      "usage",
      `"${word}" is not a kind of stage: ${kinds}; for a name with a colon, put a space behind it`,
    );
  }
  const name = (hasKind ? text.slice(0, colon) : text).trim();
  const kind = hasKind ? suffix.data : place.onMainLine ? "open" : "parked";
  if (name === "")
    throw new StagelineError("usage", 'a stage has no name; write them as "A > B > Won:won | Lost:lost"');
  if (place.before.some((stage) => nameKey(stage.name) === nameKey(name))) {
    throw new StagelineError("usage", `the stage "${name}" stands twice`);
  }
  if (place.onMainLine && kind !== "open" && kind !== "won") {
    throw new StagelineError(
      "usage",
      `"${name}" is ${kind}: such a stage stands behind "|", beside the main line`,
    );
  }
  const id = identifierFrom(name, new Set(place.before.map((stage) => stage.id)));
  return plainStage({ id, name, kind, onMainLine: place.onMainLine });
}
