import { SECOND } from '../../core/clock.ts';
import type { Listed } from '../asked.ts';

export const modelList = (models: Listed[]) => ({
  object: 'list' as const,
  data: models.map(({ id, owner, createdAt }) => ({
    id,
    object: 'model' as const,
    created: Math.floor(createdAt / SECOND),
    owned_by: owner,
  })),
});
