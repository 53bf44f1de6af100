import type { RecordedRequest } from '../../support/scripted-model.ts';
import type { ScriptedAnswer } from '../../support/scripted-reply.ts';

type Message = { role: string; content: string };

/** What the user writes, and what the tools are told. */
export const questionFor = (ref: string): string => `Please settle ${ref}`;

/**
 * A model without memory: it reads from the prompt alone how far the work has come, so it says the same however often it
 * is asked. Looks up and pays in, then orders, then tells the user word for word what the tools said.
 */
export const thinker =
  (ordersAt: string) =>
  ({ body }: RecordedRequest): ScriptedAnswer => {
    const messages = body.messages as Message[];
    const asked = messages.findLastIndex(({ role }) => role === 'user');
    // A question after one whose run failed reaches the model joined to it: the last one is the one to answer.
    const ref = [...(messages[asked]?.content ?? '').matchAll(/settle (\S+)/g)].at(-1)?.[1];
    if (ref === undefined) return { text: 'There is nothing to settle.' };
    const results = messages.slice(asked + 1).filter(({ role }) => role === 'tool');
    if (results.length === 0)
      return { tool_calls: ['lookup', 'deposit'].map((name) => call(nameIn(body, name), { ref })) };
    if (results.length === 2) return { tool_calls: [call('http_fetch', { url: ordersAt, method: 'POST', body: ref })] };
    return { text: results.map(({ content }) => content).join(BETWEEN) };
  };

/** Between what one tool said and the next in the answer. */
export const BETWEEN = '\n--\n';

const call = (name: string, args: object) => ({ id: `call_${name}`, name, arguments: JSON.stringify(args) });

/** The name under which the server's tool is offered; without the server, as the model remembers it. */
const nameIn = ({ tools = [] }: RecordedRequest['body'], name: string): string => {
  const offered = (tools as { function: { name: string } }[]).map((one) => one.function.name);
  return offered.find((one) => one.endsWith(`__${name}`)) ?? `ledger__${name}`;
};
