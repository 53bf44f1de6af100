import { describe, expect, test } from 'vitest';
import { checked, isStage, missingIn, STAGES, settingsFor } from '../../../../infra/settings/index.ts';

/* Requirements: GW5, OPS10. */

test.each(STAGES)('the settings of %s are valid', (stage) => {
  expect(settingsFor(stage).stage).toBe(stage);
});

test('no other stage exists', () => {
  expect([undefined, '', 'production', 'DEV', 1].filter(isStage)).toEqual([]);
});

describe('prod refuses', () => {
  const prod = settingsFor('prod');
  test.each([
    ['any origin', { allowedOrigins: ['*'] }, /allowedOrigins/],
    ['an origin without TLS', { allowedOrigins: ['http://app.example.com'] }, /allowedOrigins/],
    ['to lose data', { keepData: false }, /keepData/],
    ['to log at DEBUG', { logLevel: 'DEBUG' as const }, /logLevel/],
    ['previews without a bound', { openPreviews: undefined }, /openPreviews/],
    ['streams without a bound', { followedStreams: undefined }, /followedStreams/],
  ])('prod refuses %s', (_, change, message) => {
    expect(() => checked({ ...prod, ...change })).toThrow(message);
  });
});

test('prod names all that it should not be deployed without in one go, and what it is like without', () => {
  const names = (stage: 'dev' | 'prod', overrides: Parameters<typeof settingsFor>[1] = []) =>
    missingIn(settingsFor(stage, overrides)).map(({ setting }) => setting);
  expect(names('prod')).toEqual(['alarmAddress', 'mail.from', 'domain', 'allowedOrigins']);
  expect(names('prod', [{ alarmAddress: 'a@example.com', allowedOrigins: ['https://app.example.com'] }])).toEqual([
    'mail.from',
    'domain',
  ]);
  expect(names('dev')).toEqual([]);
});

describe('every stage refuses', () => {
  const dev = settingsFor('dev');
  test.each([
    ['an origin with a path', { allowedOrigins: ['https://app.example.com/'] }, /allowedOrigins/],
    ['a burst under the rate', { throttle: { rate: 10, burst: 5 } }, /throttle/],
    ['one worker', { agentWorkers: 1 }, /agentWorkers/],
    ['one function for all hints', { timers: 1 }, /timers/],
    ['a model time-out longer than a worker lives', { modelTimeoutMs: 300_000 }, /modelTimeoutMs/],
    ['memory Lambda does not have', { memory: { ...dev.memory, my: 64 } }, /memory.my/],
    ['a setting it does not know', { keepDate: true }, /keepDate/],
  ])('every stage refuses %s', (_, change, message) => {
    expect(() => checked({ ...dev, ...change })).toThrow(message);
  });

  test('every stage reports several faults in one message', () => {
    expect(() => checked({ ...dev, agentWorkers: 0, defaultModel: '' })).toThrow(/agentWorkers.*defaultModel/);
  });
});
