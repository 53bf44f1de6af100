import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startSettings } from '../../../../../infra/local/start/settings.ts';

describe('npm start', () => {
  test('needs no settings: port 4000, data in .artel, offline model and vectors', () => {
    expect(startSettings({})).toEqual({ port: 4000, data: '.artel', secrets: {} });
  });

  test('takes a model provider and a vector store from the environment', () => {
    const { secrets } = startSettings({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm', QDRANT_URL: 'https://q.example' });
    expect(secrets).toEqual({
      SecretsProvider: { base_url: 'https://api.openai.com/v1', api_key: 'k', model: 'm' },
      SecretsVectors: { url: 'https://q.example', api_key: '' },
    });
  });

  test('asks the provider for the model of embeddings that was named', () => {
    const { secrets } = startSettings({
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_EMBEDDING_MODEL: 'nomic',
    });
    expect(secrets.SecretsProvider).toMatchObject({ embedding_model: 'nomic' });
  });

  test('reads exactly the variables that README names', () => {
    const read = new Set<string>();
    const environment = new Proxy({} as NodeJS.ProcessEnv, {
      get: (_, name) => void read.add(String(name)),
    });
    startSettings(environment);
    const readme = readFileSync(join(import.meta.dirname, '../../../../../README.md'), 'utf8');
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
  ])('refuses %j in one line', (environment, line) => {
    expect(() => startSettings(environment)).toThrow(line);
  });
});
