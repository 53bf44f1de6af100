import { defaultEmbeddingModel, defaultModel, providerSettings } from './provider.ts';

/** The models this deployment names itself. Its providers may know others, which can be asked for by name all the same. */
export const knownModels = async (): Promise<string[]> => {
  const settings = await providerSettings();
  return [...new Set([defaultModel(settings), defaultEmbeddingModel(settings)])];
};
