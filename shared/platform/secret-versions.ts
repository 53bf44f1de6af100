import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

const client = once(() => new SecretsManagerClient(CLIENT_TIMEOUTS));

export type Stage = 'AWSCURRENT' | 'AWSPENDING';

/** The stages of each version of a secret. */
export const versionStages = async (secret: string): Promise<Map<string, string[]>> => {
  const answer = await client().send(new DescribeSecretCommand({ SecretId: secret }));
  return new Map(Object.entries(answer.VersionIdsToStages ?? {}));
};

/** The text of one version, or of the version at a stage; `undefined` if there is none. */
export const versionText = async (secret: string, stage: Stage, version?: string): Promise<string | undefined> => {
  try {
    const answer = await client().send(
      new GetSecretValueCommand({ SecretId: secret, VersionStage: stage, ...(version && { VersionId: version }) }),
    );
    return answer.SecretString;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** Stores a version as pending. `version` is the request's token, so that a retry stores nothing twice. */
export const putPending = async (secret: string, version: string, text: string): Promise<void> => {
  await client().send(
    new PutSecretValueCommand({
      SecretId: secret,
      ClientRequestToken: version,
      SecretString: text,
      VersionStages: ['AWSPENDING'],
    }),
  );
};

/** From now on this version is what readers get. */
export const makeCurrent = async (secret: string, version: string, instead: string | undefined): Promise<void> => {
  await client().send(
    new UpdateSecretVersionStageCommand({
      SecretId: secret,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: version,
      ...(instead !== undefined && { RemoveFromVersionId: instead }),
    }),
  );
};
