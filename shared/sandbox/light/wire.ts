import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { kills } from '../contract.ts';
import type { Job, Reply } from './messages.ts';

const MEGABYTE = 1024 * 1024;
/** Of a packed message when it is unpacked: more than all files of a workspace and what a command may add. */
const MAX_UNPACKED_BYTES = 640 * MEGABYTE;

const bytesSchema = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const headersSchema = z.record(z.string(), z.string());

const requestSchema = z.strictObject({
  url: z.string(),
  method: z.string(),
  headers: headersSchema,
  body: z.string().optional(),
});

const answerSchema = z.union([
  z.strictObject({
    status: z.int(),
    statusText: z.string(),
    headers: headersSchema,
    body: bytesSchema,
    url: z.string(),
  }),
  z.strictObject({ refused: z.string() }),
]);

const most = (limit: number) => z.int().min(1).max(limit);
/** What the function can give at most, whatever a caller asks for. */
const limitsSchema = z.strictObject({
  timeMs: most(150_000),
  memoryBytes: most(2_048 * MEGABYTE),
  diskBytes: most(256 * MEGABYTE),
  outputBytes: most(4 * MEGABYTE),
  processes: most(1_024),
});

const jobSchema = z.strictObject({
  files: z.array(z.strictObject({ path: z.string().min(1), content: bytesSchema, executable: z.boolean() })),
  command: z.string(),
  stdin: z.string().optional(),
  limits: limitsSchema,
  reaches: z.boolean(),
  exchanges: z.array(z.strictObject({ request: requestSchema, answer: answerSchema })),
});

/** A path that a workspace could have; it is checked again where it becomes a version. */
const pathSchema = z.string().min(1).max(4_096);
const changeSchema = z.strictObject({
  path: pathSchema,
  content: bytesSchema.optional(),
  executable: z.boolean().optional(),
});

const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ran'),
    exit: z.int(),
    output: z.string(),
    isCut: z.boolean(),
    changed: z.array(changeSchema).transform((all) => all.map((one) => ({ ...one, content: one.content }))),
    killed: z.enum(kills).optional(),
    durationMs: z.number(),
  }),
  z.strictObject({ kind: z.literal('asks'), request: requestSchema, durationMs: z.number().min(0) }),
  z.strictObject({ kind: z.literal('refused'), message: z.string().max(2_000) }),
]);

const pack = (value: Job | Reply): string => gzipSync(JSON.stringify(asJson(value)), { level: 1 }).toString('base64');

/** JSON has no bytes; they travel as base64. */
const asJson = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asJson(one)]));
};

const unpack = (text: string): unknown =>
  JSON.parse(gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_UNPACKED_BYTES }).toString());

export const packJob = (job: Job): string => pack(job);
export const unpackJob = (text: string): Job => jobSchema.parse(unpack(text));
export const packReply = (reply: Reply): string => pack(reply);
export const unpackReply = (text: string): Reply => replySchema.parse(unpack(text));
