import type { ProgramStep, Request, TaskScope } from './scope.ts';

export const task = (agent: number, run: number, program: ProgramStep[] = [], parent?: number): TaskScope => ({
  agent,
  run,
  program,
  ...(parent !== undefined && { parent }),
});
export const accept = (run: number): Request => ({ asks: 'accept', run, busy: 'enqueue' });
export const interrupt = (run: number): Request => ({ asks: 'accept', run, busy: 'interrupt' });
export const cancel = (run: number): Request => ({ asks: 'cancel', run });
export const decide = (of: number, status: 'approved' | 'rejected'): Request => ({ asks: 'decide', task: of, status });
export const note = (of: number): Request => ({ asks: 'note', task: of });
export const limit = (slots: number): Request => ({ asks: 'limit', agent: 0, slots });
export const status = (asks: 'register' | 'deregister' | 'delete agent', agent = 0): Request => ({ asks, agent });
export const once = (request: Request, after: number): Request => ({ ...request, after });

export const model: ProgramStep = { does: 'model' };
export const tool: ProgramStep = { does: 'tool' };
export const allowed: ProgramStep = { does: 'approved tool' };
export const retry: ProgramStep = { does: 'retry', times: 1 };
export const asks = (child: number): ProgramStep => ({ does: 'ask', child });

export const one = { slots: 1 };
export const [a, b] = [{ session: 0 }, { session: 1 }];
export const plan = { session: 0, plan: true as const };
