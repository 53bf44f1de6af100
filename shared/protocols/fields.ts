import * as z from 'zod';
import { depthOf, type Fault } from '../core/fault-depth.ts';

/** A field that is accepted and has no effect: it changes how an answer is made or billed, not its content. */
export const hint = z.unknown().optional();

/** A field that is known but not supported; only null is accepted, which means "not used" in both APIs. */
export const unsupported = (why: string) => z.null({ error: `This is not supported: ${why}` }).optional();

/**
 * What is wrong with a list of parts or items: which kinds there are, unless the fault lies within one of a known kind, which
 * then speaks for itself.
 */
export const kindsOrFault = (kinds: string) => ({
  error: ({ errors }: Pick<Fault, 'errors'>) =>
    depthOf({ path: [], ...(errors && { errors }) }) > 2 ? undefined : kinds,
});

export const jsonSchema = z.record(z.string(), z.unknown());
export const toolName = z.string().regex(/^[\w-]{1,128}$/, 'A name has at most 128 letters, digits, "_" and "-".');
/** Of a call that a model made. It may be none of the tools it was offered, whatever it is called. */
export const calledName = z.string().min(1).max(1_024);

/** OpenAI's highest effort is called `xhigh`, Anthropic's `max`. */
export const effortOf = (wanted: z.infer<typeof effort>): string | undefined =>
  wanted === 'max' ? 'xhigh' : (wanted ?? undefined);

/** The provider fetches the URL itself, so it must be public and encrypted, or contain the image. */
export const pictureUrl = (ifMissing?: string) =>
  z
    .string(ifMissing)
    .regex(
      /^(https:\/\/|data:image\/(png|jpeg|gif|webp);base64,)/,
      'An image must be an https: or a data:image/…;base64 URL.',
    );

export const refusalPart = z.object({ type: z.literal('refusal'), refusal: z.string() }).meta({ id: 'RefusalPart' });

export const textFormat = z.object({ type: z.literal('text') }).meta({ id: 'TextFormat' });
export const jsonFormat = z.object({ type: z.literal('json_object') }).meta({ id: 'JsonObjectFormat' });

export const detail = z.enum(['auto', 'low', 'high']).nullish();

export const temperature = z.number().min(0).max(2).nullish();
export const topP = z.number().min(0).max(1).nullish();
export const penalty = z.number().min(-2).max(2).nullish();
export const count = z.int().min(1).nullish();
export const effort = z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']).nullish();
export const metadata = z.record(z.string().max(64), z.string().max(512)).nullish();
export const sessionKey = z.string().min(1).max(512).nullish();

/** `metadata.session_id`, else the key by which OpenAI groups the requests of one conversation. */
export const sessionOf = (body: {
  metadata?: Record<string, string> | null | undefined;
  prompt_cache_key?: string | null | undefined;
}): string | undefined => body.metadata?.session_id || body.prompt_cache_key || undefined;
