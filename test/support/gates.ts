import type { Artel, Person, Response } from './artel.ts';
import type { RecordedRequest, Step } from './scripted-model.ts';

/** Whether the model is being asked this question: the last message of its prompt. */
export const asks =
  (question: string) =>
  ({ path, body }: RecordedRequest): boolean =>
    path.endsWith('/chat/completions') && questionOf(body) === question;

export const questionOf = (body: RecordedRequest['body']): string | undefined =>
  (body.messages as { content: string }[] | undefined)?.at(-1)?.content;

/** Holds back the answer to a question until it is let go: all of it, or what comes `after` that many words. */
export const holdAnswer = (
  { model }: Artel,
  question: string,
  answer: { text?: string; after?: number } = {},
): { arrived: Promise<void>; letGo(): void; request(): RecordedRequest } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { text = `The answer to: ${question}`, after } = answer;
  const step: Step = { text, gate: promise, when: asks(question), ...(after !== undefined && { gateAfter: after }) };
  model.script(step);
  return {
    arrived: model.waitFor(1, asks(question)),
    letGo: resolve,
    request: () => {
      const request = model.requests.find(asks(question));
      if (!request) throw new Error(`The model was never asked "${question}".`);
      return request;
    },
  };
};

export type Sent = { message: { id: string }; run: { id: string; state: string } };

/** Sends a message and does not wait for its answer. */
export const send = (
  who: Person,
  session: string,
  content: string,
  more: Record<string, unknown> = {},
): Promise<Response<Sent>> => who.call<Sent>('POST', `/my/chat/${session}/message`, { content, ...more });

export const stateOf = async (who: Person, run: string): Promise<string> =>
  (await who.call<{ state: string }>('GET', `/my/runs/${run}`)).body.state;

export const historyOf = async (who: Person, session: string): Promise<[role: string, content: string][]> => {
  const answer = await who.call<{ items: { role: string; content: string }[] }>(
    'GET',
    `/my/chat/${session}/messages?limit=100`,
  );
  return answer.body.items.map(({ role, content }) => [role, content]);
};

export type Lane = { running: number; waiting: number; live: number; limit: number };

export const laneOf = async (who: Person, agent: string): Promise<Lane> =>
  (await who.call<{ queue: Lane }>('GET', `/my/agents/${agent}/stats`)).body.queue;
