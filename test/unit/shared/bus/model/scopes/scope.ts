/*
 * A scope is a small world that is explored to its end: a few agents, sessions and runs, what their tasks do, what
 * people ask for and how often something may go wrong.
 */

/**
 * What a task does, step by step. `model`: a call that is only recorded. `tool`: an effect. `approved tool`: an effect a
 * person has to allow. `retry`: fails for a while as often as `times` says. `ask`: another agent. `fail`: the run fails.
 * `poison`: kills its worker each time.
 */
export type ProgramStep =
  | { does: 'model' | 'tool' | 'approved tool' | 'fail' | 'poison' }
  | { does: 'retry'; times: number }
  | { does: 'ask'; child: number };

export type TaskScope = { agent: number; run: number; program: ProgramStep[]; parent?: number };

/** What a person does once, at any moment; with `after` only when that other request was done. */
export type Request = { after?: number } & (
  | { asks: 'accept'; run: number; busy: 'enqueue' | 'interrupt' }
  | { asks: 'cancel'; run: number }
  | { asks: 'note'; task: number }
  | { asks: 'decide'; task: number; status: 'approved' | 'rejected' }
  | { asks: 'limit'; agent: number; slots: number }
  | { asks: 'deregister' | 'register' | 'delete agent'; agent: number }
  | { asks: 'delete session'; session: number }
);

/** How often each may happen. A lease that ends early ends under a living worker. */
export type Faults = { crashes: number; losses: number; doubles: number; earlyLeases: number; yields: number };

export type Scope = {
  agents: { slots: number; cap?: number }[];
  sessions: number;
  /** A plan's run has several tasks of its own; each may ask other agents. */
  runs: { session: number; plan?: true }[];
  tasks: TaskScope[];
  requests: Request[];
  workers?: number;
  faults?: Partial<Faults>;
  /** Nothing goes wrong for good here: no task may fail. */
  allComplete?: boolean;
};

/** What is explored: a scope, and the conditions and rules that were taken out of the protocol. */
export type Model = { scope: Scope; removed: ReadonlySet<string> };

export const agentOf = ({ scope }: Model, task: number): number => scope.tasks[task]!.agent;
export const runOf = ({ scope }: Model, task: number): number => scope.tasks[task]!.run;
export const parentOf = ({ scope }: Model, task: number): number | undefined => scope.tasks[task]!.parent;
export const sessionOf = ({ scope }: Model, run: number): number => scope.runs[run]!.session;
export const isPlan = ({ scope }: Model, run: number): boolean => scope.runs[run]!.plan === true;
export const rootOf = ({ scope }: Model, run: number): number =>
  scope.tasks.findIndex((task) => task.run === run && task.parent === undefined);
export const rootsOf = ({ scope }: Model, run: number): number[] =>
  scope.tasks.flatMap((task, id) => (task.run === run && task.parent === undefined ? [id] : []));
export const stepOf = ({ scope }: Model, task: number, step: number): ProgramStep | undefined =>
  scope.tasks[task]!.program[step];
