import { SECOND } from '../../core/clock.ts';

/** A model that may be asked for, and when it came to be, in milliseconds. */
export type Listed = { id: string; owner: string; createdAt: number };

export const modelList = (models: Listed[]) => ({
  object: 'list' as const,
  data: models.map(({ id, owner, createdAt }) => ({
    id,
    object: 'model' as const,
    created: Math.floor(createdAt / SECOND),
    owned_by: owner,
  })),
});
