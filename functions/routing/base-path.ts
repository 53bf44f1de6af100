import type { APIGatewayProxyEvent } from 'aws-lambda';

/**
 * What clients have before our paths: `/dev` at the address API Gateway gives a stage, nothing behind a domain of one's
 * own. `event.path` never has it and `requestContext.path` always does. Whatever a client resolves by itself, such as a
 * cookie's `Path` or a link, has to begin with it.
 */
export const basePathOf = ({ path, requestContext }: APIGatewayProxyEvent): string => {
  const whole = requestContext.path ?? path;
  return whole.endsWith(path) ? whole.slice(0, whole.length - path.length) : '';
};
