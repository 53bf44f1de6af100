import { pendingApproval } from '../../support/approvals.ts';
import type { Person, Response } from '../../support/artel.ts';
import type { InArtel } from '../../support/in-artel.ts';
import { isPlanning, promptOf, taskIn, team } from '../../support/plans.ts';
import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { ScriptedAnswer } from '../../support/scripted-reply.ts';

/** A run whose task waits for an agent it asked, at the end of which a person is asked. */
export type Family = {
  who: Person;
  session: string;
  run: string;
  approval: string;
  /** Lets `helper` answer what it was asked at once. */
  letGo(): void;
};

const ask = (agent: string, message: string) => ({ name: 'ask_agent', arguments: { agent, message } });

/** What each is asked, and whom it asks in turn. */
const CALLS: Record<string, { name: string; arguments: Record<string, unknown> }> = {
  'Ask deep.': ask('asked', 'Deep?'),
  'Deep?': ask('third', 'Deepest?'),
  'Deepest?': { name: 'ask_person', arguments: { question: 'Which colour?' } },
  'Ask at once.': ask('helper', 'Held?'),
};

/** What a request asks its agent. */
export const familyOf = (request: RecordedRequest): string => positionOf(request).question;

const positionOf = (request: RecordedRequest): { question: string; called: boolean } => {
  const messages = (request.body.messages ?? []) as { role: string }[];
  const place = messages.findLastIndex(({ role }) => role === 'user');
  const upTo = { ...request, body: { ...request.body, messages: messages.slice(0, place + 1) } };
  return {
    question: taskIn(upTo) ?? promptOf(upTo),
    called: messages.slice(place).some(({ role }) => role === 'tool'),
  };
};

type Begin = (who: Person, session: string) => Promise<Response<{ run: { id: string } }>>;

/** `replan`: what the planner answers when it is asked for another plan. */
export const startFamily = async (
  { artel, alice: who }: Pick<InArtel, 'artel' | 'alice'>,
  begin: Begin,
  replan: ScriptedAnswer = { text: 'I have no other plan.' },
): Promise<Family> => {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  artel.model.forget();
  artel.model.always((request) => {
    if (isPlanning(request)) return replan;
    const { question, called } = positionOf(request);
    const call = called ? undefined : CALLS[question];
    if (call) return { tool_calls: [call] };
    return question === 'Held?' ? { text: 'Held.', gate } : { text: 'Done.' };
  });
  const { session } = await team(who, ['asker', 'asked', 'third', 'helper'], { tools: ['ask_agent', 'ask_person'] });
  const { body } = await begin(who, session);
  const { id: approval } = await pendingApproval(who, session);
  return { who, session, run: body.run.id, approval, letGo };
};
