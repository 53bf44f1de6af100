import * as z from 'zod';
import { type Clock, DAY, systemClock } from '../../core/clock.ts';
import { NotFound, Unprocessable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { ChatMessage } from '../../gateway/index.ts';
import { log } from '../../observability/log.ts';
import { type Key, keepText, keptText, projectKeys } from '../../store/index.ts';
import { messagesOf } from './responses-input.ts';
import { type InputItem, isReference, type KnownItem, knownItem } from './responses-items.ts';
import type { Item, PublicResponse } from './responses-object.ts';

/** How long an answer can be referred to. */
const RETENTION = DAY;

/** Of one request: each costs a read. */
const MAX_REFERENCES = 1_000;

/** `session`: where an agent keeps the conversation, if one was asked; `run`: what it answers by. */
type Kept = {
  conversation: ChatMessage[];
  response: PublicResponse;
  session?: string | undefined;
  run?: string | undefined;
};

/**
 * Keeps an answer in its project, so that a later request of the same project can refer to it or to one of its items in
 * place of repeating them. A failure here does not take back an answer that was given.
 */
export const keepResponse = async (
  project: ProjectScope,
  { conversation, response, session, run }: Kept,
  clock: Clock = systemClock,
): Promise<void> => {
  const until = clock.now() + RETENTION;
  const { id, output, ...facts } = { ...response };
  const keep = (key: Key, name: string, value: unknown): Promise<void> =>
    keepText(project, key, { id: name, text: JSON.stringify(value), until });
  try {
    await Promise.all([
      keep(projectKeys.response(project, id), id, { conversation, output, session, response: { id, ...facts }, run }),
      ...output.map((item) => keep(projectKeys.responseItem(project, item.id), item.id, item)),
    ]);
  } catch (error) {
    log.warn('response not kept', { error: error as Error });
  }
};

type Asked = { input: string | InputItem[]; previous_response_id?: string | null | undefined };

/** The conversation before a request, with the session of an agent that had it, and its own items, with all it refers to in place. */
export const resolveInput = async (
  project: ProjectScope,
  { input, previous_response_id: previous }: Asked,
  clock: Clock = systemClock,
): Promise<{ before: ChatMessage[]; session?: string | undefined; items: KnownItem[] }> => {
  const given: InputItem[] = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
  const ids = new Set(given.flatMap((item) => (isReference(item) ? [item.id] : [])));
  if (ids.size > MAX_REFERENCES)
    throw new Unprocessable(`A request refers to at most ${MAX_REFERENCES} items; this one to ${ids.size}.`);
  const [{ before, session }, referred] = await Promise.all([
    previous ? conversationOf(project, previous, clock) : { before: [] as ChatMessage[], session: undefined },
    Promise.all([...ids].map(async (id) => [id, await referredItem(project, id, clock)] as const)),
  ]);
  const byId = new Map(referred);
  return { before, session, items: given.flatMap((item) => (isReference(item) ? (byId.get(item.id) ?? []) : [item])) };
};

const storedResponse = z.object({
  conversation: z.array(z.custom<ChatMessage>()),
  output: z.array(z.custom<Item>()),
  session: z.string().optional(),
  /** Answers of before are without. */
  response: z.custom<Omit<PublicResponse, 'output'>>().optional(),
  run: z.string().optional(),
});

const keptUnder = async (project: ProjectScope, id: string, clock: Clock) => {
  const found = await read(projectKeys.response(project, id), clock);
  if (found === undefined) throw new NotFound(`There is no response "${id}", or it is no longer kept.`);
  return storedResponse.parse(found);
};

/** An answer as it was given, and the run of the agent that gave it. */
export const keptResponse = async (
  project: ProjectScope,
  id: string,
  clock: Clock = systemClock,
): Promise<{ response: PublicResponse; run?: string | undefined }> => {
  const { response, output, run } = await keptUnder(project, id, clock);
  if (response === undefined) throw new NotFound(`The response "${id}" can be referred to, but not read again.`);
  return { response: { ...response, output }, run };
};

const conversationOf = async (project: ProjectScope, id: string, clock: Clock) => {
  const { conversation, output, session } = await keptUnder(project, id, clock);
  return { before: [...conversation, ...messagesOf(output.flatMap(itemOf))], session };
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
  const text = await keptText(key, clock);
  return text === undefined ? undefined : JSON.parse(text);
};
