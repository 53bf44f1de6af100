import { ArtelError, type FieldError, Unprocessable } from '../../core/errors.ts';
import { piiEngine } from '../pii-engine.ts';
import { optionsOf } from './kinds/pii/find.ts';
import { patternsOf } from './kinds/replace.ts';
import type { PolicySetting } from './settings.ts';

/** Refuses patterns the engine cannot run and types it does not know, so that whatever is stored works. */
export const checkPolicies = async (policies: readonly PolicySetting[]): Promise<void> => {
  const engine = await piiEngine();
  const types = new Set<string>([...engine.DEFAULT_TYPES, ...engine.QUASI_IDENTIFIER_TYPES]);
  const errors: FieldError[] = [];
  for (const [index, setting] of policies.entries()) {
    const path = `policies.${index}`;
    if (setting.kind === 'replace') errors.push(...problemOf(`${path}.rules`, () => patternsOf(engine, setting.rules)));
    if (setting.kind !== 'pii') continue;
    errors.push(...problemOf(`${path}.patterns`, () => optionsOf(engine, setting)));
    const unknown = (setting.types ?? []).filter((type) => !types.has(type));
    if (unknown.length > 0) errors.push({ path: `${path}.types`, message: `There is no type ${unknown.join(', ')}.` });
  }
  if (errors.length > 0) throw new Unprocessable('Some of the policies are not valid.', { errors });
};

const problemOf = (path: string, make: () => unknown): FieldError[] => {
  try {
    make();
    return [];
  } catch (error) {
    // The engine is bundled separately, with its own copy of the error class, so the code tells.
    const { code, message } = error as Partial<ArtelError>;
    if (error instanceof ArtelError || code === 'bad_request')
      return [{ path, message: message ?? 'Not a valid pattern.' }];
    throw error;
  }
};
