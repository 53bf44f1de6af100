import {
  addUsage,
  afterCommit,
  type Claim,
  findTask,
  goOnAfterStep,
  type JournalStep,
  noteProgress,
  readJournal,
  recordWrites,
  type SpentTokens,
} from '../../bus/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { appendWrites, LeaseLost, type LogEnd, type NewEvent, readEnd, type SessionEvent } from '../../events/index.ts';
import { transact, type Write } from '../../store/index.ts';
import { type Progress, readProgress } from '../progress.ts';
import { Halted } from './errors.ts';

/** What an act came to, and what becomes true with its record. `result` is JSON. */
export type Made<Result> = {
  result: Result;
  usage?: SpentTokens | undefined;
  events?: NewEvent[];
  progress?: (before: Progress) => Progress;
  /** Further writes of the same transaction. */
  writes?: Write[];
  /** It answers the first note that the person left on the task. */
  answersNoted?: boolean;
};

/** The writes that record a step, for the transaction it is one with, and what has to be called once that stands. */
type Recording = { writes: Write[]; stands(): Promise<void> };

/**
 * A task's steps by their names: each is done once and recorded before anybody goes on from it. Steps of independent work are done at
 * the same time and recorded one after the other, in the order in which they come to their end:
 *
 *   work on a    asks its model ........................ records 7 ── runs its command ..... records 9
 *   work on b           runs its command ... records 6 ── asks its model .......... records 8
 *
 * Whoever goes on after a worker died runs the same code again: steps 1 … n come from the journal, and what was under way at its end
 * is done anew.
 */
export class StepRecord {
  readonly claim: Claim;
  readonly #clock: Clock;
  readonly #known = new Map<string, string>();
  /** When each was begun that this worker asked for, in milliseconds. */
  readonly #begun = new Map<string, number>();
  readonly #underWay = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();
  #end: LogEnd | undefined;
  #since: number;
  #isHalted = false;
  #isSpentKept = true;
  progress: Progress;

  constructor(claim: Claim, journal: readonly JournalStep[], progress: Progress, clock: Clock = systemClock) {
    this.claim = claim;
    this.#clock = clock;
    this.#since = clock.now();
    this.progress = progress;
    this.#remember(journal);
  }

