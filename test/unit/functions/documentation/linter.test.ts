import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { describe } from '../../../../functions/documentation/describe.ts';

/* Requirements: API6. */

/**
 * Two warnings are wrong here. The segments that seem ambiguous are told apart by the patterns of their variables, which the
 * linter does not read (`schemas.test.ts` does); and `GET /v1/responses` is described in order to say that it is not offered.
 */
const UNDERSTOOD = ['no-ambiguous-paths', 'operation-2xx-response'];

test('the document passes the recommended rules of Redocly’s linter', async () => {
  const found = await lintFromString({
    source: JSON.stringify(describe()),
    absoluteRef: '/openapi.json',
    config: await createConfig({ extends: ['recommended'] }),
  });
  const shown = found.map(({ severity, ruleId, message }) => ({ severity, ruleId, message }));
  expect(shown.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(shown.filter(({ ruleId }) => !UNDERSTOOD.includes(ruleId))).toEqual([]);
  expect(shown.filter(({ ruleId }) => ruleId === 'operation-2xx-response')).toHaveLength(1);
});

test('the linter would find a variable that a path does not name', async () => {
  const document = describe() as { paths: Record<string, unknown> };
  const { '/my': profile, ...paths } = document.paths;
  const found = await lintFromString({
    source: JSON.stringify({ ...document, paths: { ...paths, '/my/{lost}': profile } }),
    absoluteRef: '/openapi.json',
    config: await createConfig({ extends: ['recommended'] }),
  });
  expect(found.map(({ ruleId }) => ruleId)).toContain('path-parameters-defined');
});
