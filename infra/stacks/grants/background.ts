import { grantMailer, grantSending } from '../../constructs/mailer.ts';
import { grantCommands } from '../../constructs/sandbox-grants.ts';
import type { Functions } from '../functions.ts';
import { grantBundles, type Platform } from './bundles.ts';
import { memoryGrants } from './memories.ts';

/** The functions that are started by queues, timers, the state machine or other functions. */
export function grantBackground(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const memories = memoryGrants(platform);
  const { bus, sockets, machine, machines, settings } = platform;
  const { addModels, audit, push, applyPolicies } = grantBundles(platform, functions.pusher);
  const { agentWorker, planner, plans, timers, deadLetters, sweeper, pusher, mailer, webhooks } = functions;

  addModels(agentWorker);
  // A build publishes its page, and reads what browsers say of it.
  table.grantItems(agentWorker, 'USER#', 'PREVIEW#', 'CAPTURED#');
  table.grantTiers(agentWorker);
  // Whether the user was locked is read with the task.
  table.grantReadingTogether(agentWorker, 'USER#', 'ACCOUNT#');
  objects.grantAll(agentWorker);
  objects.grantListing(agentWorker);
  secrets.grantProvider(agentWorker);
  memories.grantUse(agentWorker);
  userSecretsKey.grantOpening(agentWorker);
  applyPolicies(agentWorker);
  userSecretsKey.grantSessions(agentWorker);
  agentWorker.addEnvironment('allowedHosts', settings.allowedHosts.join(','));
  bus.grantSend(agentWorker);
  push(agentWorker);
  grantCommands(agentWorker, functions.sandbox, settings);
  if (settings.sandbox === 'machine') machines?.grantStarting(agentWorker);

  addModels(planner);
  table.grantItems(planner, 'USER#');
  table.grantTiers(planner);
  objects.grantAll(planner);
  secrets.grantProvider(planner);
  applyPolicies(planner);
  userSecretsKey.grantSessions(planner);
  bus.grantSend(planner);
  push(planner);

  table.grantItems(plans, 'USER#');
  table.grantTiers(plans);
  objects.grantAll(plans);
  bus.grantSend(plans);
  push(plans);

  // Only these two call the state machine: every other function that changes a plan sends them a hint.
  machine.grantDriving(timers);
  machine.grantDriving(sweeper);

  table.grantItems(timers, 'USER#');
  table.grantTiers(timers);
  bus.grantSend(timers);
  push(timers);

  table.grantChangingItems(deadLetters, 'USER#');

  table.grantItems(sweeper, 'USER#');
  table.grantTiers(sweeper);
  table.grantDueIndex(sweeper);
  // Of somebody who has left: what leads to their items, and what was counted or made elsewhere.
  table.grantRemovingItems(sweeper, 'APIKEY#', 'CONNECTION#', 'TICKET#', 'CALLS#', 'DIRECTORY#');
  table.grantClearingItems(sweeper, 'RATE#', 'INVITATION#', 'CAPTURED#', 'PROGRAM#');
  // The machine of a program ends with its preview.
  table.grantReadingOne(sweeper, 'PROGRAM#');
  // It tells a build's session of what browsers said of its page, and notes how far.
  table.grantTouchingItems(sweeper, 'CAPTURED#');
  table.grantRemovingItems(sweeper, 'PREVIEW#');
  objects.grantDeleting(sweeper);
  objects.grantListing(sweeper);
  // What the versions of a workspace name is not swept away.
  objects.grantReading(sweeper);
  memories.grantRemoving(sweeper);
  memories.grantCounting(sweeper);
  bus.grantSend(sweeper);
  // It sums the figures over all users up, for whoever watches.
  table.grantReadingItems(sweeper, 'DIRECTORY#');
  table.grantRecords(sweeper, 'METRICS#');
  machines?.grantEnding(sweeper);
  bus.grantDepth(sweeper);
  push(sweeper);

  grantSending(mailer, settings);

  table.grantItems(webhooks, 'USER#');
  table.grantTiers(webhooks);
  audit(webhooks, 'USER#');
  // Files that a plug-in adds, and messages too long for an item.
  objects.grantAdding(webhooks);
  objects.grantListing(webhooks);
  userSecretsKey.grantOpeningWebhooks(webhooks);
  webhooks.addEnvironment('allowedHosts', settings.allowedHosts.join(','));
  grantMailer(webhooks, mailer, settings);
  push(webhooks);

  // It removes connections that are gone.
  table.grantEndingItems(pusher, 'USER#');
  sockets.grantPush(pusher);
  table.grantCounting(pusher);
}
