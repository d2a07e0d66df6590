// `stageline templates`: the built-in pipelines, to choose from.

import { templates } from "../../shared/definition/templates/templates.ts";
import { say } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";

export function listTemplates(options: CommonOptions): void {
  const width = Math.max(...templates.map(({ key }) => key.length));
  say(
    {
      exitCode: 0,
      json: templates.map(({ key, description, pipeline }) => ({
        template: key,
        description,
        stages: pipeline.stages.map((stage) => stage.name),
      })),
      lines: templates.flatMap(({ key, description, pipeline }) => [
        `${key.padEnd(width)}  ${description}`,
        `${" ".repeat(width)}  ${pipeline.stages.map((stage) => stage.name).join(" > ")}`,
      ]),
    },
    options,
  );
}
