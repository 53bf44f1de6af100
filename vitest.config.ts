import { defineConfig } from 'vitest/config';
import { lineAFile } from './test/support/reporting/line-a-file.ts';
import { OFTEN } from './test/support/unhurried.ts';

/** Unit tests that change what they run in: the environment or the clock. */
const CHANGES_ITS_PROCESS = [
  'test/unit/functions/middleware/**/*.test.ts',
  'test/unit/infra/local/services/{eventbridge,sqs}/**/*.test.ts',
  'test/unit/infra/local/services/step-functions/clock.test.ts',
];

/** With one table for all files of a process, emptied before each. */
const WITH_A_TABLE = [
  'test/store/{budget,doctor,faults}/*.test.ts',
  'test/store/functions/{dead-letters,event-stream,exports,plans,v1}/*.test.ts',
  'test/store/shared/{connections,limits}/*.test.ts',
  'test/store/shared/cache/{costs,early,kept-answers,grace,processes,reporting,table-level,values,write-behind,writers}.test.ts',
  'test/store/shared/memory/embeddings.test.ts',
  'test/store/shared/events/{appenders,log,read,writer}.test.ts',
  'test/store/shared/gateway/similar-answers.test.ts',
  'test/store/shared/identity/family.test.ts',
  'test/store/shared/plans/{cost/estimate,dispatch/select-fitting,planner/draw-up,planner/offline}.test.ts',
  'test/store/shared/protocols/{session,stored-responses}.test.ts',
];

/** With one cloud for all files of a process: those that take `sharedArtel()`. */
const WITH_A_CLOUD = [
  'test/integration/administration/{deployed,metrics}.test.ts',
  'test/integration/approvals/{approvals,client-questions,oversight,socket,waiting}.test.ts',
  'test/integration/bus/{lanes,redrive,session-queue}.test.ts',
  'test/integration/{budget,identity}/deployed.test.ts',
  'test/integration/identity/accounts.test.ts',
  'test/integration/console/!(policies.browser|restart.browser).test.ts',
  'test/integration/chat/{conversation,cost-of-a-turn,long-texts}.test.ts',
  'test/integration/{builder/{at-the-same-time,building,cost-of-a-build,page,templates},clients/{build-app,examples,typescript}}.test.ts',
  'test/integration/documentation/*.test.ts',
  'test/integration/events/{cost-of-push,sockets}.test.ts',
  'test/integration/isolation/{cached,probes}.test.ts',
  'test/integration/local-cloud/{answers,body-limits}.test.ts',
  'test/integration/memory/history.test.ts',
  'test/integration/plans/*.test.ts',
  'test/integration/policies/{answers,by-default,similar-answers}.test.ts',
  'test/integration/{portability,previews,removal,spaces,workspace}/*.test.ts',
  'test/integration/v1/{agents,anthropic,documents,namespaces,openai-chat,openai-responses,references,retrieved,splits,unoffered,waiting}.test.ts',
  'test/integration/v1/recorded/*.test.ts',
];

/** With nothing but servers of their own, or in memory. */
const WITHOUT_STATE = [
  'test/contract/memory/{judged,quality}.test.ts',
  'test/contract/model*.test.ts',
  'test/integration/builder/hunt.test.ts',
  'test/integration/{egress,gateway,gateway-module,upstreams}/**/*.test.ts',
  'test/simulation/*.test.ts',
];

type Files = { include: string[]; exclude?: string[]; isolate: boolean; setupFiles?: string[] };

const project = (name: string, test: Files) => ({
  extends: true as const,
  test: { name, ...test },
});

/**
 * Files share processes. Those of `fresh` load this project's modules again, each for itself; the others also share what is
 * loaded and started.
 */
export default defineConfig({
  test: {
    reporters: [lineAFile],
    silent: 'passed-only',
    // What hangs is found by these; what is only slow, on a machine that does much else, is not.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // The logger then writes to the console, which is shown for tests that fail and for no other.
    env: { POWERTOOLS_DEV: 'true', ARTEL_REGISTRATION: 'open', ...OFTEN },
    globalSetup: ['test/support/openapi/global-setup.ts'],
    setupFiles: ['test/support/reporting/file-cost.ts'],
    projects: [
      project('fresh', {
        include: ['test/{store,contract,integration}/**/*.test.ts', ...CHANGES_ITS_PROCESS],
        exclude: [...WITH_A_TABLE, ...WITH_A_CLOUD, ...WITHOUT_STATE],
        isolate: false,
        setupFiles: ['test/support/fresh-modules.ts'],
      }),
      project('cloud', { include: WITH_A_CLOUD, isolate: false }),
      project('table', { include: WITH_A_TABLE, isolate: false }),
      project('unit', {
        include: ['test/unit/**/*.test.ts', ...WITHOUT_STATE],
        exclude: CHANGES_ITS_PROCESS,
        isolate: false,
      }),
    ],
  },
});
