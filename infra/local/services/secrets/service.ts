import { randomUUID } from 'node:crypto';
import type { Authorizer } from '../iam/authorizer.ts';
import { type Input, type JsonAction, jsonService } from '../protocol/json-service.ts';
import { type Service, ServiceError } from '../protocol/service.ts';
import { putValue, type Secret, updateStage, versionOf } from './secret.ts';
import type { Secrets } from './secrets.ts';

const SECOND = 1000;

/** Secrets Manager's JSON protocol over the secrets of the template. */
export function secretService(secrets: Secrets, authorizer: Authorizer): Service {
  const secretOf = (input: Input): Secret => {
    const secret = secrets.find(String(input.SecretId));
    if (!secret)
      throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return secret;
  };
  const on = (name: string, run: (secret: Secret, input: Input) => unknown): JsonAction => ({
    access: (input) => ({ action: `secretsmanager:${name}`, resource: secretOf(input).arn }),
    run: (input) => run(secretOf(input), input),
  });
  const changing = (name: string, run: (secret: Secret, input: Input) => unknown): JsonAction =>
    on(name, (secret, input) => {
      const output = run(secret, input);
      secrets.save();
      return output;
    });
  const actions: Record<string, JsonAction> = {
    GetSecretValue: on('GetSecretValue', getValue),
    DescribeSecret: on('DescribeSecret', describe),
    PutSecretValue: changing('PutSecretValue', put),
    UpdateSecretVersionStage: changing('UpdateSecretVersionStage', (secret, input) => {
      updateStage(secret, {
        stage: String(input.VersionStage),
        to: text(input.MoveToVersionId),
        from: text(input.RemoveFromVersionId),
      });
      return { ARN: secret.arn, Name: secret.name };
    }),
  };
  return jsonService({ version: '1.1', authorizer, actions, deniedCode: 'AccessDeniedException' });
}

function getValue(secret: Secret, input: Input) {
  const version = versionOf(secret, { id: text(input.VersionId), stage: text(input.VersionStage) });
  return {
    ARN: secret.arn,
    Name: secret.name,
    SecretString: version.value,
    VersionId: version.id,
    VersionStages: version.stages,
    CreatedDate: version.created / SECOND,
  };
}

function describe(secret: Secret) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    RotationEnabled: true,
    ...(secret.rotatedAt !== undefined && { LastRotatedDate: secret.rotatedAt / SECOND }),
    VersionIdsToStages: Object.fromEntries(secret.versions.map(({ id, stages }) => [id, stages])),
  };
}

function put(secret: Secret, input: Input) {
  const value = text(input.SecretString);
  if (value === undefined)
    throw new ServiceError('InvalidParameterException', 'only SecretString is supported locally');
  const id = text(input.ClientRequestToken) ?? randomUUID();
  const stages = input.VersionStages as string[] | undefined;
  putValue(secret, { id, value, now: Date.now(), ...(stages && { stages }) });
  const version = secret.versions.find((one) => one.id === id);
  return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: version?.stages ?? [] };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
