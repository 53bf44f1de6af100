import * as z from 'zod';
import { Unprocessable } from '../../../shared/core/errors.ts';
import { cursorKey } from '../../../shared/store/index.ts';
import type { Context, Operation } from '../operation.ts';
import type { Reply } from '../reply/reply.ts';
import { type CursorOwner, openPosition, sealPosition } from './seal.ts';

type Asked = Context<unknown, unknown, unknown>;

/** A part of an export answers in lines, so its cursor is in a header. */
export const CURSOR_HEADER = 'x-next-cursor';

export const isPaged = ({ query }: Pick<Operation, 'query'>): boolean =>
  query instanceof z.ZodObject && Object.hasOwn(query.shape, 'cursor');

/** A page may have another size than the one before, and `offset` says only where the first one begins. */
const MAY_CHANGE = ['cursor', 'limit', 'offset'];

/** What a list's cursors belong to: filters and order as they are understood, so what is left out is its default. */
const ownerOf = (operation: Operation, { params, query, scope, project }: Asked): CursorOwner => {
  const filters = Object.entries(query as Record<string, unknown>).filter(
    ([name, value]) => value !== undefined && !MAY_CHANGE.includes(name),
  );
  const within = operation.perProject ? project.projectId : null;
  const list = [operation.path, within, params, filters.sort(([one], [other]) => (one < other ? -1 : 1))];
  return { user: scope.userId, list: JSON.stringify(list) };
};

/** One answer for every cursor that is not of this list, which tells nothing of how it was made. */
export const foreignCursor = (options: { cause?: unknown } = {}): Unprocessable =>
  new Unprocessable('The cursor does not belong to this list.', {
    ...options,
    errors: [{ path: 'cursor', message: 'Take it from this list\'s "next_cursor", with the same filters and order.' }],
  });

/** Hands an operation the position in its cursor, and seals the one it answers with. Every list passes here. */
export const withSealedCursors = async (operation: Operation, asked: Asked): Promise<Reply> => {
  if (!isPaged(operation)) return operation.handle(asked);
  const owner = ownerOf(operation, asked);
  const answer = await operation.handle(await opened(asked, owner));
  return sealed(answer, owner);
};

const opened = async (asked: Asked, owner: CursorOwner): Promise<Asked> => {
  const query = asked.query as Record<string, unknown>;
  if (typeof query.cursor !== 'string') return asked;
  const position = openPosition(query.cursor, owner, await cursorKey());
  if (position === undefined) throw foreignCursor();
  return { ...asked, query: { ...query, cursor: position } };
};

const sealed = async (answer: Reply, owner: CursorOwner): Promise<Reply> => {
  const page = answer.body as { next_cursor?: unknown } | undefined;
  const next = page?.next_cursor;
  const header = answer.headers?.[CURSOR_HEADER];
  if (typeof next === 'string') {
    return { ...answer, body: { ...page, next_cursor: sealPosition(next, owner, { key: await cursorKey() }) } };
  }
  if (header === undefined) return answer;
  const cursor = sealPosition(header, owner, { key: await cursorKey() });
  return { ...answer, headers: { ...answer.headers, [CURSOR_HEADER]: cursor } };
};
