import { piece } from '../parts.ts';

type Part = { index?: number | null; id?: string | null; type?: string | null; name?: string | null; args?: unknown };

/** One element of a delta's `tool_calls`; fields that are not named are left out. */
const part = ({ index, id, type, name, args }: Part): object => ({
  ...(index !== undefined && { index }),
  ...(id !== undefined && { id }),
  ...(type !== undefined && { type }),
  function: { ...(name !== undefined && { name }), ...(args !== undefined && { arguments: args }) },
});

export const parts = (...all: Part[]): object => piece({ tool_calls: all.map(part) });
/** The same as some servers send it: with the role and an empty text each time. */
export const spoke = (...all: Part[]): object => piece({ role: 'assistant', content: '', tool_calls: all.map(part) });

export const begin = piece({ role: 'assistant', content: null });
export const end = piece({}, 'tool_calls');

export const MAP_AND_SKY = [
  { id: 'call_a', name: 'look', arguments: '{"at":"map"}' },
  { id: 'call_b', name: 'look', arguments: '{"at":"sky"}' },
];

export const unnamed = MAP_AND_SKY.map(({ name, arguments: text }) => ({ name, arguments: text }));
