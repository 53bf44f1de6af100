import { ServiceError } from '../protocol/service.ts';

export type SecretVersion = {
  id: string;
  /** Absent between the start of a rotation and its first PutSecretValue. */
  value?: string;
  stages: string[];
  created: number;
};

/** A secret and its versions, as Secrets Manager keeps them. Plain data, so that it can be stored. */
export type Secret = {
  name: string;
  arn: string;
  versions: SecretVersion[];
  rotatedAt?: number;
  /** Of the schedule that rotated it last. */
  rotationRules?: string;
  /** Digest of what the template says; another one makes a new version. */
  origin: string;
};

export function versionOf(secret: Secret, { id, stage }: { id?: string; stage?: string }): SecretVersion {
  const wanted = (one: SecretVersion) =>
    (id === undefined || one.id === id) &&
    (id !== undefined && stage === undefined ? true : one.stages.includes(stage ?? 'AWSCURRENT'));
  const found = secret.versions.find(wanted);
  if (found?.value === undefined) {
    const which = id ?? stage ?? 'AWSCURRENT';
    throw new ServiceError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for ${which}`,
    );
  }
  return found;
}

/** `PutSecretValue`: the same token with the same value changes nothing, with another value is refused. */
export function putValue(secret: Secret, put: { id: string; value: string; stages?: string[]; now: number }): void {
  const { id, value, stages = ['AWSCURRENT'], now } = put;
  const same = secret.versions.find((one) => one.id === id);
  if (same?.value !== undefined && same.value !== value) {
    throw new ServiceError('ResourceExistsException', `You can't change the value of version ${id}`);
  }
  if (same) same.value = value;
  else secret.versions.push({ id, value, stages: [], created: now });
  for (const stage of stages) moveStage(secret, stage, id);
}

/** `UpdateSecretVersionStage`, with the rule that a label in use must be named where it is. */
export function updateStage(
  secret: Secret,
  { stage, to, from }: { stage: string; to: string | undefined; from: string | undefined },
): void {
  const holder = secret.versions.find((one) => one.stages.includes(stage));
  if (holder && holder.id !== from && holder.id !== to) {
    throw new ServiceError(
      'InvalidParameterException',
      `The parameter RemoveFromVersionId must name version ${holder.id}, which has the label ${stage}`,
    );
  }
  if (to === undefined) {
    if (holder) holder.stages = holder.stages.filter((one) => one !== stage);
    return;
  }
  if (!secret.versions.some((one) => one.id === to)) {
    throw new ServiceError('ResourceNotFoundException', `Secrets Manager can't find version ${to}`);
  }
  moveStage(secret, stage, to);
}

/** Moves a label. AWSCURRENT leaves AWSPREVIOUS behind; a version without labels is deprecated and goes. */
export function moveStage(secret: Secret, stage: string, to: string): void {
  const holder = secret.versions.find((one) => one.stages.includes(stage));
  if (holder?.id === to) return;
  for (const version of secret.versions) {
    version.stages = version.stages.filter(
      (one) => one !== stage && !(stage === 'AWSCURRENT' && one === 'AWSPREVIOUS'),
    );
    if (version === holder && stage === 'AWSCURRENT') version.stages.push('AWSPREVIOUS');
    if (version.id === to) version.stages.push(stage);
  }
  secret.versions = secret.versions.filter((one) => one.stages.length > 0);
}
