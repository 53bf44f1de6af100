import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { NotFound } from '../../shared/core/errors.ts';
import { NO_SUCH_NAME, prototypePath } from '../../shared/core/prototype-name.ts';
import { exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';
import { fieldErrorsIn, invalidInput } from '../routing/field-errors.ts';
import { ignoredFields } from '../routing/ignored-fields.ts';
import { listTakes } from '../routing/lists/takes.ts';

/** Checks path, query and body against the operation's schemas; all errors of the last two are reported at once. */
export const validation = (): RestMiddleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event);
    if (exchange.standing) return;
    const { params, query, headers, body, takesBody, bodyType, unknownFields, exactNumbers } = operationOf(exchange);
    const path = params.safeParse(exchange.params);
    if (!path.success) throw new NotFound('There is no such resource.', { cause: path.error });
    const asked = query.safeParse(queryOf(event));
    const sent = body.safeParse(exchange.body);
    const inHeaders = Object.entries(headers).map(([name, schema]) =>
      z.object({ [name]: schema }).safeParse({ [name]: exchange.headers[name.toLowerCase()] }),
    );
    // What is read as it is written keeps every name.
    const losesNames = unknownFields === 'refused' && !exactNumbers;
    const lost = losesNames ? prototypePath(exchange.body, exchange.bodyText ?? '') : undefined;
    const errors = [
      ...fieldErrorsIn(asked, listTakes(query)),
      ...[...inHeaders, sent].flatMap((one) => fieldErrorsIn(one)),
    ];
    if (lost !== undefined) errors.push({ path: lost, message: NO_SUCH_NAME });
    if (errors.length > 0) throw invalidInput(errors);
    if (unknownFields === 'ignored') exchange.ignored.push(...ignoredFields(exchange.body, sent.data));
    exchange.input = {
      params: path.data,
      query: asked.data,
      body: takesBody || bodyType === 'text' ? sent.data : undefined,
    };
  },
});

/** A parameter given several times is a list; an operation that takes one value refuses it. */
const queryOf = (event: APIGatewayProxyEvent): Record<string, unknown> => {
  const lists = Object.entries(event.multiValueQueryStringParameters ?? {});
  return {
    ...event.queryStringParameters,
    ...Object.fromEntries(lists.map(([name, values]) => [name, values?.length === 1 ? values[0] : values])),
  };
};
