import { describe, expect, test } from 'vitest';
import { refusals } from '../../../infra/local/services/api-gateway/refusals.ts';
import { assemble } from '../../../infra/local/template/assembly.ts';
import { STAGES } from '../../../infra/settings.ts';
import { apps } from './templates.ts';

describe.each(STAGES)('the local cloud understands the template of %s', (stage) => {
  test('to the last property', () => {
    expect(() => assemble(apps[stage].templates)).not.toThrow();
  });

  test('and API Gateway would take its routes', () => {
    expect(refusals(assemble(apps[stage].templates).resources)).toEqual([]);
  });
});
