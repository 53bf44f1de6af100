import { ModelError, ReasoningCollector, type ToolRequest } from '../gateway/index.ts';
import type { AnswerEvent, Completion } from './completion.ts';

/** Collects a whole answer. The gateway bounds its length. */
export const collect = async (events: AsyncIterable<AnswerEvent>): Promise<Completion> => {
  const said = { text: [] as string[], refusal: [] as string[] };
  const thoughts = new ReasoningCollector();
  const calls: ToolRequest[] = [];
  let end: Extract<AnswerEvent, { kind: 'end' }> | undefined;
  for await (const event of events) {
    if (event.kind === 'reasoning') thoughts.add(event);
    else if (event.kind === 'call') calls.push(event.call);
    else if (event.kind === 'end') end = event;
    else said[event.kind].push(event.text);
  }
  if (!end) throw new ModelError('cut');
  const { finish, stopSequence, usage, waiting } = end;
  const reasoning = thoughts.whole();
  return {
    text: said.text.join(''),
    ...(said.refusal.length > 0 && { refusal: said.refusal.join('') }),
    ...(reasoning && { reasoning }),
    calls,
    finish,
    ...(stopSequence !== undefined && { stopSequence }),
    usage,
    ...(waiting && { waiting }),
  };
};
