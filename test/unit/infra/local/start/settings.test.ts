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

  test.each([
    [{ PORT: 'x' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ OPENAI_BASE_URL: 'nonsense' }, 'OPENAI_BASE_URL is not a URL'],
    [{ OPENAI_MODEL: 'm' }, 'OPENAI_MODEL needs OPENAI_API_KEY'],
  ])('refuses %j in one line', (environment, line) => {
    expect(() => startSettings(environment)).toThrow(line);
  });
});
