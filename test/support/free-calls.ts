import { BUILT_IN_TIERS } from '../../shared/core/tiers/built-in.ts';
import { PaidUpstreams } from '../../shared/gateway/index.ts';

/** Providers that nobody has to pay for, for tests without a table. */
export const freeCalls = (): PaidUpstreams =>
  new PaidUpstreams({
    tier: async () => ({ ...BUILT_IN_TIERS.pro, unpricedModels: true, ownProviderKeys: false }),
    reserve: async (project, _tier, { amount, prompt, ...about }) => ({
      project,
      month: '2026-11',
      key: 'free',
      open: { ...amount, prompt, ...about, charge: 'free', begun: 0, until: 0, project_id: project.projectId },
    }),
    settle: async () => undefined,
  });
