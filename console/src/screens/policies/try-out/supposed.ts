import type { components } from '../../../../../clients/typescript/src/index.ts';

/** What a person types to try policies out: all texts. */
export type Supposed = {
  message: string;
  answer: string;
  model: string;
  isAgent: boolean;
  tool: string;
  arguments: string;
};

export const NOTHING: Supposed = { message: '', answer: '', model: '', isAgent: false, tool: '', arguments: '' };

type Body = Omit<components['schemas']['OwnPolicyRehearsal'], 'policies' | 'switched_off'>;

/** The same as the API takes it; what was left empty is left out. */
export const bodyOf = (given: Supposed): Body => {
  const [model, tool] = [given.model.trim(), given.tool.trim()];
  return {
    messages: [{ role: 'user', content: given.message }],
    answer: given.answer,
    agent: given.isAgent,
    ...(model && { model }),
    ...(tool && { calls: [{ name: tool, arguments: given.arguments.trim() || '{}' }] }),
  };
};

export type Result = Omit<components['schemas']['OwnPolicyRehearsalResult'], 'not_tried'> & { not_tried?: string[] };

/** A text as it was given, and as it came out. */
export type Pair = { before: string; after: string };

const contentOf = (message: unknown): string => {
  const { content } = (message ?? {}) as { content?: unknown };
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
};

type Called = { name?: unknown; arguments?: unknown; ask?: unknown };
const called = (calls: readonly unknown[]): string =>
  (calls as readonly Called[]).map(({ name, arguments: given }) => `${name}(${given})`).join('\n');

/** The message that was typed and what would be sent of it; nothing where it would not be sent. */
export const sentPair = ({ message }: Supposed, { sent }: Result): Pair | undefined =>
  sent && { before: message, after: sent.messages.map(contentOf).join('\n') };

/** The assumed answer with its tool call, and what would arrive of them; nothing where no answer would. */
export const answerPair = (given: Supposed, { answer }: Result): Pair | undefined => {
  if (!answer) return undefined;
  const assumed = bodyOf(given).calls ?? [];
  const before = [given.answer, called(assumed)].filter(Boolean).join('\n');
  const after = [answer.text, called(answer.calls)].filter(Boolean).join('\n');
  return before === '' && after === '' ? undefined : { before, after };
};

/** Tools that the person would be asked about first. */
export const askedAbout = ({ answer }: Result): string[] =>
  ((answer?.calls ?? []) as readonly Called[]).filter(({ ask }) => ask === true).map(({ name }) => String(name));
