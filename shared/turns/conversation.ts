import type { JournalStep, ModelStep } from '../bus/index.ts';
import type { ChatMessage } from '../gateway/index.ts';

/** The journal as the model sees it: what it said, and what its calls brought. */
export const replay = (journal: JournalStep[]): ChatMessage[] =>
  journal.map(
    (step): ChatMessage =>
      step.kind === 'model'
        ? { role: 'assistant', content: step.text, calls: step.calls }
        : { role: 'tool', callId: step.call.id, content: step.content },
  );

export type TurnUsage = ModelStep['usage'];

const sum = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);

/** Usage over all model calls of a turn; `cost` is absent while no price is known. */
export const addUsage = (one: TurnUsage | undefined, other: TurnUsage): TurnUsage => {
  const cost = sum(one?.cost, other.cost);
  return {
    model: other.model,
    prompt_tokens: (one?.prompt_tokens ?? 0) + other.prompt_tokens,
    completion_tokens: (one?.completion_tokens ?? 0) + other.completion_tokens,
    ...(cost !== undefined && { cost }),
  };
};

export const usageOf = (journal: JournalStep[]): TurnUsage | undefined =>
  journal.reduce<TurnUsage | undefined>(
    (total, step) => (step.kind === 'model' ? addUsage(total, step.usage) : total),
    undefined,
  );
