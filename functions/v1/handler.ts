import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { answer } from './answer.ts';

/** Everything under `/v1`, behind routes of the REST API that stream their responses. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    answer(event, context, stream, (head) => awslambda.HttpResponseStream.from(stream, head)),
);
