import type { APIGatewayProxyEvent } from 'aws-lambda';

/**
 * The prefix of our paths as clients see them: `/dev` at a stage's own address, none behind a custom domain.
 * `event.path` never has it and `requestContext.path` always does. Everything a client resolves itself, such as a
 * cookie's `Path` or a link, has to begin with it.
 */
export const basePathOf = ({ path, requestContext }: APIGatewayProxyEvent): string => {
  const whole = requestContext.path ?? path;
  return whole.endsWith(path) ? whole.slice(0, whole.length - path.length) : '';
};
