import * as z from 'zod';
import { ulid } from './ulid.ts';

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
  | 'chg'
  | 'cal';

/** A sortable id, `ses_01JD…`: a ULID (https://github.com/ulid/spec) behind its prefix. */
export const newId = (prefix: IdPrefix, now?: number): string => `${prefix}_${ulid(now)}`;

/** A user's id has no prefix, because agent ids read `user{id}_{project}_{name}_{version}`. */
export const newUserId = (): string => ulid().toLowerCase();

/** The sortable part of an id: `01JD…` of `ses_01JD…`. */
export const ulidOf = (id: string): string => id.slice(id.indexOf('_') + 1);

const idPattern = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Whether a client's text can be an id with this prefix at all. */
export const isId = (prefix: IdPrefix, text: string): boolean => text.startsWith(`${prefix}_`) && idPattern.test(text);

/** A client's text that must be an id with this prefix. */
export const idSchema = (prefix: IdPrefix) =>
  z.string().regex(new RegExp(idPattern.source.replace('[a-z]{3}', prefix)), `Must be an id like ${prefix}_01JD….`);
