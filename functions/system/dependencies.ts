import { Unavailable } from '../../shared/core/errors.ts';
import { providerSettings } from '../../shared/gateway/index.ts';
import { providerNoted } from '../../shared/metrics/index.ts';
import { optional, required } from '../../shared/platform/configuration.ts';
import { waitingForAgents } from '../../shared/platform/queues.ts';
import { Secret } from '../../shared/platform/secrets.ts';
import { probeMemoryTable } from '../../shared/platform/vector-table/index.ts';
import { chosenWall } from '../../shared/sandbox/index.ts';
import { getItem, pointerKeys } from '../../shared/store/index.ts';
import type { Dependency } from './dependency.ts';
import { providerState } from './provider-state.ts';

type Address = { url: string; key: string };

/** `{url, api_key}` of the vector store, an external service. */
const address = (text: string): Address => {
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    const [url, key] = [value.url, value.api_key].map((part) => (typeof part === 'string' ? part : ''));
    return { url: url ?? '', key: key ?? '' };
  } catch (cause) {
    throw new Unavailable('A secret of the platform is not JSON.', { cause });
  }
};

const vectors = new Secret(() => required('vectorsSecret'), address);

const table: Dependency = {
  name: 'table',
  vital: true,
  check: async () => {
    await getItem(pointerKeys.health());
    return 'ok';
  },
};

const queue: Dependency = {
  name: 'queue',
  vital: true,
  check: async (signal) => {
    await waitingForAgents(signal);
    return 'ok';
  },
};

/** Without it agents still answer, but remember nothing. */
const vectorStore: Dependency = {
  name: 'vectors',
  vital: false,
  check: async (signal) => {
    const table = optional('memoryTable');
    if (table !== undefined) {
      await probeMemoryTable(table, signal);
      return 'ok';
    }
    const { url, key } = await vectors.value();
    if (url === '') return 'not_configured';
    const answer = await fetch(`${url.replace(/\/+$/, '')}/collections`, {
      headers: key ? { 'api-key': key } : {},
      redirect: 'error',
      signal,
    });
    await answer.body?.cancel();
    return answer.ok ? 'ok' : 'unavailable';
  },
};

/**
 * Asking a model would cost money each time, so this is what calls of models last found. The provider's settings are checked
 * too, but only where this function may read their secret.
 */
const modelProvider: Dependency = {
  name: 'model_provider',
  vital: false,
  check: async () => {
    const configured = optional('providerSecret') ? providerState(await providerSettings()) : 'ok';
    return configured === 'ok' ? providerNoted() : configured;
  },
};

/** The wall that commands run behind. Running one to see would cost money each time; without a wall none is run. */
const sandbox = (): Dependency => {
  const wall = chosenWall();
  return {
    name: wall === undefined ? 'sandbox' : `sandbox_${wall}`,
    vital: false,
    check: async () => (wall === undefined ? 'not_configured' : 'ok'),
  };
};

export const dependencies = (): Dependency[] => [table, queue, vectorStore, modelProvider, sandbox()];
