import * as z from 'zod';
import { type Clock, DAY, epochSeconds, systemClock } from '../../core/clock.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { ChatMessage } from '../../gateway/index.ts';
import { log } from '../../observability/log.ts';
import { getItem, type Key, packText, projectKeys, putItem, SCHEMA_VERSION, unpackText } from '../../store/index.ts';
import { messagesOf } from './responses-input.ts';
import { type InputItem, isReference, type KnownItem, knownItem } from './responses-items.ts';
import type { Item } from './responses-object.ts';

/** How long an answer can be referred to. */
const RETENTION = DAY;

type Kept = { id: string; conversation: ChatMessage[]; output: readonly Item[] };

/**
 * Keeps an answer in its project, so that a later request of the same project can refer to it or to one of its items in
 * place of repeating them. A failure here does not take back an answer that was given.
 */
export const keepResponse = async (
  project: ProjectScope,
  { id, conversation, output }: Kept,
  clock: Clock = systemClock,
): Promise<void> => {
  const now = clock.now();
  const keep = async (key: Key, name: string, value: unknown): Promise<void> => {
    const text = await packText(project, { id: name, text: JSON.stringify(value) });
    await putItem({ ...key, v: SCHEMA_VERSION, ...text, expires_at: epochSeconds(now + RETENTION) });
  };
  try {
    await Promise.all([
      keep(projectKeys.response(project, id), id, { conversation, output }),
      ...output.map((item) => keep(projectKeys.responseItem(project, item.id), item.id, item)),
    ]);
  } catch (error) {
    log.warn('response not kept', { error: error as Error });
  }
};

type Asked = { input: string | InputItem[]; previous_response_id?: string | null | undefined };

/** The conversation before a request, and its own items, with everything it refers to in place. */
export const resolveInput = async (
  project: ProjectScope,
  { input, previous_response_id: previous }: Asked,
  clock: Clock = systemClock,
): Promise<{ before: ChatMessage[]; items: KnownItem[] }> => {
  const given: InputItem[] = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
  const [before, items] = await Promise.all([
    previous ? conversationOf(project, previous, clock) : [],
    Promise.all(given.map((item) => (isReference(item) ? referredItem(project, item.id, clock) : [item]))),
  ]);
  return { before, items: items.flat() };
};

const storedResponse = z.object({ conversation: z.array(z.custom<ChatMessage>()), output: z.array(z.unknown()) });

const conversationOf = async (project: ProjectScope, id: string, clock: Clock): Promise<ChatMessage[]> => {
  const found = await read(projectKeys.response(project, id), clock);
  if (found === undefined) throw new NotFound(`There is no response "${id}", or it is no longer kept.`);
  const { conversation, output } = storedResponse.parse(found);
  return [...conversation, ...messagesOf(output.flatMap(itemOf))];
};

const referredItem = async (project: ProjectScope, id: string, clock: Clock): Promise<KnownItem[]> => {
  const found = await read(projectKeys.responseItem(project, id), clock);
  if (found === undefined) throw new NotFound(`There is no item "${id}", or it is no longer kept.`);
  return itemOf(found);
};

/** An item of an answer is one of an input. A kind that only answers have says nothing to the model. */
const itemOf = (item: unknown): KnownItem[] => {
  const { data } = knownItem.safeParse(item);
  return data === undefined ? [] : [data];
};

const read = async (key: Key, clock: Clock): Promise<unknown> => {
  const item = await getItem(key);
  if (!item || Number(item.expires_at) <= epochSeconds(clock.now())) return undefined;
  return JSON.parse(await unpackText({ content: item.content, content_ref: item.content_ref }));
};
