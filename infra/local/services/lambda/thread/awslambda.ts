import type { ResponseHead, ResponseStream } from './response-stream.ts';

export type StreamingHandler = (event: unknown, stream: ResponseStream, context: unknown) => Promise<unknown>;

const STREAMING = Symbol('streaming handler');

/** The global `awslambda` of Lambda's Node.js runtime. */
export const awslambda = {
  streamifyResponse(handler: StreamingHandler): StreamingHandler {
    return Object.assign(handler, { [STREAMING]: true });
  },
  HttpResponseStream: {
    from(stream: ResponseStream, head: ResponseHead): ResponseStream {
      stream.setHead(head);
      return stream;
    },
  },
};

export function isStreaming(handler: unknown): handler is StreamingHandler {
  return typeof handler === 'function' && STREAMING in handler;
}
