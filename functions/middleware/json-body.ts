import { BadRequest } from '../../shared/core/errors.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../../shared/core/json/bounds.ts';
import { parseExact } from '../../shared/core/json/exact.ts';
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
    // Some editors and servers begin a file with this mark (RFC 8259, section 8.1, lets a reader ignore it).
    const text = bodyText.replace(/^\ufeff/, '');
    const value = parsed(text);
    if (isDeeperThan(MAX_JSON_DEPTH, value)) {
      throw new BadRequest(`The body is nested more than ${MAX_JSON_DEPTH} levels deep.`);
    }
    exchange.body = operation.exactNumbers ? parseExact(text) : value;
  },
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new BadRequest('The body is not valid JSON.', { cause });
  }
};
