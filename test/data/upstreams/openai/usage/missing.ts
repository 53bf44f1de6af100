import type { CorpusEntry } from '../../types.ts';
import { countedBy } from './count.ts';

/** No usage, or counts that count nothing. */
export const missingUsage: CorpusEntry[] = countedBy([
  {
    id: 'any-usage-null',
    upstream: 'any',
    shape: 'usage null',
    source: 'seratch/ChatGPT-in-Slack#49',
    usage: null,
    expected: null,
  },
  {
    id: 'any-usage-missing',
    upstream: 'ollama',
    shape: 'no usage',
    source: 'BerriAI/litellm#36168 (falls back to a tokenizer)',
    usage: undefined,
    expected: null,
  },
  {
    id: 'any-usage-empty',
    upstream: 'any',
    shape: 'usage without any count',
    source: 'BerriAI/litellm#36168',
    usage: {},
    expected: null,
  },
  {
    id: 'any-usage-zeros',
    upstream: 'any',
    shape: 'all counts 0: no prompt is empty, so nobody counted',
    source: 'zai-org/GLM-5#139',
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    expected: null,
  },
  {
    id: 'any-usage-floats',
    upstream: 'any',
    shape: 'counts as floats and texts',
    source: 'derived: from proxies that keep counts as numbers of other languages',
    usage: { prompt_tokens: 20.0, completion_tokens: '5', total_tokens: '25' },
    expected: { prompt: 20, completion: 5 },
  },
]);
