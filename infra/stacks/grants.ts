import type { ArtelFunction } from '../constructs/artel-function.ts';
import type { Bus } from '../constructs/bus.ts';
import type { PlanMachine } from '../constructs/plan-machine.ts';
import { grantPusher } from '../constructs/pusher.ts';
import type { Sockets } from '../constructs/sockets.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';
import type { Functions } from './functions.ts';

export type Platform = { data: DataStack; bus: Bus; sockets: Sockets; machine: PlanMachine; settings: Settings };

/**
 * Who may access what, function by function. Only event sources and rotation give permissions or variables elsewhere.
 * One statement must allow all keys of a request: a batch or transaction over several prefixes needs one grant that names
 * them together.
 */
export function grantAll(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const { bus, sockets, machine, settings } = platform;
  const addOrigins = (fn: ArtelFunction) => fn.addEnvironment('allowedOrigins', settings.allowedOrigins.join(','));
  const addModels = (fn: ArtelFunction) =>
    fn
      .addEnvironment('defaultModel', settings.defaultModel)
      .addEnvironment('embeddingModel', settings.embeddingModel)
      .addEnvironment('modelTimeout', String(settings.modelTimeoutMs));
  /** What appending an event to a session needs beside the store: it is pushed to the session's clients. */
  const push = (fn: ArtelFunction) => {
    sockets.grantPush(fn);
    grantPusher(fn, functions.pusher);
  };

  /** What a call through the policies needs: their configuration, and to record what they decided. */
  const applyPolicies = (fn: ArtelFunction) => {
    table.grantReadingItems(fn, 'POLICIES#');
    table.grantAddingItems(fn, 'CALLS#');
    userSecretsKey.grantSealingCalls(fn);
  };

  const { admin, auth, documentation, my, eventStream, v1, system, socket, pusher } = functions;
  const { agentWorker, planner, plans, timers, deadLetters, sweeper } = functions;

  addOrigins(auth);
  table.grantItems(auth, 'USER#', 'AUTH#', 'EMAIL#', 'SIGNIN#', 'ADDRESS#');
  table.grantAddingItems(auth, 'AUDIT#', 'USER#', 'AUTH#', 'EMAIL#');
  secrets.grantSigningKeys(auth);
  sockets.grantClose(auth);

  addOrigins(my);
  addModels(my);
  table.grantItems(my, 'USER#', 'APIKEY#', 'TICKET#');
  table.grantReadingItems(my, 'AUDIT#');
  table.grantAddingItems(my, 'AUDIT#', 'USER#', 'APIKEY#');
  objects.grantAll(my);
  secrets.grantSigningKeys(my);
  secrets.grantProvider(my);
  secrets.grantVectors(my);
  userSecretsKey.grantSealing(my);
  applyPolicies(my);
  bus.grantSend(my);
  push(my);
  sockets.addAddress(my);

  addOrigins(admin);
  // A dry run of policies may ask a model.
  addModels(admin);
  secrets.grantProvider(admin);
  applyPolicies(admin);
  table.grantItems(admin, 'USER#');
  table.grantTouchingItems(admin, 'APIKEY#');
  table.grantAddingItems(admin, 'AUDIT#');
  table.grantItems(admin, 'POLICIES#');
  table.grantReadingItems(admin, 'CALLS#');
  userSecretsKey.grantOpeningCalls(admin);
  secrets.grantSigningKeys(admin);
  bus.grantSend(admin);
  push(admin);

  addOrigins(documentation);

  addOrigins(eventStream);
  table.grantReadingItems(eventStream, 'USER#');
  table.grantAddingItems(eventStream, 'AUDIT#');
  table.grantTouchingItems(eventStream, 'APIKEY#');
  objects.grantReading(eventStream);
  secrets.grantSigningKeys(eventStream);

  addOrigins(v1);
  addModels(v1);
  table.grantItems(v1, 'USER#');
  table.grantTouchingItems(v1, 'APIKEY#');
  objects.grantAll(v1);
  secrets.grantSigningKeys(v1);
  secrets.grantProvider(v1);
  applyPolicies(v1);
  userSecretsKey.grantSessions(v1);
  bus.grantSend(v1);
  push(v1);

  addOrigins(system);
  table.grantProbe(system);
  secrets.grantVectors(system);
  bus.grantDepth(system);

  addOrigins(socket);
  // An edited plan is estimated again, and its agents may use the provider's default model.
  addModels(socket);
  table.grantItems(socket, 'USER#', 'TICKET#', 'CONNECTION#', 'APIKEY#');
  table.grantAddingItems(socket, 'AUDIT#', 'USER#');
  objects.grantAll(socket);
  secrets.grantSigningKeys(socket);
  secrets.grantProvider(socket);
  bus.grantSend(socket);
  push(socket);

  addModels(agentWorker);
  table.grantItems(agentWorker, 'USER#');
  objects.grantAll(agentWorker);
  objects.grantListing(agentWorker);
  secrets.grantProvider(agentWorker);
  secrets.grantVectors(agentWorker);
  userSecretsKey.grantOpening(agentWorker);
  applyPolicies(agentWorker);
  userSecretsKey.grantSessions(agentWorker);
  agentWorker.addEnvironment('allowedHosts', settings.allowedHosts.join(','));
  bus.grantSend(agentWorker);
  push(agentWorker);

  addModels(planner);
  table.grantItems(planner, 'USER#');
  objects.grantAll(planner);
  secrets.grantProvider(planner);
  applyPolicies(planner);
  userSecretsKey.grantSessions(planner);
  bus.grantSend(planner);
  push(planner);

  table.grantItems(plans, 'USER#');
  objects.grantAll(plans);
  bus.grantSend(plans);
  push(plans);

  // Only these two call the state machine: every other function that changes a plan sends them a hint.
  machine.grantDriving(timers);
  machine.grantDriving(sweeper);

  table.grantItems(timers, 'USER#');
  bus.grantSend(timers);
  push(timers);

  table.grantItems(deadLetters, 'USER#');

  table.grantItems(sweeper, 'USER#');
  table.grantDueIndex(sweeper);
  objects.grantDeleting(sweeper);
  objects.grantListing(sweeper);
  secrets.grantVectors(sweeper);
  bus.grantSend(sweeper);
  push(sweeper);

  table.grantItems(pusher, 'USER#');
  sockets.grantPush(pusher);
}
