import * as z from 'zod';
import { type Clock, HOUR, isoTime, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import { sha256 as digestOf } from '../../core/digest.ts';
import { Conflict, NotFound, PayloadTooLarge, Unprocessable } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { presignPut, readObject } from '../../platform/objects.ts';
import { expectObject, getItem, type Item, projectKeys, queryAll, ranges, uploadedObject } from '../../store/index.ts';
import { limitsOf } from '../commits/limits.ts';

/** How long the address holds. */
const URL_TIME = 15 * MINUTE;
/** How long the bytes are kept: to be put until the address ends, and to be named in a change after that. */
const KEPT = HOUR;

const storedSchema = z.object({ bytes: z.int(), sha256: z.string(), ends_at: z.int() });

export const uploadSchema = z
  .object({
    id: z.string(),
    method: z.literal('PUT'),
    url: z.string().meta({ description: 'Takes just the bytes that were announced.' }),
    headers: z.record(z.string(), z.string()).meta({ description: 'To be sent with them.' }),
    url_expires_at: z.string(),
    expires_at: z.string().meta({ description: 'Until then a change, or an import, can name the upload.' }),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof uploadSchema>;

type Announced = { bytes: number; sha256: string };

/**
 * An address for bytes that are too many for a request: it takes those of this digest, once they are put there, and no others. A
 * change or an import names them by the id.
 */
export const beginUpload = async (
  project: ProjectScope,
  { bytes, sha256 }: Announced,
  clock: Clock = systemClock,
): Promise<Upload> => {
  const now = clock.now();
  const { bytes: most } = await limitsOf(project.user);
  if (bytes > most) throw new PayloadTooLarge(`An upload has at most ${most} bytes.`);
  if ((await underWay(project, now)) + bytes > most)
    throw new Conflict(`Uploads of the last hour have at most ${most} bytes together. Come again later.`);
  const id = newId('upl', now);
  const object = uploadedObject(project, id);
  await expectObject(project, projectKeys.upload(project, id), { object, until: now + KEPT, bytes, sha256 });
  const { url, headers } = await presignPut(object, { bytes, sha256, seconds: URL_TIME / SECOND });
  return {
    id,
    method: 'PUT',
    url,
    headers,
    url_expires_at: isoTime(now + URL_TIME),
    expires_at: isoTime(now + KEPT),
  };
};

const endOf = (item: Item): number => storedSchema.parse(item).ends_at;

/** Bytes that uploads may take up. Of two at the same time both may be let in: the bound is against piling up, not exact. */
const underWay = async (project: ProjectScope, now: number): Promise<number> => {
  let sum = 0;
  for await (const item of queryAll(ranges.uploads(project)))
    if (endOf(item) > now) sum += storedSchema.parse(item).bytes;
  return sum;
};

/** Of what is read whole: `most` bytes, where that is less than what could be uploaded. */
type Reading = { most?: number; clock?: Clock };

/** What was uploaded; checked here again, so that nothing rests on what the bucket checked. */
export const uploaded = async (
  project: ProjectScope,
  id: string,
  { most = Number.POSITIVE_INFINITY, clock = systemClock }: Reading = {},
): Promise<Buffer> => {
  const item = await getItem(projectKeys.upload(project, id));
  if (!item || endOf(item) <= clock.now()) throw new NotFound('There is no such upload; it can be named for an hour.');
  const { bytes, sha256 } = storedSchema.parse(item);
  if (bytes > most) throw new PayloadTooLarge(`A file of the workspace has at most ${most} bytes.`);
  const read = await readObject(uploadedObject(project, id), { offset: 0, length: Math.max(1, bytes) });
  if (!read) throw new Conflict('Nothing was put at the address of this upload yet.');
  const content = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.byteLength);
  if (read.size === bytes && digestOf(content) === sha256) return content;
  throw new Unprocessable('What was uploaded is not what was announced. Begin a new upload.');
};
