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
 * Who may touch what, function by function. Nothing else gives a permission or a variable, but event sources and rotation.
 * The keys of one request have to be allowed by one statement: what is read in a batch, or put in a transaction, with keys of
 * several prefixes has a grant that names them together.
 */
export function grantAll(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const { bus, sockets, machine, settings } = platform;
  const tellOrigins = (fn: ArtelFunction) => fn.tell('allowedOrigins', settings.allowedOrigins.join(','));
  const tellModels = (fn: ArtelFunction) =>
    fn
      .tell('defaultModel', settings.defaultModel)
      .tell('embeddingModel', settings.embeddingModel)
      .tell('modelTimeout', String(settings.modelTimeoutMs));
  /** What appending an event to a session takes, after the store: its clients hear of it. */
  const push = (fn: ArtelFunction) => {
    sockets.grantPush(fn);
    grantPusher(fn, functions.pusher);
  };

  /** What the policies of a call take: their configuration, and a place for what they decided. */
  const applyPolicies = (fn: ArtelFunction) => {
    table.grantReadingItems(fn, 'POLICIES#');
    table.grantAddingItems(fn, 'CALLS#');
    userSecretsKey.grantSealingCalls(fn);
  };

  const { auth, my, eventStream, v1, system, socket, pusher } = functions;
  const { agentWorker, planner, plans, timers, deadLetters, sweeper } = functions;

  tellOrigins(auth);
  table.grantItems(auth, 'USER#', 'AUTH#', 'EMAIL#', 'SIGNIN#', 'ADDRESS#');
  table.grantAddingItems(auth, 'AUDIT#', 'USER#', 'AUTH#', 'EMAIL#');
  secrets.grantSigningKeys(auth);
  sockets.grantClose(auth);

  tellOrigins(my);
  tellModels(my);
  table.grantItems(my, 'USER#', 'APIKEY#', 'TICKET#');
  table.grantReadingItems(my, 'AUDIT#');
  table.grantAddingItems(my, 'AUDIT#', 'USER#', 'APIKEY#');
  objects.grantAll(my);
  secrets.grantSigningKeys(my);
  secrets.grantProvider(my);
  secrets.grantVectors(my);
  userSecretsKey.grantSealing(my);
  applyPolicies(my);
  table.grantItems(my, 'POLICIES#');
  table.grantReadingItems(my, 'CALLS#');
  userSecretsKey.grantOpeningCalls(my);
  bus.grantSend(my);
  push(my);
  sockets.tellAddress(my);

  tellOrigins(eventStream);
  table.grantReadingItems(eventStream, 'USER#');
  table.grantAddingItems(eventStream, 'AUDIT#');
  table.grantTouchingItems(eventStream, 'APIKEY#');
  objects.grantReading(eventStream);
  secrets.grantSigningKeys(eventStream);

  tellOrigins(v1);
  tellModels(v1);
  table.grantItems(v1, 'USER#');
  table.grantTouchingItems(v1, 'APIKEY#');
  objects.grantAll(v1);
  secrets.grantSigningKeys(v1);
  secrets.grantProvider(v1);
  applyPolicies(v1);
  userSecretsKey.grantSessions(v1);
  bus.grantSend(v1);
  push(v1);

  tellOrigins(system);
  table.grantProbe(system);
  secrets.grantVectors(system);
  bus.grantDepth(system);

  tellOrigins(socket);
  table.grantItems(socket, 'USER#', 'TICKET#', 'CONNECTION#', 'APIKEY#');
  table.grantAddingItems(socket, 'AUDIT#');
  objects.grantAll(socket);
  secrets.grantSigningKeys(socket);
  bus.grantSend(socket);
  push(socket);

  tellModels(agentWorker);
  table.grantItems(agentWorker, 'USER#');
  objects.grantAll(agentWorker);
  objects.grantListing(agentWorker);
  secrets.grantProvider(agentWorker);
  secrets.grantVectors(agentWorker);
  userSecretsKey.grantOpening(agentWorker);
  applyPolicies(agentWorker);
  userSecretsKey.grantSessions(agentWorker);
  agentWorker.tell('allowedHosts', settings.allowedHosts.join(','));
  bus.grantSend(agentWorker);
  push(agentWorker);

  tellModels(planner);
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

  // These two alone speak to the state machine: whoever else changes something about a plan sends them a hint.
  machine.grantDriving(timers);
  machine.grantDriving(sweeper);

  table.grantItems(timers, 'USER#');
  bus.grantSend(timers);
  push(timers);

  table.grantItems(deadLetters, 'USER#');

  table.grantItems(sweeper, 'USER#');
  table.grantDueIndex(sweeper);
  objects.grantDeleting(sweeper);
  secrets.grantVectors(sweeper);
  bus.grantSend(sweeper);
  push(sweeper);

  table.grantItems(pusher, 'USER#');
  sockets.grantPush(pusher);
}
