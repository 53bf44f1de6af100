import { Unprocessable } from '../../core/errors.ts';
import {
  type ChatMessage,
  type ContentPart,
  documentText,
  type Reasoning,
  type ToolRequest,
} from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { documentOfFile, documentOfUrl } from '../files.ts';
import { joinedReasoning, reasoningOfItem } from '../reasoning.ts';
import { shownBy, toolMessage } from '../tool-result.ts';
import type { CallItem, KnownItem, MessageItem, OutputItem, Part } from './responses-items.ts';
import { flatName } from './responses-tools.ts';

/** Calls and thoughts are items of their own here; elsewhere they belong to what the assistant said beside them. */
export const messagesOf = (items: KnownItem[]): ChatMessage[] => {
  const messages: ChatMessage[] = [];
  let thoughts: Reasoning | undefined;
  // Pictures and PDFs that tools gave follow the last of their results, since nothing may stand between those.
  let waiting: ContentPart[] = [];
  const show = (): void => {
    if (waiting.length > 0) messages.push({ role: 'user', content: waiting });
    waiting = [];
  };
  for (const item of items) {
    if (item.type === 'reasoning') {
      thoughts = joinedReasoning(thoughts, reasoningOfItem(item));
      continue;
    }
    if (item.type === 'function_call_output') {
      const result = resultOf(item);
      messages.push(toolMessage(result));
      waiting.push(...shownBy(result));
    } else {
      show();
      if (item.type === 'function_call') addCall(messages, item);
      else messages.push(messageOf(item));
    }
    const last = messages.at(-1);
    if (thoughts && last?.role === 'assistant') last.reasoning = joinedReasoning(last.reasoning, thoughts);
    thoughts = undefined;
  }
  show();
  return messages;
};

const addCall = (messages: ChatMessage[], call: CallItem): void => {
  const request: ToolRequest = { id: call.call_id, name: flatName(call), arguments: call.arguments };
  const last = messages.at(-1);
  if (last?.role === 'assistant') last.calls = [...(last.calls ?? []), request];
  else messages.push({ role: 'assistant', content: '', calls: [request] });
};

const resultOf = ({ call_id, output }: OutputItem) => ({
  callId: call_id,
  parts: typeof output === 'string' ? [{ type: 'text' as const, text: output }] : output.map(partOf),
});

const messageOf = ({ role, content }: MessageItem): ChatMessage => {
  if (role === 'user') return { role, content: typeof content === 'string' ? content : plain(content.map(partOf)) };
  const text = typeof content === 'string' ? content : content.map(readOf).join(role === 'assistant' ? '' : '\n');
  return { role: role === 'assistant' ? 'assistant' : 'system', content: text };
};

/** What is read of a part where only texts are: in instructions, and in what an assistant said. */
const readOf = (one: Part): string => {
  if (one.type !== 'input_file') return wordsOf(one);
  const part = partOf(one);
  if (part.type === 'document' && 'passages' in part.source) return documentText(part);
  const message = 'A PDF belongs into a message of the user.';
  throw new Unprocessable('Some of the input is not valid.', { errors: [{ path: 'input', message }] });
};

const partOf = (one: Part): ContentPart => {
  switch (one.type) {
    case 'input_image':
      return { type: 'image', url: one.image_url, ...(one.detail && { detail: one.detail }) };
    case 'input_file': {
      const { file_data, file_url, filename } = one;
      return file_url ? documentOfUrl(file_url, filename) : documentOfFile(file_data ?? '', filename);
    }
    default:
      return { type: 'text', text: wordsOf(one) };
  }
};

const wordsOf = (one: Part): string => {
  if (one.type === 'refusal') return one.refusal;
  return 'text' in one ? one.text : '';
};
