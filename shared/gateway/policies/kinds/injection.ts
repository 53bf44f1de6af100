import type { ChatMessage } from '../../call/model-call.ts';
import { PolicyRefused } from '../../chain/errors.ts';
import type { Hooks, PolicyContext } from '../../chain/policy.ts';
import { textOf } from '../../tokens/prompt-tokens.ts';
import type { SettingOf } from '../settings.ts';
import { SIGNS, type Sign } from './injection-signs.ts';

/** How probable it is that a text tries to take over the model, and by which signs; these combine as independent evidence. */
export const suspicionOf = (text: string): { probability: number; signs: string[] } => {
  const plain = text.normalize('NFKC');
  // Invisible characters are removed before looking for phrases, but not for the sign that looks for them.
  const read = plain.replace(/[\u00AD\u200B-\u200F\u2060-\u2064]/g, '');
  const capitals = read.toUpperCase();
  const mayFit = ({ words }: Sign): boolean => words === undefined || words.some((word) => capitals.includes(word));
  const found = SIGNS.filter((sign) => mayFit(sign) && sign.pattern.test(sign.what === 'invisible_text' ? text : read));
  const strongest = new Map<string, number>();
  for (const { what, weight } of found) strongest.set(what, Math.max(weight, strongest.get(what) ?? 0));
  const innocent = [...strongest.values()].reduce((product, weight) => product * (1 - weight), 1);
  return { probability: Math.round((1 - innocent) * 100) / 100, signs: [...strongest.keys()] };
};

/** Messages since the model last spoke: earlier ones were examined when they came, and system messages are the operator's. */
const newMessages = (messages: readonly ChatMessage[]): ChatMessage[] =>
  messages
    .slice(messages.findLastIndex(({ role }) => role === 'assistant') + 1)
    .filter(({ role }) => role === 'user' || role === 'tool');

export const injectionHooks = ({ threshold, action }: SettingOf<'injection'>, context: PolicyContext): Hooks => ({
  onRequest: ({ messages, purpose }) => {
    if (purpose === 'embedding' || purpose === 'judge') return undefined;
    for (const message of newMessages(messages)) {
      const { probability, signs } = suspicionOf(textOf(message));
      if (probability < threshold) continue;
      for (const what of signs) context.report({ what, place: message.role, probability });
      if (action === 'refuse') {
        throw new PolicyRefused('The text looks like an attempt to take over the model, so it was not sent.');
      }
    }
    return undefined;
  },
});
