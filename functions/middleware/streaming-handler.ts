import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import type { Operation } from '../routing/operation.ts';
import { requestIdOf } from './request-id.ts';
import { streamResponse } from './stream-response.ts';

/** The handler of a function behind routes of the REST API that stream their responses. */
export const streamingHandler = (operations: readonly Operation[]) =>
  awslambda.streamifyResponse(
    (event: APIGatewayProxyEvent, stream: awslambda.HttpResponseStream, context: Context): Promise<void> =>
      beginInvocation({ request_id: requestIdOf(event, context) }, () =>
        streamResponse(event, context, (head) => awslambda.HttpResponseStream.from(stream, head), { operations }),
      ),
  );
