import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describe } from '../../../functions/documentation/describe.ts';
import { ROOT } from '../../../infra/sources.ts';

/* Requirements: API10. */

test('the TypeScript client has the types of today’s API: npm run openapi && npm --prefix clients/typescript run generate', () => {
  const document = JSON.stringify(describe());
  const hash = createHash('sha256').update(document).digest('hex');
  const [first] = readFileSync(join(ROOT, 'clients/typescript/src/schema.ts'), 'utf8').split('\n');
  expect(first).toContain(hash);
});
