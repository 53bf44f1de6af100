import type { ChatMessage, ContentPart, Reasoning, ToolRequest } from '../../gateway/index.ts';
import { plain } from '../content.ts';
import { joinedReasoning, reasoningOfItem } from '../reasoning.ts';
import { picturesOf, toolMessage } from '../tool-result.ts';
import type { CallItem, KnownItem, MessageItem, OutputItem, Part } from './responses-items.ts';

/** Calls and thoughts are items of their own here; elsewhere they belong to what the assistant said beside them. */
export const messagesOf = (items: KnownItem[]): ChatMessage[] => {
  const messages: ChatMessage[] = [];
  let thoughts: Reasoning | undefined;
  // Pictures that tools gave follow the last of their results, since nothing may stand between those.
  let pictures: ContentPart[] = [];
  const showPictures = (): void => {
    if (pictures.length > 0) messages.push({ role: 'user', content: pictures });
    pictures = [];
  };
  for (const item of items) {
    if (item.type === 'reasoning') {
      thoughts = joinedReasoning(thoughts, reasoningOfItem(item));
      continue;
    }
    if (item.type === 'function_call_output') {
      const result = resultOf(item);
      messages.push(toolMessage(result));
      pictures.push(...picturesOf(result));
    } else {
      showPictures();
      if (item.type === 'function_call') addCall(messages, item);
      else messages.push(messageOf(item));
    }
    const last = messages.at(-1);
    if (thoughts && last?.role === 'assistant') last.reasoning = joinedReasoning(last.reasoning, thoughts);
    thoughts = undefined;
  }
  showPictures();
  return messages;
};

const addCall = (messages: ChatMessage[], { call_id, name, arguments: given }: CallItem): void => {
  const request: ToolRequest = { id: call_id, name, arguments: given };
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
  const text = typeof content === 'string' ? content : content.map(wordsOf).join(role === 'assistant' ? '' : '\n');
  return { role: role === 'assistant' ? 'assistant' : 'system', content: text };
};

const partOf = (one: Part): ContentPart =>
  one.type === 'input_image'
    ? { type: 'image', url: one.image_url, ...(one.detail && { detail: one.detail }) }
    : { type: 'text', text: wordsOf(one) };

const wordsOf = (one: Part): string => {
  if (one.type === 'refusal') return one.refusal;
  return one.type === 'input_image' ? '' : one.text;
};
