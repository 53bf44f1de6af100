import type { ArtelFunction } from '../../constructs/artel-function.ts';
import type { Bus } from '../../constructs/bus.ts';
import type { PlanMachine } from '../../constructs/plan-machine.ts';
import { grantPusher } from '../../constructs/pusher.ts';
import type { Machines } from '../../constructs/sandbox-machines.ts';
import type { Sockets } from '../../constructs/sockets.ts';
import type { KeyPrefix } from '../../constructs/user-table.ts';
import type { Settings } from '../../settings/index.ts';
import type { DataStack } from '../data-stack.ts';

export type Platform = {
  data: DataStack;
  bus: Bus;
  sockets: Sockets;
  machine: PlanMachine;
  /** For commands; the one above is a state machine. */
  machines: Machines | undefined;
  settings: Settings;
};

/** Grants and variables that several functions get together. */
export const grantBundles = ({ data, bus, sockets, settings }: Platform, pusher: ArtelFunction) => ({
  addOrigins: (fn: ArtelFunction) => fn.addEnvironment('allowedOrigins', settings.allowedOrigins.join(',')),

  /** What checking a bearer token takes besides reading: whose tokens are accepted, and where their keys may lie. */
  addIssuers: (fn: ArtelFunction) => {
    if (settings.issuers.length === 0) return;
    fn.addEnvironment('issuers', JSON.stringify(settings.issuers));
    fn.addEnvironment('allowedHosts', settings.allowedHosts.join(','));
  },

  /** Whoever asks models also keeps what they answered. */
  addModels: (fn: ArtelFunction) =>
    fn
      .addEnvironment('cache', JSON.stringify(settings.cache))
      .addEnvironment('defaultModel', settings.defaultModel)
      .addEnvironment('embeddingModel', settings.embeddingModel)
      .addEnvironment('modelTimeout', String(settings.modelTimeoutMs)),

  /** Adds to audit trails, which nobody can change, alone or in one transaction with new items under other prefixes. */
  audit: (fn: ArtelFunction, ...together: KeyPrefix[]) => {
    data.table.grantAddingItems(fn, 'AUDIT#', ...together);
    fn.addEnvironment('auditRetention', String(settings.auditRetentionDays));
  },

  /** What appending an event to a session needs beside the store: it is pushed to the session's clients, and told outside. */
  push: (fn: ArtelFunction) => {
    sockets.grantPush(fn);
    grantPusher(fn, pusher);
    bus.grantTelling(fn);
    data.table.grantCounting(fn);
  },

  /** Reading what administrators decided about policies. */
  showPolicies: (fn: ArtelFunction) => {
    data.table.grantReadingItems(fn, 'POLICIES#');
    fn.addEnvironment('piiRedaction', settings.piiRedaction);
  },

  /** What a call through the policies needs: their configuration, to record what they decided, and the key of the user's own it may be made with. */
  applyPolicies: (fn: ArtelFunction) => {
    data.table.grantReadingItems(fn, 'POLICIES#');
    data.table.grantAddingItems(fn, 'CALLS#');
    data.table.grantCounting(fn);
    data.userSecretsKey.grantSealingCalls(fn);
    fn.addEnvironment('piiRedaction', settings.piiRedaction);
    data.userSecretsKey.grantOpeningProviderKeys(fn);
  },
});
