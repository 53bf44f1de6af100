import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { requestIdOf } from '../middleware/request-id.ts';
import { streamResponse } from './stream-response.ts';

/** Everything under `/admin`, behind routes of the REST API that stream their responses. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    beginInvocation({ request_id: requestIdOf(event, context) }, () =>
      streamResponse(event, context, (head) => awslambda.HttpResponseStream.from(stream, head)),
    ),
);
