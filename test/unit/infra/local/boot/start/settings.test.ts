import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProviderSecret, providerOf } from '../../../../../../infra/local/boot/start/provider.ts';
import { startSettings } from '../../../../../../infra/local/boot/start/settings.ts';
import { parseProviderSettings, upstreamsOf } from '../../../../../../shared/gateway/settings/upstreams.ts';

describe('npm start', () => {
  test('npm start needs no settings: port 4000, data in .artel, offline model and vectors', () => {
    expect(startSettings({})).toEqual({ port: 4000, previewPort: 4001, data: '.artel', secrets: {} });
  });

  test('npm start takes a model provider and a vector store from the environment', () => {
    const { secrets } = startSettings({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm', QDRANT_URL: 'https://q.example' });
    expect(secrets).toEqual({
      SecretsProvider: { base_url: 'https://api.openai.com/v1', api_key: 'k', model: 'm' },
      SecretsVectors: { url: 'https://q.example', api_key: '' },
    });
  });

  test('G46: npm start lets tools reach the hosts it is told to, and refuses what is no list of hosts', () => {
    expect(startSettings({ ARTEL_ALLOWED_HOSTS: 'localhost:3001' }).allowedHosts).toBe('localhost:3001');
    expect(() => startSettings({ ARTEL_ALLOWED_HOSTS: 'http://localhost/mcp' })).toThrow(
      /^ARTEL_ALLOWED_HOSTS must be hosts/,
    );
  });

  test('npm start accepts tokens of the issuers it is told of, and refuses what is no list of them', () => {
    const issuers = [{ issuer: 'https://id.example.com', audience: ['artel'] }];
    const { issuers: taken } = startSettings({ ARTEL_ISSUERS: JSON.stringify(issuers) });
    expect(taken).toMatchObject(issuers);
    for (const wrong of ['{', '[{"issuer": "https://id.example.com"}]', '[{"issuer": "x", "audience": ["a"]}]']) {
      expect(() => startSettings({ ARTEL_ISSUERS: wrong })).toThrow(/^ARTEL_ISSUERS must be a list of issuers/);
    }
  });

  test('npm start replaces personal data or not as it is told, and refuses what is neither', () => {
    expect(startSettings({ ARTEL_PII_REDACTION: 'off' }).piiRedaction).toBe('off');
    expect(() => startSettings({ ARTEL_PII_REDACTION: 'no' })).toThrow('ARTEL_PII_REDACTION must be "on" or "off"');
  });

  test('npm start asks the provider for the configured embedding model', () => {
    const { secrets } = startSettings({
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_EMBEDDING_MODEL: 'nomic',
    });
    expect(secrets.SecretsProvider).toMatchObject({ embedding_model: 'nomic' });
  });

  test('npm start takes Anthropic’s API for all models, with a default for agents that name none', () => {
    const claude = { kind: 'anthropic', base_url: 'https://api.anthropic.com', api_key: 'k' };
    expect(startSettings({ ANTHROPIC_API_KEY: 'k' }).secrets).toEqual({
      SecretsProvider: { ...claude, model: 'claude-sonnet-5' },
    });
    const own = {
      ANTHROPIC_API_KEY: 'k',
      ANTHROPIC_BASE_URL: 'http://localhost:9000',
      ANTHROPIC_MODEL: 'claude-opus-5',
    };
    expect(startSettings(own).secrets.SecretsProvider).toEqual({
      ...claude,
      base_url: 'http://localhost:9000',
      model: 'claude-opus-5',
    });
  });

  test('npm start takes both providers: Anthropic’s for its models, OpenAI’s for all others and for embeddings', () => {
    const { SecretsProvider } = startSettings({
      OPENAI_API_KEY: 'o',
      ANTHROPIC_API_KEY: 'a',
      ANTHROPIC_MODEL: 'my-claude',
    }).secrets;
    const base_url = 'https://api.anthropic.com';
    expect(SecretsProvider).toEqual({
      base_url: 'https://api.openai.com/v1',
      api_key: 'o',
      model: 'my-claude',
      upstreams: [{ name: 'anthropic', kind: 'anthropic', base_url, api_key: 'a', models: ['claude-*', 'my-claude'] }],
    });
    expect(providerOf(SecretsProvider as ProviderSecret)).toBe(
      'https://api.openai.com/v1, https://api.anthropic.com for claude-* and my-claude',
    );
  });

  test.each([
    [{ OPENAI_API_KEY: 'o' }, ['openai']],
    [{ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_EMBEDDING_MODEL: 'nomic' }, ['openai']],
    [{ ANTHROPIC_API_KEY: 'a' }, ['anthropic']],
    [{ OPENAI_API_KEY: 'o', ANTHROPIC_API_KEY: 'a', OPENAI_MODEL: 'gpt-5' }, ['anthropic', 'openai']],
  ])('npm start makes a secret of %j that the functions can read', (environment, kinds) => {
    const text = JSON.stringify(startSettings(environment).secrets.SecretsProvider);
    expect(upstreamsOf(parseProviderSettings(text)).map(({ kind = 'openai' }) => kind)).toEqual(kinds);
  });

  test('npm start reads exactly the variables that README names', () => {
    const read = new Set<string>();
    const environment = new Proxy({} as NodeJS.ProcessEnv, {
      get: (_, name) => void read.add(String(name)),
    });
    startSettings(environment);
    const readme = readFileSync(join(import.meta.dirname, '../../../../../../README.md'), 'utf8');
    const table = readme.split('| variable of `npm start`')[1]?.split('\n\n')[0] ?? '';
    const named = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/[A-Z_]{4,}/g) ?? []);
    expect([...read].sort()).toEqual(named.sort());
  });

  test.each([
    [{ PORT: 'x' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ OPENAI_BASE_URL: 'nonsense' }, 'OPENAI_BASE_URL is not a URL'],
    [{ OPENAI_MODEL: 'm' }, 'OPENAI_MODEL needs OPENAI_API_KEY'],
    [{ OPENAI_EMBEDDING_MODEL: 'm' }, 'OPENAI_EMBEDDING_MODEL needs OPENAI_API_KEY'],
    [{ ANTHROPIC_BASE_URL: 'nonsense' }, 'ANTHROPIC_BASE_URL is not a URL'],
    [{ ANTHROPIC_MODEL: 'm' }, 'ANTHROPIC_MODEL needs ANTHROPIC_API_KEY'],
    [{ ANTHROPIC_API_KEY: 'a', OPENAI_EMBEDDING_MODEL: 'm' }, 'OPENAI_EMBEDDING_MODEL needs OPENAI_API_KEY'],
    [{ OPENAI_API_KEY: 'o', OPENAI_MODEL: 'm', ANTHROPIC_API_KEY: 'a', ANTHROPIC_MODEL: 'n' }, 'set one'],
  ])('npm start refuses %j in one line', (environment, line) => {
    expect(() => startSettings(environment)).toThrow(line);
  });
});
