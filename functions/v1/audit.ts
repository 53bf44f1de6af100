import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import type { ProjectScope } from '../../shared/core/scope.ts';
import type { RequestFacts } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

/** A longer name is no model's. */
const MAX_NAME_LENGTH = 128;

/** Records that a model or an agent was asked, and by which name; what it cost is in the usage. Nothing is asked without. */
export const auditCall = (project: ProjectScope, request: RequestFacts, model: string): Promise<void> => {
  const target = model.slice(0, MAX_NAME_LENGTH);
  return recordAudit(project.user, 'model_called', { ...originOf(request), target }, systemClock.now());
};