  #remember(journal: readonly JournalStep[]): void {
    for (const step of journal) if (step.kind === 'build') this.#known.set(step.name, step.result);
  }

  /** Whether a step of this name is recorded. */
  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** The step was recorded ahead of the code that will ask for it. */
  ahead(name: string): void {
    this.#begun.delete(name);
  }

  /** What the step came to: as recorded, or by `act`, and then recorded. */
  async once<Result>(name: string, act: () => Promise<Made<Result>>): Promise<Result> {
    return this.with(name, async (record) => {
      const made = await act();
      await record(made);
      return made.result;
    });
  }

  /** The same for an act that records itself, with writes of its own. */
  async with<Result>(
    name: string,
    act: (record: (made: Made<Result>) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    if (this.#begun.has(name)) throw new Defect(`Two steps of a build are named ${name}.`);
    const known = this.#known.get(name);
    if (known !== undefined) {
      this.#begun.set(name, this.#clock.now());
      return JSON.parse(known) as Result;
    }
    if (this.#isHalted) throw new Halted(`The build is being stopped before ${name}.`);
    this.#begun.set(name, this.#clock.now());
    const acting = act((made) => this.alone(() => this.#record(name, made)));
    this.#underWay.add(acting);
    try {
      return await acting;
    } catch (error) {
      // It was not recorded, so it may be tried again.
      this.#begun.delete(name);
      throw error;
    } finally {
      this.#underWay.delete(acting);
    }
  }

  /** One at a time: what records steps. */
  async alone<Result>(act: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(act, act);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** From now on no step begins; those that are under way are recorded when this resolves, or have failed and are done anew. */
  async halt(): Promise<void> {
    this.#isHalted = true;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  /** Counts what models were paid for and no step records. It is kept with the next step, or by `keepSpent`. */
  async spend(usage: SpentTokens): Promise<void> {
    await this.alone(async () => {
      this.progress = { ...this.progress, usage: addUsage(this.progress.usage, usage) };
      this.#isSpentKept = false;
    });
  }

  /** Before the task is another worker's, or nobody's: what was spent since the last step. Nothing where the task is lost already. */
  async keepSpent(): Promise<void> {
    if (!this.#isSpentKept) await noteProgress(this.claim, JSON.stringify(this.progress));
    this.#isSpentKept = true;
  }

  /** The expected end of the log, for what is written next. */
  get end(): LogEnd | undefined {
    return this.#end;
  }

  async #record<Result>(name: string, made: Made<Result>): Promise<void> {
    for (;;) {
      const { writes, stands } = await this.writesOf(name, made);
      const outcome = await transact(writes);
      if (outcome.ok) return stands();
      if (await this.hasLanded(name)) return;
    }
  }

  /** Call it inside of `alone`, and `stands` inside as well. */
  async writesOf<Result>(name: string, made: Made<Result>): Promise<Recording> {
    const { project, task } = this.claim;
    const now = this.#clock.now();
    const progress = this.#progressWith(made, now);
    const result = JSON.stringify(made.result ?? null);
    const step: JournalStep = { kind: 'build', name, result, ...(made.usage && { usage: made.usage }) };
    const own = await recordWrites(this.claim, step, {
      progress: JSON.stringify(progress),
      answersNoted: made.answersNoted === true,
      began: this.#begun.get(name),
      clock: this.#clock,
    });
    const told = await this.#told(made.events ?? [], now);
    const stands = async (): Promise<void> => {
      goOnAfterStep(this.claim, this.#clock);
      this.claim.task = { ...this.claim.task, failures: 0 };
      this.#known.set(name, result);
      this.progress = progress;
      this.#isSpentKept = true;
      this.#since = now;
      this.#end = told.end;
      await afterCommit({ project, starts: [], session: task.session_id, events: told.events });
    };
    return { writes: [...own, ...told.writes, ...(made.writes ?? [])], stands };
  }

  #progressWith<Result>({ usage, progress }: Made<Result>, now: number): Progress {
    const before = this.progress;
    const spent = usage ? addUsage(before.usage, usage) : before.usage;
    const next = { ...before, worked: before.worked + now - this.#since, ...(spent && { usage: spent }) };
    return progress?.(next) ?? next;
  }

  async #told(
    events: NewEvent[],
    now: number,
  ): Promise<{ writes: Write[]; events: SessionEvent[]; end: LogEnd | undefined }> {
    if (events.length === 0) return { writes: [], events: [], end: this.#end };
    const { project, task } = this.claim;
    const end = this.#end ?? (await readEnd(project, task.session_id));
    return appendWrites(project, task.session_id, { end, events, now });
  }

  /**
   * After a refused write: whether the step is recorded nevertheless, because the write was carried out, its reply lost, and the
   * write repeated. `false`: somebody else wrote to the session's log, and it has to be tried again. Throws `LeaseLost`.
   */
  async hasLanded(name: string): Promise<boolean> {
    this.#end = undefined;
    const { project, task } = this.claim;
    const now = await findTask(project, task.run_id, task.task_id);
    if (now?.state !== 'running' || now.epoch !== task.epoch) throw new LeaseLost();
    if (now.step === task.step) return false;
    this.#remember(await readJournal(project, now));
    if (!this.#known.has(name)) throw new Defect('A step was recorded that this worker did not record.');
    this.progress = readProgress(now.progress);
    this.#isSpentKept = true;
    this.claim.task = now;
    return true;
  }

  /** What a landed step came to. */
  recorded<Result>(name: string): Result {
    return JSON.parse(this.#known.get(name) ?? 'null') as Result;
  }
}
