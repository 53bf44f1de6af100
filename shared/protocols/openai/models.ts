import { SECOND } from '../../core/clock.ts';
import type { ModelEntry } from '../completion.ts';

export const modelList = (models: ModelEntry[]) => ({
  object: 'list' as const,
  data: models.map(({ id, owner, createdAt }) => ({
    id,
    object: 'model' as const,
    created: Math.floor(createdAt / SECOND),
    owned_by: owner,
  })),
});
