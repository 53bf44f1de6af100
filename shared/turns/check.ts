import { findStoredAgent } from '../agents/index.ts';
import { type CheckMessage, recordCheck } from '../bus/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { NotFound } from '../core/errors.ts';
import { restored } from '../core/scope.ts';
import { chat, ModelError } from '../gateway/index.ts';

/** Whether an agent that kept failing works again: its model is asked for one word. */
export const checkAgent = async (message: CheckMessage, clock: Clock = systemClock): Promise<void> => {
  const project = restored(message);
  try {
    const agent = await findStoredAgent(project, message.agent_key);
    const call = {
      scope: project,
      purpose: 'chat' as const,
      agent: agent.agent_key,
      messages: [{ role: 'user' as const, content: 'Answer with the word "ready".' }],
      maxTokens: 16,
      ...(agent.config.model !== undefined && { model: agent.config.model }),
    };
    for await (const event of chat(call)) if (event.kind === 'end') break;
    await recordCheck(project, agent.agent_key, { outcome: { healthy: true }, now: clock.now() });
  } catch (error) {
    if (error instanceof NotFound) return;
    if (!(error instanceof ModelError)) throw error;
    const outcome = { healthy: false as const, error_code: `model_${error.reason}` };
    await recordCheck(project, message.agent_key, { outcome, now: clock.now() });
  }
};
