import { type Ending, ModelError, type ModelEvent, ReasoningCollector, type ToolRequest } from '../gateway/index.ts';
import type { Completion } from './completion.ts';

/** Collects a whole answer. The gateway bounds its length. */
export const collect = async (events: AsyncIterable<ModelEvent>): Promise<Completion> => {
  const said = { text: [] as string[], refusal: [] as string[] };
  const thoughts = new ReasoningCollector();
  const calls: ToolRequest[] = [];
  let end: Ending | undefined;
  for await (const event of events) {
    if (event.kind === 'reasoning') thoughts.add(event);
    else if (event.kind === 'call') calls.push(event.call);
    else if (event.kind === 'end') end = event;
    else said[event.kind].push(event.text);
  }
  if (!end) throw new ModelError('cut');
  const { finish, stopSequence, usage } = end;
  const reasoning = thoughts.whole();
  return {
    text: said.text.join(''),
    ...(said.refusal.length > 0 && { refusal: said.refusal.join('') }),
    ...(reasoning && { reasoning }),
    calls,
    finish,
    ...(stopSequence !== undefined && { stopSequence }),
    usage,
  };
};
