import { isoTime } from '../../core/clock.ts';
import type { ModelEntry } from '../completion.ts';

export const modelInfo = ({ id, createdAt }: ModelEntry) => ({
  type: 'model' as const,
  id,
  display_name: id,
  created_at: isoTime(createdAt),
});

/** The model list in Anthropic's shape, as one page. */
export const modelPage = (models: ModelEntry[]) => ({
  data: models.map(modelInfo),
  has_more: false,
  first_id: models[0]?.id ?? null,
  last_id: models.at(-1)?.id ?? null,
});
