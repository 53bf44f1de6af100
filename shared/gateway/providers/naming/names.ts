import { sha256 } from '../../../core/digest.ts';

/** Which names an API takes. It refuses a whole request for one that it does not. */
export type NameRule = { length: number; strange: RegExp };

/** Of tools, offered or called. Source: https://developers.openai.com/api/reference/resources/chat, and Anthropic's answers */
export const TOOL_NAMES = {
  openai: { length: 64, strange: /[^\w-]+/g },
  anthropic: { length: 128, strange: /[^\w-]+/g },
} satisfies Record<string, NameRule>;

/** Of the arguments of a tool, at Anthropic; OpenAI takes any. Source: its answer to any other. */
export const ARGUMENT_NAMES: NameRule = { length: 64, strange: /[^\w.-]+/g };

export const isTaken = (name: string, { length, strange }: NameRule): boolean =>
  name !== '' && name.length <= length && name.search(strange) < 0;

const DIGEST_LENGTH = 6;

/** The name itself if it is taken, else one like it: the same each time, and different for any two that differ. */
export const takenName = (name: string, rule: NameRule): string =>
  isTaken(name, rule)
    ? name
    : `${name.replace(rule.strange, '_').slice(0, rule.length - DIGEST_LENGTH - 1)}_${sha256(name).slice(0, DIGEST_LENGTH)}`;
