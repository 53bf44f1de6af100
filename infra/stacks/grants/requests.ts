import { grantMailer } from '../../constructs/mailer.ts';
import type { Functions } from '../functions.ts';
import { grantBundles, type Platform } from './bundles.ts';
import { memoryGrants } from './memories.ts';

/** The functions that answer clients, over HTTP or a WebSocket. */
export function grantRequests(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const memories = memoryGrants(platform);
  const { bus, sockets, machines, settings } = platform;
  const { addOrigins, addIssuers, addModels, audit, push, applyPolicies, showPolicies } = grantBundles(
    platform,
    functions.pusher,
  );
  const { account, admin, auth, builds, documentation, my, projects, eventStream, v1, system, socket, mailer } =
    functions;
  const { workspace, preview } = functions;

  addOrigins(auth);
  addIssuers(auth);
  table.grantItems(auth, 'USER#', 'ACCOUNT#', 'AUTH#', 'EMAIL#', 'SIGNIN#', 'ADDRESS#', 'KEYS#', 'ADMINS#');
  audit(auth, 'USER#', 'ACCOUNT#', 'AUTH#', 'EMAIL#', 'DIRECTORY#');
  // Of somebody who leaves, in one transaction.
  table.grantRemovingItems(auth, 'ACCOUNT#', 'AUTH#', 'EMAIL#', 'DIRECTORY#');
  table.grantCountingRequests(auth);
  table.grantCursorKey(auth);
  secrets.grantSigningKeys(auth);
  table.grantUsingUp(auth, 'INVITATION#');
  table.grantTouchingItems(auth, 'APIKEY#');
  sockets.grantClose(auth);
  auth
    .addEnvironment('registration', settings.registration)
    .addEnvironment('confirmEmail', String(settings.confirmEmail ?? settings.mail !== undefined));
  grantMailer(auth, mailer, settings);

  addOrigins(account);
  addIssuers(account);
  table.grantItems(account, 'USER#', 'APIKEY#');
  table.grantReadingItems(account, 'AUDIT#');
  audit(account, 'USER#', 'APIKEY#', 'DIRECTORY#');
  table.grantChecking(account);
  table.grantCountingRequests(account);
  sockets.grantClose(account);
  table.grantCursorKey(account);
  // For an export.
  objects.grantReading(account);
  objects.grantListing(account);
  memories.grantReading(account);
  showPolicies(account);
  // What policies did to a person's own calls.
  userSecretsKey.grantOpeningCalls(account);

  addOrigins(my);
  addIssuers(my);
  // An approved plan is estimated again, and its agents may use the provider's default model.
  addModels(my);
  table.grantItems(my, 'USER#', 'TICKET#');
  table.grantTouchingItems(my, 'APIKEY#');
  audit(my, 'USER#', 'DIRECTORY#');
  objects.grantAll(my);
  table.grantChecking(my);
  table.grantCountingRequests(my);
  table.grantCursorKey(my);
  secrets.grantProvider(my);
  // A session that is removed is forgotten.
  memories.grantRemoving(my);
  bus.grantSend(my);
  push(my);
  sockets.addAddress(my);

  addOrigins(projects);
  addIssuers(projects);
  // Webhooks may have plain addresses there, and nowhere else.
  projects.addEnvironment('allowedHosts', settings.allowedHosts.join(','));
  addModels(projects);
  table.grantItems(projects, 'USER#');
  table.grantTouchingItems(projects, 'APIKEY#');
  audit(projects, 'USER#', 'DIRECTORY#');
  objects.grantAll(projects);
  // An import looks whether there are files already.
  objects.grantListing(projects);
  table.grantChecking(projects);
  table.grantCountingRequests(projects);
  table.grantCursorKey(projects);
  secrets.grantProvider(projects);
  memories.grantUse(projects);
  userSecretsKey.grantSealing(projects);
  userSecretsKey.grantSealingProviderKeys(projects);
  userSecretsKey.grantSealingWebhooks(projects);
  // Whether there are mails at all: it sends none.
  if (settings.mail) projects.addEnvironment('mailerFunction', mailer.lambda.functionName);
  applyPolicies(projects);
  bus.grantSend(projects);
  push(projects);

  addOrigins(workspace);
  addIssuers(workspace);
  // A preview is made in one transaction with what leads to it, and what will be captured in it.
  table.grantItems(workspace, 'USER#', 'PREVIEW#', 'CAPTURED#', 'PROGRAM#');
  table.grantTouchingItems(workspace, 'APIKEY#');
  audit(workspace, 'USER#', 'DIRECTORY#');
  objects.grantAdding(workspace);
  // Files of before there were versions are found by their names.
  objects.grantListing(workspace);
  table.grantChecking(workspace);
  table.grantCountingRequests(workspace);
  table.grantCursorKey(workspace);

  workspace.addEnvironment('sandboxWall', settings.sandbox);
  machines?.grantStarting(workspace);

  // Open to everybody: it reads what it shows, and adds to what browsers say of it.
  table.grantReadingOne(preview, 'PREVIEW#', 'USER#');
  // With whether its person was locked, or has left.
  table.grantReadingTogether(preview, 'USER#', 'ACCOUNT#');
  table.grantReplacingItems(preview, 'CAPTURED#');
  objects.grantReading(preview);
  preview
    .addEnvironment('sandboxWall', settings.sandbox)
    .addEnvironment('programTimeout', String(settings.programTimeoutMs));
  // Programs were started by others; what it notes is which version of the files they run.
  if (machines) table.grantTouchingItems(preview, 'PROGRAM#');
  machines?.grantReaching(preview);

  addOrigins(builds);
  addIssuers(builds);
  table.grantItems(builds, 'USER#');
  table.grantTouchingItems(builds, 'APIKEY#');
  audit(builds, 'USER#', 'DIRECTORY#');
  objects.grantAll(builds);
  table.grantChecking(builds);
  table.grantCountingRequests(builds);
  table.grantCursorKey(builds);
  bus.grantSend(builds);
  push(builds);

  addOrigins(admin);
  addIssuers(admin);
  // A dry run of policies may ask a model.
  addModels(admin);
  secrets.grantProvider(admin);
  applyPolicies(admin);
  table.grantItems(admin, 'USER#', 'ACCOUNT#', 'ADMINS#', 'DIRECTORY#', 'TIERS#');
  // Somebody who is named by e-mail.
  table.grantReadingItems(admin, 'EMAIL#', 'AUDIT#');
  table.grantTouchingItems(admin, 'APIKEY#');
  audit(admin, 'USER#', 'DIRECTORY#');
  table.grantKeepingItems(admin, 'INVITATION#');
  grantMailer(admin, mailer, settings);
  table.grantItems(admin, 'POLICIES#');
  table.grantReadingItems(admin, 'CALLS#');
  userSecretsKey.grantOpeningCalls(admin);
  table.grantChecking(admin);
  table.grantCountingRequests(admin);
  table.grantCursorKey(admin);
  bus.grantSend(admin);
  push(admin);
  table.grantTouchingItems(admin, 'METRICS#');
  // The shards of counts are read together.
  table.grantReadingTogether(admin, 'METRICS#');
  // What the caches of containers hold is listed.
  table.grantListingItems(admin, 'METRICS#');
  if (settings.scrapeKeySha256) admin.addEnvironment('scrapeKeyHash', settings.scrapeKeySha256);

  addOrigins(documentation);
  addOrigins(functions.console);

  addOrigins(eventStream);
  addIssuers(eventStream);
  table.grantReadingItems(eventStream, 'USER#');
  audit(eventStream);
  table.grantTouchingItems(eventStream, 'APIKEY#');
  objects.grantReading(eventStream);
  table.grantChecking(eventStream);
  table.grantCountingRequests(eventStream);

  addOrigins(v1);
  addIssuers(v1);
  addModels(v1);
  table.grantItems(v1, 'USER#');
  audit(v1, 'USER#', 'DIRECTORY#');
  table.grantTouchingItems(v1, 'APIKEY#');
  objects.grantAll(v1);
  table.grantChecking(v1);
  table.grantCountingRequests(v1);
  secrets.grantProvider(v1);
  applyPolicies(v1);
  userSecretsKey.grantSessions(v1);
  bus.grantSend(v1);
  push(v1);

  addOrigins(system);
  system.addEnvironment('sandboxWall', settings.sandbox);
  table.grantProbe(system);
  memories.grantProbe(system);
  bus.grantDepth(system);

  addOrigins(socket);
  addIssuers(socket);
  // An edited plan is estimated again, and its agents may use the provider's default model.
  addModels(socket);
  table.grantItems(socket, 'USER#', 'TICKET#', 'CONNECTION#');
  table.grantTouchingItems(socket, 'APIKEY#');
  audit(socket, 'USER#', 'DIRECTORY#');
  objects.grantAll(socket);
  table.grantChecking(socket);
  table.grantCountingRequests(socket);
  secrets.grantProvider(socket);
  bus.grantSend(socket);
  push(socket);
}
