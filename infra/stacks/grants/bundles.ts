import type { ArtelFunction } from '../../constructs/artel-function.ts';
import type { Bus } from '../../constructs/bus.ts';
import type { PlanMachine } from '../../constructs/plan-machine.ts';
import { grantPusher } from '../../constructs/pusher.ts';
import type { Sockets } from '../../constructs/sockets.ts';
import type { Settings } from '../../settings/index.ts';
import type { DataStack } from '../data-stack.ts';

export type Platform = { data: DataStack; bus: Bus; sockets: Sockets; machine: PlanMachine; settings: Settings };

/** Grants and variables that several functions get together. */
export const grantBundles = ({ data, sockets, settings }: Platform, pusher: ArtelFunction) => ({
  addOrigins: (fn: ArtelFunction) => fn.addEnvironment('allowedOrigins', settings.allowedOrigins.join(',')),

  addModels: (fn: ArtelFunction) =>
    fn
      .addEnvironment('defaultModel', settings.defaultModel)
      .addEnvironment('embeddingModel', settings.embeddingModel)
      .addEnvironment('modelTimeout', String(settings.modelTimeoutMs)),

  /** What appending an event to a session needs beside the store: it is pushed to the session's clients. */
  push: (fn: ArtelFunction) => {
    sockets.grantPush(fn);
    grantPusher(fn, pusher);
  },

  /** What a call through the policies needs: their configuration, and to record what they decided. */
  applyPolicies: (fn: ArtelFunction) => {
    data.table.grantReadingItems(fn, 'POLICIES#');
    data.table.grantAddingItems(fn, 'CALLS#');
    data.userSecretsKey.grantSealingCalls(fn);
  },
});
