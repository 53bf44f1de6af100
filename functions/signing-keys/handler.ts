import type { Context, SecretsManagerRotationEvent } from 'aws-lambda';
import { beginInvocation } from '../../shared/observability/invocation.ts';
import { rotate } from './rotation.ts';

/** Called by Secrets Manager, once for each step of a rotation. */
export const handler = async (event: SecretsManagerRotationEvent, context: Context): Promise<void> =>
  beginInvocation({ invocation_id: context.awsRequestId }, () =>
    rotate(event.Step, { secret: event.SecretId, version: event.ClientRequestToken }),
  );
