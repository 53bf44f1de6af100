import { sha256 } from '../../core/digest.ts';

/**
 * An end user's name in the form that every provider takes: OpenAI has 64 characters for it, others 128, and some only letters,
 * digits, `_` and `-`. Some clients write a whole object there; what does not fit goes as its digest, the same for the same name.
 */
export const endUser = (name: string): string => (/^[\w-]{1,64}$/.test(name) ? name : sha256(name));
