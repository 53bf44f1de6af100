import { defaultEmbeddingModel, defaultModel, providerSettings } from './provider.ts';

/** The models this deployment names itself. Its providers may know others, which can be asked for by name all the same. */
export const knownModels = async (): Promise<string[]> => {
  const settings = await providerSettings();
  const listed = (settings.upstreams ?? []).flatMap(({ models }) => models.filter((name) => !name.includes('*')));
  return [...new Set([defaultModel(settings), defaultEmbeddingModel(settings), ...listed])];
};
