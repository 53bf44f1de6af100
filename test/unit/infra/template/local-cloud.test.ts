import { describe, expect, test } from 'vitest';
import { refusals } from '../../../../infra/local/services/api-gateway/refusals.ts';
import { assemble } from '../../../../infra/local/template/assembly.ts';
import { STAGES } from '../../../../infra/settings/index.ts';
import { apps } from './templates.ts';

describe.each(STAGES)('the local cloud understands the template of %s', (stage) => {
  test('the local cloud understands the template to the last property', () => {
    expect(() => assemble(apps[stage].templates)).not.toThrow();
  });

  test('API Gateway would accept the template’s routes', () => {
    expect(refusals(assemble(apps[stage].templates).resources, { Previews: 0 })).toEqual([]);
  });
});
