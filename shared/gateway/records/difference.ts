import type { ChatMessage, ModelCall } from '../call/model-call.ts';

/** One place that a policy changed. */
export type Change = { place: string; before: string; after: string };

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const fieldsOf = (message: ChatMessage | undefined, place: string): [string, string][] => {
  if (!message) return [];
  const content: [string, string][] = [[`${place}.content`, shown(message.content)]];
  if (message.role !== 'assistant') return content;
  const calls = (message.calls ?? []).map((call, at): [string, string] => [
    `${place}.calls[${at}]`,
    `${call.name}(${call.arguments})`,
  ]);
  return [...content, ...calls];
};

/** Everything in a call that policies change, as texts by place. */
const textsOf = ({ scope: _, signal: __, messages, ...rest }: ModelCall): Map<string, string> =>
  new Map([
    ...messages.flatMap((message, at) => fieldsOf(message, `messages[${at}]`)),
    ...Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, shown(value)]),
  ]);

/** Before and after, of every place of the call that differs. */
export const differenceOf = (before: ModelCall, after: ModelCall): Change[] => {
  if (before === after) return [];
  const [old, now] = [textsOf(before), textsOf(after)];
  const places = new Set([...old.keys(), ...now.keys()]);
  return [...places]
    .filter((place) => old.get(place) !== now.get(place))
    .map((place) => ({ place, before: old.get(place) ?? '', after: now.get(place) ?? '' }));
};
