import { BadRequest } from '../../shared/core/errors.ts';
import { exchangeOf, type RestMiddleware } from '../routing/exchange.ts';

const json = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/**
 * Parses the body. Only what calls itself JSON is taken: a form or plain text is what another site's page could send
 * without asking first (https://fetch.spec.whatwg.org/#cors-safelisted-request-header).
 */
export const jsonBody = (): RestMiddleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event);
    const { operation, bodyText = '', headers } = exchange;
    if (!operation) return;
    if (operation.bodyType === 'text') {
      exchange.body = bodyText;
      return;
    }
    if (bodyText.trim() === '') return;
    if (!json.test(headers['content-type'] ?? '')) throw new BadRequest('The body must be sent as application/json.');
    try {
      // Some editors and servers begin a file with this mark (RFC 8259, section 8.1, lets a reader ignore it).
      exchange.body = JSON.parse(bodyText.replace(/^\ufeff/, ''));
    } catch (cause) {
      throw new BadRequest('The body is not valid JSON.', { cause });
    }
  },
});
