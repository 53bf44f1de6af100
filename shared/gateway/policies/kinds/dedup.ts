import { HOUR, SECOND } from '../../../core/clock.ts';
import { partWith } from '../../call/content-parts.ts';
import type { ChatMessage } from '../../call/model-call.ts';
import type { Hooks, PolicyContext } from '../../chain/policy.ts';
import type { BlockLimits } from '../../dedup/settings.ts';
import type { SettingOf } from '../settings.ts';

export const limitsOf = ({ session_kb, sessions, keep_hours, flush_seconds }: SettingOf<'dedup'>): BlockLimits => ({
  bytes: session_kb * 1024,
  sessions,
  keptFor: keep_hours * HOUR,
  flushEvery: flush_seconds * SECOND,
});

/**
 * With `send_once`, a text that occurs several times in one request is sent once. That repeated blocks are also worked on only
 * once per session is up to the policies that work on them (`SessionBlocks`).
 */
export const dedupHooks = ({ send_once, smallest_block }: SettingOf<'dedup'>, context: PolicyContext): Hooks => {
  if (!send_once || context.purpose === 'embedding') return {};
  return {
    onRequest: (call) => {
      const first = new Map<string, number>();
      const once = (text: string, index: number): string => {
        if (text.length < smallest_block) return text;
        const known = first.get(text);
        if (known === undefined) first.set(text, index);
        return known === undefined ? text : `[The same text as in message ${known + 1} of this conversation.]`;
      };
      let isChanged = false;
      const noting = (index: number) => (text: string) => {
        const sent = once(text, index);
        isChanged ||= sent !== text;
        return sent;
      };
      const messages = call.messages.map((message, index) => onceIn(message, noting(index)));
      return isChanged ? { ...call, messages } : undefined;
    },
  };
};

const onceIn = (message: ChatMessage, once: (text: string) => string): ChatMessage =>
  message.role === 'user'
    ? {
        ...message,
        content:
          typeof message.content === 'string'
            ? once(message.content)
            : message.content.map((part) => partWith(part, once)),
      }
    : { ...message, content: once(message.content) };
