import { SECOND } from '../../core/clock.ts';
import type { ModelEntry } from '../completion.ts';

export const modelEntry = ({ id, owner, createdAt }: ModelEntry) => ({
  id,
  object: 'model' as const,
  created: Math.floor(createdAt / SECOND),
  owned_by: owner,
});

export const modelList = (models: ModelEntry[]) => ({ object: 'list' as const, data: models.map(modelEntry) });
