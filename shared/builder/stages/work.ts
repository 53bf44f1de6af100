import type { Change, Overview } from '../../workspace/index.ts';
import type { HuntReport } from '../hunt/report.ts';
import type { Page } from '../progress.ts';
import type { Architecture } from '../roles/architect.ts';
import type { BuildSettings } from '../settings.ts';
import type { BuildSteps, Proposal, Verdict } from '../steps/steps.ts';
import type { PlannedWork } from './graph.ts';
import type { Outcome } from './table.ts';

/** What a build is asked for. */
export type Order = {
  request: string;
  /** What was said and built in the same session before, oldest first. */
  history: string;
  settings: BuildSettings;
  /** Files of the template that the project begins with. */
  begins: readonly Change[];
  /** The page whose errors are to be mended, and nothing else. */
  fix?: Page | undefined;
};

/** Why a build ended without what was asked for, for the person. */
export type Failure = { reason: string; evidence?: string; next: string };

export type BuildEnd = { state: 'done'; summary: string } | { state: 'given_up'; failure: Failure };

/** What the stages have made so far. It is made again from the journal by whoever goes on, so it needs no place of its own. */
export type Work = Order & {
  /** What the project was before the build, where it had files. */
  overview: Overview | undefined;
  specification: string;
  architecture: Architecture | undefined;
  tasks: readonly PlannedWork[];
  /** Ids of tasks that are done, and what became of those that failed. */
  done: Set<string>;
  broken: Map<string, string>;
  /** Done in the plans before this one. */
  finished: PlannedWork[];
  /** What a person, or the tests, sent back: for the next attempt at a stage. */
  complaint: string;
  /** How often each stage was entered. */
  entered: Map<string, number>;
  /** Of the newest run of the tests that failed. */
  evidence: string;
  /** Of a hunt that was given up. */
  report: HuntReport | undefined;
  summary: string;
  /** Whether its page was published. */
  isShown: boolean;
  failure: Failure | undefined;
};

export const newWork = (order: Order): Work => ({
  ...order,
  overview: undefined,
  specification: '',
  architecture: undefined,
  tasks: [],
  done: new Set(),
  broken: new Map(),
  finished: [],
  complaint: '',
  entered: new Map(),
  evidence: '',
  report: undefined,
  summary: '',
  isShown: false,
  failure: undefined,
});

/** `name`: what the names of a stage's steps begin with, another one each time. */
export type StageRun = (steps: BuildSteps, work: Work, name: string) => Promise<Outcome>;

export const fails = (work: Work, failure: Failure): 'gave_up' => {
  work.failure = failure;
  return 'gave_up';
};

/** Sections of a prompt; those without a text are left out. */
export const sections = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .filter(([, text]) => text.trim() !== '')
    .map(([heading, text]) => `## ${heading}\n${text}`)
    .join('\n\n');

type Asking = Proposal & {
  /** `milestone`: shown to the person unless they want to see nothing; `step`: only if they want to see everything. */
  at: 'milestone' | 'step';
};

/** Shows a proposal to the person where their settings say so. */
export const propose = async (
  steps: BuildSteps,
  { settings: { oversight } }: Pick<Work, 'settings'>,
  { name, at, ...proposal }: Asking & { name: string },
): Promise<Verdict> => {
  const isShown = oversight === 'every_step' || (oversight === 'milestones' && at === 'milestone');
  return isShown ? steps.person(name, proposal) : { verdict: 'approved', content: proposal.content };
};

/** After so many a person and the team do not understand each other. */
const MAX_REWORKS = 5;

/** What follows a verdict that was no agreement. */
export const sentBack = (work: Work, verdict: Exclude<Verdict, { verdict: 'approved' }>, stage: string): Outcome => {
  if (verdict.verdict === 'expired') {
    return fails(work, {
      reason: `Nobody answered in time when the team asked about the ${stage}.`,
      next: 'Continue the build: it begins with the files as they are.',
    });
  }
  work.complaint = verdict.reason;
  if ((work.entered.get(stage) ?? 0) < MAX_REWORKS) return 'rework';
  return fails(work, {
    reason: `The ${stage} was sent back ${MAX_REWORKS} times.`,
    next: 'Describe the wish in other words, or in smaller parts, and continue the build.',
  });
};
