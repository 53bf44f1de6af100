import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { requestIdOf } from '../middleware/request-id.ts';
import { streamEvents } from './stream-events.ts';

/** Every method of `…/chat/{session_id}/events`, behind a route of the REST API that streams its responses. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    beginInvocation({ request_id: requestIdOf(event, context) }, () =>
      streamEvents(event, context, (head) => awslambda.HttpResponseStream.from(stream, head)),
    ),
);
