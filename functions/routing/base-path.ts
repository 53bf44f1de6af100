import type { APIGatewayProxyEvent } from 'aws-lambda';

/**
 * The prefix of our paths as clients see them: `/dev` at a stage's own address, none behind a custom domain.
 * `event.path` never has it and `requestContext.path` always does. Everything a client resolves itself, such as a
 * cookie's `Path` or a link, has to begin with it. At the root either may lack its slash: `/dev` is asked for as `/`.
 */
export const basePathOf = ({ path, requestContext }: APIGatewayProxyEvent): string => {
  const [whole, own] = [withoutSlash(requestContext.path ?? path), withoutSlash(path)];
  return whole.endsWith(own) ? whole.slice(0, whole.length - own.length) : '';
};

const withoutSlash = (path: string): string => path.replace(/\/$/, '');
