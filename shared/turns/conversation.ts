import { type JournalStep, type ModelStep, sumOfParts, type ToolRequest, type ToolStep } from '../bus/index.ts';
import { Defect } from '../core/errors.ts';
import type { ChatMessage } from '../gateway/index.ts';

/** The journal as the model sees it: what it thought and said, its calls as they were carried out, and what they brought. */
export const replay = (journal: JournalStep[]): ChatMessage[] =>
  journal.map((step, index): ChatMessage => {
    if (step.kind === 'build') throw new Defect('A conversation has no steps of a build.');
    if (step.kind === 'person') return { role: 'user', content: step.text };
    if (step.kind === 'tool') {
      return { role: 'tool', callId: step.call.id, content: `${personsPart(step)}${step.content}` };
    }
    const { text, calls, reasoning } = step;
    return {
      role: 'assistant',
      content: text,
      // An answer before which the person had to be asked has none, which providers take only as none at all.
      ...(calls.length > 0 && { calls: carriedOut(calls, journal.slice(index + 1)) }),
      ...(reasoning && { reasoning }),
    };
  });

/** A call's result stands in its place after the call: ids tell nothing, a model may use one twice. */
const carriedOut = (calls: ToolRequest[], after: JournalStep[]): ToolRequest[] =>
  calls.map((call, index) => {
    const step = after[index];
    return step?.kind === 'tool' && step.consent?.edited ? { ...call, arguments: step.arguments } : call;
  });

/** Who changed a call, or agreed to it with a remark, and in which words: the model would take it for its own otherwise. */
const personsPart = ({ consent }: ToolStep): string => {
  if (!consent) return '';
  const what = consent.edited
    ? 'The person changed the arguments of this call; it was made with those you see in it now.'
    : 'The person agreed to this call.';
  return `[${what}${consent.reason === undefined ? '' : ` They said: ${consent.reason}`}]\n`;
};

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
    ...sumOfParts([one, other]),
    ...(cost !== undefined && { cost }),
  };
};

export const usageOf = (journal: JournalStep[]): TurnUsage | undefined =>
  journal.reduce<TurnUsage | undefined>(
    (total, step) => (step.kind === 'model' ? addUsage(total, step.usage) : total),
    undefined,
  );
