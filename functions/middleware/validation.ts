import type { APIGatewayProxyEvent } from 'aws-lambda';
import { NotFound } from '../../shared/core/errors.ts';
import { exchangeOf, operationOf, type RestMiddleware } from '../routing/exchange.ts';
import { fieldErrorsIn, invalidInput } from '../routing/field-errors.ts';
import { ignoredFields } from '../routing/ignored-fields.ts';

/** Checks path, query and body against the operation's schemas; all errors of the last two are reported at once. */
export const validation = (): RestMiddleware => ({
  before: ({ event }) => {
    const exchange = exchangeOf(event);
    if (exchange.standing) return;
    const { params, query, body, takesBody, bodyType, unknownFields } = operationOf(exchange);
    const path = params?.safeParse(exchange.params);
    if (path && !path.success) throw new NotFound('There is no such resource.', { cause: path.error });
    const asked = query.safeParse(queryOf(event));
    const sent = body.safeParse(exchange.body);
    const errors = [...fieldErrorsIn(asked), ...fieldErrorsIn(sent)];
    if (errors.length > 0) throw invalidInput(errors);
    if (unknownFields === 'ignored') exchange.ignored.push(...ignoredFields(exchange.body, sent.data));
    exchange.input = {
      params: path ? path.data : exchange.params,
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
