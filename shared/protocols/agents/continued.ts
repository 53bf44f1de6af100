import { textOf } from '../../gateway/index.ts';
import type { ChatRequest } from '../completion.ts';
import { runInNotice } from './waiting.ts';

/** The run whose answer a request asks for again: named by its header, or by the notice its conversation ends with. */
export const continuedRun = ({ call }: Pick<ChatRequest, 'call'>, named: string | undefined): string | undefined => {
  if (named) return named;
  const last = call.messages.findLast(({ role }) => role !== 'system');
  return last?.role === 'assistant' ? runInNotice(textOf(last)) : undefined;
};
