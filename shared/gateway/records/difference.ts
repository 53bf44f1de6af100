import type { ChatMessage, ModelCall } from '../call/model-call.ts';

/** A change of one field of a call. `place` is its path, such as `messages[2].content`. */
export type Change = { place: string; before: string; after: string };

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const fieldsOf = (message: ChatMessage | undefined, path: string): [string, string][] => {
  if (!message) return [];
  const content: [string, string][] = [[`${path}.content`, shown(message.content)]];
  if (message.role !== 'assistant') return content;
  const calls = (message.calls ?? []).map((call, index): [string, string] => [
    `${path}.calls[${index}]`,
    `${call.name}(${call.arguments})`,
  ]);
  const thoughts: [string, string][] = message.reasoning ? [[`${path}.reasoning`, shown(message.reasoning)]] : [];
  return [...content, ...thoughts, ...calls];
};

/** Everything in a call that policies may change, as texts by path, without what it has in common with the `other`. */
const textsOf = ({ scope: _, signal: __, messages, ...rest }: ModelCall, other: ModelCall): Map<string, string> =>
  new Map([
    ...messages.flatMap((message, index) =>
      message === other.messages[index] ? [] : fieldsOf(message, `messages[${index}]`),
    ),
    ...Object.entries(rest)
      .filter(([name, value]) => value !== undefined && value !== other[name as keyof ModelCall])
      .map(([name, value]): [string, string] => [name, shown(value)]),
  ]);

/** Before and after of every field of the call that differs. */
export const differenceOf = (before: ModelCall, after: ModelCall): Change[] => {
  if (before === after) return [];
  const [old, now] = [textsOf(before, after), textsOf(after, before)];
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ place: path, before: old.get(path) ?? '', after: now.get(path) ?? '' }));
};
