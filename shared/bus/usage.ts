import { isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { SCHEMA_VERSION, userKeys, type Write } from '../store/index.ts';
import type { Run } from './items.ts';

/** Adds a run to the day's figures, in the transaction that ends it: counted once, however often it was tried. */
export const usageWrite = (
  project: ProjectScope,
  agent: string,
  usage: NonNullable<Run['usage']>,
  now: number,
): Write => {
  const day = isoTime(now).slice(0, 10);
  return {
    key: userKeys.usage(project.user, day, agent, usage.model),
    update:
      'SET #v = :v, #day = :day, #agent_key = :agent, #project_id = :project, #model = :model ADD #requests :one, #prompt_tokens :prompt, #completion_tokens :completion, #cost :cost',
    values: {
      v: SCHEMA_VERSION,
      day,
      agent,
      project: project.projectId,
      model: usage.model,
      one: 1,
      prompt: usage.prompt_tokens,
      completion: usage.completion_tokens,
      cost: usage.cost ?? 0,
    },
  };
};
