import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { requestIdOf } from '../middleware/request-id.ts';
import { sendPreview } from './send.ts';

/** Every path of the API of previews, which streams its responses: files are sent as the bytes they are. */
export const handler = awslambda.streamifyResponse(
  (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
    beginInvocation({ request_id: requestIdOf(event, context) }, () =>
      sendPreview(event, (head) => awslambda.HttpResponseStream.from(stream, head)),
    ),
);
