import { PayloadTooLarge } from '../../shared/core/errors.ts';
import { MAX_BODY_BYTES } from '../routing/body-limits.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';

/** Decodes the body, and refuses one that is larger than its route allows, before it is parsed. */
export const bodySize = (): RestMiddleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event);
    const body = event.body ?? '';
    const bytes = Buffer.byteLength(body, event.isBase64Encoded ? 'base64' : 'utf8');
    const most = exchange.operation?.maxBodyBytes ?? MAX_BODY_BYTES;
    if (bytes > most) throw new PayloadTooLarge(`The body has ${bytes} bytes; this path takes at most ${most}.`);
    exchange.bodyText = event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  },
});
