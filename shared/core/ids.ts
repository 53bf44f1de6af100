import * as z from 'zod';
import { decodeTime, encodeTime, ulid, ulidAt } from './ulid.ts';

/** The kinds of ids; the prefix is part of the id, so that a mix-up shows. */
export type IdPrefix =
  | 'prj'
  | 'agt'
  | 'ses'
  | 'msg'
  | 'run'
  | 'tsk'
  | 'apr'
  | 'key'
  | 'evt'
  | 'req'
  | 'mem'
  | 'aud'
  | 'fam'
  | 'inv'
  | 'chg'
  | 'mch'
  | 'cal'
  | 'whk'
  | 'dlv'
  | 'upl'
  | 'prv';

/** A sortable id, `ses_01JD…`: a ULID (https://github.com/ulid/spec) behind its prefix. */
export const newId = (prefix: IdPrefix, now?: number): string => `${prefix}_${ulid(now)}`;

/** An id that begins with exactly this time, in no order within its millisecond. `beganAt` reads the time back. */
export const newDatedId = (prefix: IdPrefix, at: number): string => `${prefix}_${ulidAt(at)}`;

/** The time an id begins with; `undefined` for a text that is none. */
export const beganAt = (id: string): number | undefined => (anId.test(id) ? decodeTime(ulidOf(id)) : undefined);

/** A user's id has no prefix, because agent ids read `user{id}_{project}_{name}_{version}`. */
export const newUserId = (): string => ulid().toLowerCase();

/** Whether a text can be the id of a user. */
export const isUserId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text);

/** The sortable part of an id: `01JD…` of `ses_01JD…`. */
export const ulidOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** What the ULIDs of this millisecond begin with: they lie between this and this followed by the last character there is. */
export const ulidTime = (milliseconds: number): string => encodeTime(milliseconds, 10);

/** An id of any kind. */
export const anId = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether a client's text can be an id with this prefix at all. */
export const isId = (prefix: IdPrefix, text: string): boolean => text.startsWith(`${prefix}_`) && anId.test(text);

/** A client's text that must be an id with this prefix. */
export const idSchema = (prefix: IdPrefix) =>
  z.string().regex(new RegExp(anId.source.replace('[a-z]{3}', prefix)), `Must be an id like ${prefix}_01JD….`);

/** A client's text that must be the id of a task: those of plans are made of their run's id and a number. */
export const taskIdSchema = z
  .string()
  .regex(
    new RegExp(anId.source.replace('[a-z]{3}', 'tsk').replace('$', '(_[0-9]{4})?$')),
    'Must be an id like tsk_01JD….',
  );
