import { defaultModel, providerSettings } from '../../gateway/index.ts';

/** The deployment's own model: of agents, and of planners, that name none. */
export const ownModel = async (): Promise<string> => defaultModel(await providerSettings());
