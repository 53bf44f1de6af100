import type { Claim, RunEnding, RunError } from '../bus/index.ts';
import { beginningOf } from '../core/excerpt.ts';
import { remember } from '../memory/index.ts';
import { askedOf } from './asked.ts';
import { FAILURE } from './memory.ts';

/**
 * Failures of the agent's own work, which would happen again: it ran into a limit of its settings, or its model could not
 * answer. An outage, the person's budget, a model that does not exist or a cancelled run say nothing about what was asked.
 */
const OWN_FAILURES: readonly string[] = [
  'limit_steps',
  'limit_tokens',
  'limit_cost',
  'limit_time',
  'limit_invalid_calls',
  'model_refused',
  'model_too_long',
  'model_silent',
];

/** A provider's own words may be long; the beginning tells why. */
const MAX_REASON_LENGTH = 300;

/** Whether the end of a task leaves a memory. What another agent asked is remembered by the one that asked. */
export const leavesMemory = ({ task }: Claim, ending: RunEnding): boolean =>
  task.parent === undefined && (ending.state === 'completed' || OWN_FAILURES.includes(ending.error.error_code));

/** What was asked and why it failed, for whoever looks for it. The id is the task's: one memory, however often it is tried. */
export const rememberFailure = async (
  { project, task }: Claim,
  { error_code, detail }: RunError,
  recalled?: string[],
): Promise<void> => {
  const asked = await askedOf(project, task);
  if (!asked) return;
  const { agent, question } = asked;
  await remember(
    project,
    task.agent_key,
    {
      id: task.task_id,
      text: `User: ${question.content}\nFailed: ${beginningOf(detail, MAX_REASON_LENGTH)}`,
      type: FAILURE,
      success: false,
      tags: [error_code],
      sessionId: task.session_id,
      messageId: task.message_id,
      agentVersion: agent.version,
      ...(recalled && { recalled }),
      createdAt: Date.parse(question.created_at),
    },
    { maxVectors: agent.config.memory.max_vectors, isUnique: true },
  );
};
