import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STAGES } from '../../../../infra/settings/index.ts';
import { ROOT } from '../../../../infra/sources.ts';
import { apps } from './templates.ts';

test('npm run synth leaves the templates of each stage, and nothing else, where they can be read and compared', () => {
  const folder = mkdtempSync(join(tmpdir(), 'artel-synth-all-'));
  const stale = join(folder, 'cdk.out', 'dev');
  mkdirSync(stale, { recursive: true });
  writeFileSync(join(stale, 'artel-dev-old.template.json'), '{}');
  execFileSync(process.execPath, [join(ROOT, 'infra/guard.mjs'), join(ROOT, 'infra/synth-all.ts')], { cwd: folder });
  for (const stage of STAGES) {
    const outdir = join(folder, 'cdk.out', stage);
    const written = readdirSync(outdir).filter((name) => name.endsWith('.template.json'));
    const templates = Object.entries(apps[stage].templates);
    expect(written.sort()).toEqual(templates.map(([name]) => `${name}.template.json`).sort());
    for (const [name, template] of templates) {
      expect(JSON.parse(readFileSync(join(outdir, `${name}.template.json`), 'utf8'))).toEqual(template);
    }
  }
});
