import type { SecretsManagerRotationEvent } from 'aws-lambda';
import { rotate } from './rotation.ts';

/** Called by Secrets Manager, once for each step of a rotation. */
export const handler = async (event: SecretsManagerRotationEvent): Promise<void> =>
  rotate(event.Step, { secret: event.SecretId, version: event.ClientRequestToken });
