import { type ProviderSettings, upstreamsOf } from '../../shared/gateway/index.ts';
import type { DependencyState } from './dependency.ts';

/** These need a key; a self-hosted model may need none. */
const NEED_A_KEY = ['api.openai.com', 'api.anthropic.com'];

/** Whether a model can be asked. A freshly deployed secret names a provider, but has no key yet. */
export const providerState = (settings: ProviderSettings): DependencyState =>
  upstreamsOf(settings).some(({ baseUrl, apiKey }) => apiKey !== '' || !NEED_A_KEY.includes(new URL(baseUrl).hostname))
    ? 'ok'
    : 'not_configured';
