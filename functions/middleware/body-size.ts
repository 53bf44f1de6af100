import { PayloadTooLarge } from '../../shared/core/errors.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';

export const LARGEST_BODY = 1024 * 1024;

/** Decodes the body and refuses what is longer than an operation should ever need, before anything parses it. */
export const bodySize = (largest = LARGEST_BODY): RestMiddleware => ({
  before: ({ event }) => {
    const body = event.body ?? '';
    const bytes = Buffer.byteLength(body, event.isBase64Encoded ? 'base64' : 'utf8');
    if (bytes > largest) throw new PayloadTooLarge(`The body is larger than ${largest} bytes.`);
    exchangeOf(event).bodyText = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  },
});
