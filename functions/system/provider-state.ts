import { type ProviderSettings, upstreamsOf } from '../../shared/gateway/index.ts';
import type { DependencyState } from './dependency.ts';

/** Nobody may ask these without a key; whoever runs a model of their own may need none. */
const NEED_A_KEY = ['api.openai.com', 'api.anthropic.com'];

/** Whether a model can be asked at all. The secret as it is deployed names a provider, and waits for its key. */
export const providerState = (settings: ProviderSettings): DependencyState =>
  upstreamsOf(settings).some(({ baseUrl, apiKey }) => apiKey !== '' || !NEED_A_KEY.includes(new URL(baseUrl).hostname))
    ? 'ok'
    : 'not_configured';
