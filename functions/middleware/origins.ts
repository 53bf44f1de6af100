import { optional } from '../../shared/platform/configuration.ts';

/** The origins whose pages may read our answers; `everyone` lets any of them do so, but without cookies. */
export type Origins = { everyone: boolean; named: string[] };

export const originsIn = (list: string | undefined): Origins => {
  const named = (list ?? '').split(',').map((origin) => origin.trim());
  return { everyone: named.includes('*'), named: named.filter((origin) => origin !== '' && origin !== '*') };
};

/** Whether a page of this origin may act with a cookie: only one that the deployment names. */
export const isNamedOrigin = (origin: string | undefined): boolean => {
  const { everyone, named } = originsIn(optional('allowedOrigins'));
  return origin !== undefined && !everyone && named.includes(origin);
};
