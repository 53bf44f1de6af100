import type { ProjectScope } from '../../shared/core/scope.ts';
import type { RequestFacts } from '../routing/operation.ts';

export type Caller = { project: ProjectScope; request: RequestFacts };
