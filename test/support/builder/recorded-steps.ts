import type { Role, RoleName } from '../../../shared/builder/roles/role.ts';
import type { CommandResult, Draft, Proposal, Steps, Verdict } from '../../../shared/builder/steps/steps.ts';
import type { Command, Outcome, SandboxFile } from '../../../shared/sandbox/index.ts';
import { textIn } from '../../../shared/workspace/index.ts';
import { changesFrom, draftedFiles, type FilesByPath } from './drafted-files.ts';

/** A model as a function: the same question has the same answer, also for whoever goes on after a crash. */
export type Answering = (asked: { name: string; role: RoleName; input: string; files: FilesByPath }) => unknown;
/** Runs a command on files, as a sandbox does. */
export type Running = (asked: Pick<Command, 'files' | 'command'>) => Promise<Omit<Outcome, 'wall'>>;
/** What was done under which name, in the order in which it was done. */
export type StepRecord = readonly (readonly [name: string, result: unknown])[];

export type StepsOptions = {
  files: ReadonlyMap<string, SandboxFile>;
  answer: Answering;
  run?: Running;
  person?: (proposal: Proposal) => Verdict;
  /** What a worker before this one did. */
  record?: StepRecord;
};

/** The steps of a build in memory: recorded, and replayed to whoever begins with a record. Refuses a name that is used twice. */
export class RecordedSteps implements Steps {
  readonly record: [string, unknown][];
  /** Names of the steps that were done by this worker, not taken from the record. */
  readonly done: string[] = [];
  readonly questions: { name: string; role: RoleName; input: string }[] = [];
  readonly #known: Map<string, unknown>;
  readonly #used = new Set<string>();
  readonly #options: StepsOptions;

  constructor(options: StepsOptions) {
    this.#options = options;
    this.record = (options.record ?? []).map(([name, result]) => [name, result]);
    this.#known = new Map(this.record);
  }

  async #once<Result>(name: string, effect: () => Result | Promise<Result>): Promise<Result> {
    if (this.#used.has(name)) throw new Error(`two steps are named ${name}`);
    this.#used.add(name);
    if (this.#known.has(name)) return structuredClone(this.#known.get(name)) as Result;
    const result = await effect();
    this.done.push(name);
    this.record.push([name, structuredClone(result)]);
    return result;
  }

  #files(draft: Draft | undefined): FilesByPath {
    return draftedFiles(this.#options.files, draft ?? { changes: [] });
  }

  ask<Output>(
    name: string,
    { role, input, draft }: { role: Role<Output>; input: string; draft?: Draft },
  ): Promise<Output> {
    return this.#once(name, () => {
      this.questions.push({ name, role: role.name, input });
      return role.output.parse(this.#options.answer({ name, role: role.name, input, files: this.#files(draft) }));
    });
  }

  run(name: string, { draft, command }: { draft: Draft; command: string }): Promise<CommandResult> {
    return this.#once(name, async () => {
      const { run } = this.#options;
      if (!run) throw new Error('these steps run no commands');
      const { changed, ...outcome } = await run({ files: this.#files(draft), command });
      return { ...outcome, draft: { base: draft.base, changes: [...draft.changes, ...changesFrom(changed)] } };
    });
  }

  read(name: string, { draft, path }: { draft: Draft; path: string }): Promise<string | undefined> {
    return this.#once(name, () => {
      const file = this.#files(draft).get(path);
      return file && textIn(file.content);
    });
  }

  list(name: string, { draft }: { draft: Draft }): Promise<readonly string[]> {
    return this.#once(name, () => [...this.#files(draft).keys()].toSorted());
  }

  commit(name: string): ReturnType<Steps['commit']> {
    return this.#once(name, () => ({ outcome: 'committed' as const, version: 1, merged: [] }));
  }

  person(name: string, proposal: Proposal): Promise<Verdict> {
    return this.#once(name, () => this.#options.person?.(proposal) ?? { verdict: 'expired' as const });
  }

  async tell(name: string): Promise<void> {
    await this.#once(name, () => null);
  }
}
