import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { answer } from './answer.ts';

/** `…/chat/{session_id}/events`, every method of it, behind a route of the REST API that streams its responses. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    answer(event, context, (head) => awslambda.HttpResponseStream.from(stream, head)),
);
