import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { streamResponse } from './stream-response.ts';

/** Everything under `/v1`, behind routes of the REST API that stream their responses. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    streamResponse(event, context, stream, (head) => awslambda.HttpResponseStream.from(stream, head)),
);
