import { type Finish, ModelError, type ModelEvent, type ToolRequest, type Usage } from '../gateway/index.ts';
import type { Completion } from './completion.ts';

/** Collects a whole answer. The gateway bounds its length. */
export const collect = async (events: AsyncIterable<ModelEvent>): Promise<Completion> => {
  const parts: string[] = [];
  const calls: ToolRequest[] = [];
  let end: { finish: Finish; usage: Usage } | undefined;
  for await (const event of events) {
    if (event.kind === 'text') parts.push(event.text);
    else if (event.kind === 'call') calls.push(event.call);
    else end = event;
  }
  if (!end) throw new ModelError('cut');
  return { text: parts.join(''), calls, finish: end.finish, usage: end.usage };
};
