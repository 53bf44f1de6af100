import { defaultEmbeddingModel, defaultModel, providerSettings } from './provider.ts';

/** The models this deployment names. Its providers may have others, which can be requested by name too. */
export const knownModels = async (): Promise<string[]> => {
  const settings = await providerSettings();
  const listed = (settings.upstreams ?? []).flatMap(({ models }) => models.filter((name) => !name.includes('*')));
  return [...new Set([defaultModel(settings), defaultEmbeddingModel(settings), ...listed])];
};
