// In which order the files of tests run. Those that take longest come first and the many short ones of the core last, so
// that workers who share them end together; and files of one project stand together, since a worker goes on with the next
// file only where it is of the same. A place in this list is no promise: whatever is not on it goes by its size.

import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGEST = [
  "/test/soak/",
  "/test/scenarios/",
  "/test/stores/same-book.",
  "/test/world/",
  "/test/local/preview/",
  "/test/real/command-hands.",
  "/test/guides.",
  "/test/sync/copy/",
  "/test/sync/killed.",
  "/test/apps-script/merged-rows.",
  "/test/apps-script/budgets.",
  "/test/shared/engine/laws.",
  "/test/shared/engine/quick/",
  "/test/shared/engine/merging/",
];

/** Projects in their order: the core last. */
const PROJECTS = ["hosts", "core"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const placed = bySize.map((file, at) => ({ file, at, project: projectOf(file), length: lengthOf(file) }));
    placed.sort(
      (left, right) => left.project - right.project || left.length - right.length || left.at - right.at,
    );
    return placed.map(({ file }) => file);
  }
}

function projectOf({ project }: TestSpecification): number {
  return PROJECTS.indexOf(project.name);
}

function lengthOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((part) => moduleId.includes(part));
  return at < 0 ? LONGEST.length : at;
}
