import { defaultEmbeddingModel, defaultModel, providerSettings } from '../../gateway/index.ts';

/** The deployment's own model: of agents, and of planners, that name none. */
export const ownModel = async (): Promise<string> => defaultModel(await providerSettings());

/** The deployment's own models: of agents, and of planners, that name none; and of every memory. */
export const ownModels = async (): Promise<OwnModels> => {
  const settings = await providerSettings();
  return { chat: defaultModel(settings), embedding: defaultEmbeddingModel(settings) };
};
export type OwnModels = { chat: string; embedding: string };
