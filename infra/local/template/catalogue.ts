import type { Resource } from './resource.ts';
import type { ResourceType } from './type.ts';
import { ACCEPTED_TYPES } from './types/accepted.ts';
import { GATEWAY_TYPES } from './types/gateway.ts';
import { IDENTITY_TYPES } from './types/identity.ts';
import { LAMBDA_TYPES } from './types/lambda.ts';
import { MESSAGING_TYPES } from './types/messaging.ts';
import { STORAGE_TYPES } from './types/storage.ts';
import { WORKFLOW_TYPES } from './types/workflows.ts';

const CATALOGUE: Record<string, ResourceType> = {
  ...GATEWAY_TYPES,
  ...IDENTITY_TYPES,
  ...LAMBDA_TYPES,
  ...MESSAGING_TYPES,
  ...STORAGE_TYPES,
  ...WORKFLOW_TYPES,
};

/** The template holds something that would be ignored silently: boot stops and says where. */
export class UnsupportedResource extends Error {
  override readonly name = 'UnsupportedResource';
}

/** `Ref` and attributes of a type. */
export function namingOf(stack: string, logicalId: string, type: string): Pick<ResourceType, 'ref' | 'attributes'> {
  const known = CATALOGUE[type] ?? ACCEPTED_TYPES[type];
  if (!known) {
    throw new UnsupportedResource(`stack ${stack}, resource ${logicalId}: type ${type} is not supported locally`);
  }
  return known;
}

/** @throws UnsupportedResource for a type that is not implemented here, and for a property that nothing reads and no reason excuses. */
export function refuseUnsupported({ stack, logicalId, type, properties }: Resource): void {
  namingOf(stack, logicalId, type);
  const known = CATALOGUE[type];
  if (!known) return;
  const stranger = Object.keys(properties).find(
    (name) => !known.properties.includes(name) && !(name in (known.inert ?? {})),
  );
  if (stranger) {
    throw new UnsupportedResource(
      `stack ${stack}, resource ${logicalId} (${type}): property ${stranger} is not supported locally`,
    );
  }
}
