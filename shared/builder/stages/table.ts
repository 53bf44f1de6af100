/** Where a build stands. The last two are ends. */
export const stages = [
  'specification',
  'architecture',
  'plan',
  'development',
  'test',
  'hunt',
  'troubleshoot',
  'documentation',
  'release',
  'done',
  'given_up',
] as const;
export type Stage = (typeof stages)[number];

/**
 * What a stage came to. `accepted`: by the person, or by nobody where none is asked; `rework`: sent back with a reason; `passed`,
 * `failed`: the work itself; `gave_up`: its bounds are reached, or the person says no.
 */
export const outcomes = ['accepted', 'rework', 'passed', 'failed', 'gave_up'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * What follows what. Each way back is bounded by the attempts of the stage that goes it, so every way ends.
 *
 *   specification → architecture → plan → development → test → documentation → release → done
 *                                   ↑                    ↓ ↑                      ↓
 *                                   └── troubleshoot ← hunt ┘ ←───────────────────┘
 */
const TABLE: Record<Stage, Partial<Record<Outcome, Stage>>> = {
  specification: { accepted: 'architecture', rework: 'specification', gave_up: 'given_up' },
  architecture: { accepted: 'plan', rework: 'architecture', gave_up: 'given_up' },
  plan: { accepted: 'development', rework: 'plan', gave_up: 'given_up' },
  development: { passed: 'test', failed: 'troubleshoot', gave_up: 'given_up' },
  test: { passed: 'documentation', failed: 'hunt', gave_up: 'given_up' },
  hunt: { passed: 'test', failed: 'troubleshoot', gave_up: 'given_up' },
  troubleshoot: { accepted: 'development', rework: 'plan', gave_up: 'given_up' },
  documentation: { passed: 'release', gave_up: 'given_up' },
  release: { accepted: 'done', rework: 'troubleshoot', gave_up: 'given_up' },
  done: {},
  given_up: {},
};

/** `undefined`: the stage has no such outcome. */
export const stageAfter = (stage: Stage, outcome: Outcome): Stage | undefined => TABLE[stage][outcome];

export const isEnd = (stage: Stage): boolean => stage === 'done' || stage === 'given_up';
