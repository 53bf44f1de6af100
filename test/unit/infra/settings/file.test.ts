import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULTS } from '../../../../infra/settings/defaults.ts';
import { overridesFor } from '../../../../infra/settings/file.ts';
import { STAGES, type Stage, settingsFor } from '../../../../infra/settings/index.ts';
import { overrides } from '../../../../infra/settings/schema.ts';

/* Requirements: OPS10. */

const folder = mkdtempSync(join(tmpdir(), 'artel-settings-'));
const path = join(folder, 'artel.config.json');
afterAll(() => rmSync(folder, { recursive: true }));

const withFile = (stage: Stage, text: unknown) => {
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return settingsFor(stage, overridesFor(stage, path));
};

test.each(STAGES)('without a file %s has its defaults', (stage) => {
  expect(settingsFor(stage, overridesFor(stage, join(folder, 'none.json')))).toEqual(DEFAULTS[stage]);
});

test('the file changes what it names and nothing else; a stage’s own part comes before that of all', () => {
  const file = {
    all: { agentWorkers: 7, throttle: { burst: 5_000 } },
    prod: { agentWorkers: 9, allowedOrigins: ['https://app.example.com'], memory: { v1: 2_048 } },
    dev: { logLevel: 'DEBUG' },
  };
  expect(withFile('prod', file)).toEqual({
    ...DEFAULTS.prod,
    agentWorkers: 9,
    allowedOrigins: ['https://app.example.com'],
    throttle: { ...DEFAULTS.prod.throttle, burst: 5_000 },
    memory: { ...DEFAULTS.prod.memory, v1: 2_048 },
  });
  expect(withFile('staging', file).agentWorkers).toBe(7);
});

test('the memory of caches keeps what a file does not name, and takes at most half of a function', () => {
  const file = { all: { cache: { strategy: 'w-tinylfu', megabytes: 200 } } };
  expect(withFile('prod', file).cache).toEqual({ ...DEFAULTS.prod.cache, strategy: 'w-tinylfu', megabytes: 200 });
  expect(() => withFile('prod', { all: { cache: { megabytes: 300 } } })).toThrow(/half of what a function has/);
  expect(() => withFile('prod', { all: { cache: { strategy: 'fifo' } } })).toThrow(/cache/);
});

const issuer = { issuer: 'https://id.example.com', audience: ['artel'] };

test('an issuer is taken with what it leaves open', () => {
  const [taken] = withFile('prod', { all: { issuers: [issuer] } }).issuers;
  expect(taken).toEqual({
    ...issuer,
    audienceClaim: 'aud',
    required: {},
    emailClaim: 'email',
    emailVerifiedClaim: 'email_verified',
    rolesClaim: 'roles',
    adminRoles: [],
  });
});

test('an issuer of prod is asked over https', () => {
  const plain = [{ ...issuer, jwksUrl: 'http://id.example.com/keys' }];
  expect(withFile('dev', { all: { issuers: plain } }).issuers).toHaveLength(1);
  expect(() => withFile('prod', { all: { issuers: plain } })).toThrow(/prod asks issuers over https/);
});

test('what a stage refuses it refuses from the file too', () => {
  expect(() => withFile('prod', { all: { keepData: false } })).toThrow(/prod keeps its data/);
});

const many = Array.from({ length: 5 }, (_, at) => ({ ...issuer, issuer: `https://${at}.example/${'x'.repeat(250)}` }));
const certificateArn = 'arn:aws:acm:eu-central-1:111122223333:certificate/3f2c9a51-7d1e-4b0a-9c55-0f6f4a1be7d2';
const own = { name: 'api.example.com', socketName: 'socket.example.com', certificateArn };
const shown = { domain: 'shown.example.net', certificateArn };
const domain = { name: 'api.example.com', socketName: 'socket.example.com', certificateArn: 'x' };

describe('the file is refused, with its name and every fault', () => {
  test.each([
    ['a setting that does not exist', { all: { agentWorker: 5 } }, /artel\.config\.json: all: .*agentWorker/],
    ['two faults', { all: { timers: 1 }, dev: { logLevel: 'LOUD' } }, /all\.timers.*dev\.logLevel/],
    ['a stage that does not exist', { production: {} }, /production/],
    ['a stage of its own', { dev: { stage: 'prod' } }, /stage/],
    ['another stage’s fault', { staging: { timers: 1 } }, /staging\.timers/],
    ['an issuer twice', { all: { issuers: [issuer, issuer] } }, /all\.issuers: each issuer once/],
    ['an issuer for nobody', { all: { issuers: [{ ...issuer, audience: [] }] } }, /all\.issuers\.0\.audience/],
    ['more of issuers than a function takes', { all: { issuers: many } }, /all\.issuers: together at most/],
    ['no JSON', '{', /artel\.config\.json is not JSON/],
    ['no object', '[]', /artel\.config\.json/],
    ['a certificate that is none', { dev: { domain } }, /dev\.domain\.certificateArn/],
    ['previews without a certificate', { dev: { previews: { domain: 'shown.example.net' } } }, /previews: name the/],
    [
      'previews at the site of the API',
      { dev: { domain: own, previews: { ...shown, domain: 'p.example.com' } } },
      /previews: a domain of its own/,
    ],
    ['a URL as a name', { dev: { domain: { ...domain, name: 'https://api.example.com' } } }, /dev\.domain\.name/],
  ])('the file is refused with %s', (_name, file, message) => {
    expect(() => withFile('dev', file)).toThrow(message);
  });
});

/** `throttle.rate` for what lies in an object, in the order of the schema. */
const leaves = (schema: unknown, prefix = ''): string[] => {
  if (schema instanceof z.ZodArray) return [prefix];
  const { shape, unwrap } = schema as { shape?: Record<string, unknown>; unwrap?: () => unknown };
  if (shape)
    return Object.entries(shape).flatMap(([name, inner]) => leaves(inner, prefix ? `${prefix}.${name}` : name));
  return unwrap ? leaves(unwrap.call(schema), prefix) : [prefix];
};

test('every setting has its row in docs/settings.md, with the defaults of each stage', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/settings.md'), 'utf8');
  const rows = new Map(
    [...text.matchAll(/^\| `([\w.]+)` \| [^|]+ \| (.+) \| (.+) \| (.+) \|$/gm)].map(([, name, ...values]) => [
      name,
      values,
    ]),
  );
  const defaultOf = (stage: Stage, name: string) =>
    name
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], DEFAULTS[stage]);
  const shown = (value: unknown) => (value === undefined ? '–' : `\`${JSON.stringify(value).replaceAll(',', ', ')}\``);
  const expected = leaves(overrides).map((name) => [name, STAGES.map((stage) => shown(defaultOf(stage, name)))]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
});
