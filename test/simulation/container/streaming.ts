import type { Head, Reader } from '../world/reader.ts';

type Streaming = (event: unknown, stream: Reader, context: { reader: Reader }) => Promise<void>;

/** The global `awslambda` of Lambda's Node.js runtime. Whoever reads comes with the invocation. */
export const awslambda = {
  streamifyResponse:
    (handler: Streaming) =>
    (event: unknown, context: { reader: Reader }): Promise<void> =>
      handler(event, context.reader, context),
  HttpResponseStream: {
    from: (reader: Reader, head: Head): Reader => {
      reader.begin(head);
      return reader;
    },
  },
};
