import { defaultModel, providerSettings } from '../../gateway/settings/provider.ts';

/** The deployment's own model: of agents, and of planners, that name none. */
export const ownModel = async (): Promise<string> => defaultModel(await providerSettings());
