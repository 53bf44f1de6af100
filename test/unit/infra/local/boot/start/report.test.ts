import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { welcome } from '../../../../../../infra/local/boot/start/report.ts';

const demo = { email: 'demo@artel.local', password: 'secret words', token: 't', agent: 'guide', session: 'ses_1' };
const about = { socketUrl: '', previewUrl: 'http://localhost:1', provider: undefined, readyAfter: 0, demo };

test('what npm start prints begins with the address of the console', () => {
  const [first] = /https?:\S+/.exec(welcome({ ...about, url: 'http://localhost:4820', data: 'memory' })) ?? [];
  expect(first).toBe('http://localhost:4820/console');
});

const buildApp = (url: string, data: string): string | undefined =>
  /^npm run build-app -- "[^"]+"(.*)$/m.exec(welcome({ ...about, url, data }))?.[1];

test('the build-app command that npm start prints works as it is, wherever Artel listens and keeps its data', () => {
  expect(buildApp('http://localhost:4000', resolve('.artel'))).toBe('');
  expect(buildApp('http://localhost:4820', resolve('.artel'))).toBe(' --url http://localhost:4820');
  expect(buildApp('http://localhost:4000', 'memory')).toBe(' --password "secret words"');
  expect(buildApp('http://localhost:4820', 'memory')).toBe(' --url http://localhost:4820 --password "secret words"');
});
