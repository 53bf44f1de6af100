import { type Issuer, issuersSchema } from '../../core/issuers.ts';
import { optional } from '../../platform/configuration.ts';

let read: { text: string; issuers: Issuer[] } | undefined;

/** The issuers that this deployment accepts besides itself; usually none. */
export const configuredIssuers = (): Issuer[] => {
  const text = optional('issuers');
  if (text === undefined) return [];
  if (read?.text !== text) read = { text, issuers: issuersSchema.parse(JSON.parse(text)) };
  return read.issuers;
};
