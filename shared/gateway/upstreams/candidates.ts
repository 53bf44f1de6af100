import { matchesModel } from '../../core/model-pattern.ts';
import { type ProviderSettings, type Upstream, upstreamsOf } from '../settings/upstreams.ts';

/** An upstream that may be asked for a model. */
export type Candidate = { upstream: Upstream; model: string };

/** The requested model, then its fallbacks. */
export const modelsFor = ({ fallbacks = {} }: ProviderSettings, model: string): string[] => [
  ...new Set([model, ...(Object.hasOwn(fallbacks, model) ? fallbacks[model]! : [])]),
];

/** In the order of asking: all upstreams that have the first model, then all that have the next. */
export const candidatesFor = (settings: ProviderSettings, models: string[]): Candidate[] => {
  const upstreams = upstreamsOf(settings);
  return models.flatMap((model) =>
    upstreams
      .filter((upstream) => upstream.models.some((pattern) => matchesModel(pattern, model)))
      .map((upstream) => ({ upstream, model })),
  );
};
