import { isObject } from './payload-path.ts';
import { malformed, Refusal, unsupported } from './refusal.ts';

export type Body = Record<string, unknown>;

/** The members of a request that are set, after refusing every one the operation does not know. */
export function members(body: unknown, known: readonly string[], operation: string): Body {
  if (!isObject(body)) throw malformed(`${operation} takes an object`);
  const given = Object.entries(body).filter(([, value]) => value !== null && value !== undefined);
  for (const [name] of given) if (!known.includes(name)) throw unsupported(`${name} in ${operation}`);
  return Object.fromEntries(given);
}

export function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw malformed(`${name} is not a list`);
  return value;
}

/** A whole number from `least` up, or `otherwise` if there is none. */
export function whole(value: unknown, name: string, otherwise: number, least: number): number {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw malformed(`${name} is not a whole number`);
  if (value < least) {
    throw new Refusal(
      422,
      `Validation error in JSON body: [${name}: value ${value} invalid, must be ${least} or larger]`,
    );
  }
  return value;
}

export function optionalNumber(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw malformed(`${name} is not a number`);
  return value;
}
