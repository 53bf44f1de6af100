import { createRequire } from 'node:module';

type Validation = { isValid: boolean; errors: { Message?: string }[]; errorsText: () => string };

/** It has neither types nor an ES module; and it writes a default into what it is given. */
const validator = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => Validation;

/** What is wrong with a definition by the specification of the states language, as a text; empty when nothing is. */
export function faultsOf(definition: unknown): string {
  const { isValid, errorsText } = validator(structuredClone(definition));
  return isValid ? '' : errorsText();
}
