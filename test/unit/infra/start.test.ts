import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../../../infra/bundle.ts';

const { folders } = bundle();

test('no function loads fetch or HTTP/2 at its start', () => {
  const script = `globalThis.awslambda = { streamifyResponse: (f) => f, HttpResponseStream: { from: (s) => s } };
    for (const folder of ${JSON.stringify(Object.values(folders))}) await import(folder + '/index.mjs');
    process.stdout.write(process.moduleLoadList.join());`;
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(loaded).toContain('NativeModule http');
  expect(loaded).not.toMatch(/undici|http2/);
});

type Output = { inputs: Record<string, { bytesInOutput: number }> };

/** Own and foreign modules of which something is in the function's `index.mjs`. */
const modulesOf = (name: string): string[] => {
  const metafile = JSON.parse(readFileSync(join(folders[name] ?? '', '../metafile.json'), 'utf8'));
  const outputs = Object.entries<Output>(metafile.outputs);
  const [, output] = outputs.find(([path]) => path.endsWith(`/${name}/index.mjs`)) ?? [];
  return Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
};

test.each(['auth', 'event-stream', 'my', 'plans', 'pusher', 'socket', 'sweeper', 'system', 'timers'])(
  'the function %s, which calls no model, starts without the code for that',
  (name) => {
    expect(
      modulesOf(name).filter((path) => /^shared\/gateway\/(providers|chain|policies\/kinds)\//.test(path)),
    ).toEqual([]);
  },
);

test('no function carries sources of credentials other than its environment, or event streams', () => {
  const foreign = /credential-provider-(http|imds|ini|process|sso|web-identity)|submodules\/event-streams/;
  expect(
    Object.keys(folders)
      .flatMap(modulesOf)
      .filter((path) => foreign.test(path)),
  ).toEqual([]);
});
