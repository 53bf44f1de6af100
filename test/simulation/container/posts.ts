import type { Reach } from './http.ts';

/** The client of the sockets' service. */
export const SOCKETS = 'ApiGatewayManagementApiClient';

type Request = { path: string; body: Buffer };
type Answer = { response: { statusCode: number; body: { resume(): void } } };

const OK = 200;
const GONE = 410;

/** Stands for the client's connections, over which a post may be sent without the client: it is the same call. */
export const posting = (reach: Reach) => ({
  handle: async ({ path, body }: Request): Promise<Answer> => {
    const ConnectionId = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
    return answer(await statusOf(reach(SOCKETS, 'PostToConnectionCommand', { ConnectionId, Data: body.toString() })));
  },
});

const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => OK,
    (error: Error) => {
      if (error.name === 'GoneException') return GONE;
      throw error;
    },
  );

const answer = (statusCode: number): Answer => ({ response: { statusCode, body: { resume: () => undefined } } });

/** Nobody checks a signature here. */
export class Unsigned {
  async sign<T>(request: T): Promise<T> {
    return request;
  }
}
