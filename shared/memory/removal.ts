import type { ProjectScope } from '../core/scope.ts';
import { openMemory } from './store/access.ts';
import { type Forgetting, forget as forgetIn, removeTenant as removeTenantFrom } from './upkeep/forget.ts';

const access = { open: openMemory };

/**
 * Removal from the deployment's own memory, beside the index: it embeds nothing, so callers that only remove do not
 * load the model client.
 */
export const forget = (scope: ProjectScope, agent: string, what: Forgetting): Promise<number> =>
  forgetIn(access, scope, agent, what);

export const removeTenant = (scope: ProjectScope, agent: string): Promise<void> =>
  removeTenantFrom(access, scope, agent);
