import { createHash } from 'node:crypto';

/** What a type's `Ref` and attributes are computed from. */
export type Named = {
  stack: string;
  logicalId: string;
  /** A property of the resource with its intrinsics resolved. */
  property(name: string): unknown;
};

/** `<stack>-<logicalId>` as CloudFormation would name it, but the same at every start, so that stored data is found again. */
export function physicalName({ stack, logicalId }: Named, longest = 64): string {
  const name = `${stack}-${logicalId}`;
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}-${digest(name).slice(0, 8)}`;
}

/** An id of ten characters, shaped like API Gateway's. */
export function shortId({ stack, logicalId }: Named): string {
  return digest(`${stack}/${logicalId}`).slice(0, 10);
}

/** The name a property gives, otherwise a made one. */
export function givenOr(named: Named, property: string, longest?: number): string {
  const given = named.property(property);
  return typeof given === 'string' ? given : physicalName(named, longest);
}

function digest(text: string): string {
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
    .toString(36)
    .slice(0, 40);
}
