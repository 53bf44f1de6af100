import { grantMailer } from '../../constructs/mailer.ts';
import type { Functions } from '../functions.ts';
import { grantBundles, type Platform } from './bundles.ts';

/** The functions that answer clients, over HTTP or a WebSocket. */
export function grantRequests(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const { bus, sockets, settings } = platform;
  const { addOrigins, addIssuers, addModels, audit, push, applyPolicies, showPolicies } = grantBundles(
    platform,
    functions.pusher,
  );
  const { account, admin, auth, documentation, my, eventStream, v1, system, socket, mailer } = functions;

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
  secrets.grantVectors(account);
  account.addEnvironment('memoryIsolation', settings.memoryIsolation);
  showPolicies(account);

  addOrigins(my);
  addIssuers(my);
  addModels(my);
  table.grantItems(my, 'USER#', 'TICKET#');
  table.grantTouchingItems(my, 'APIKEY#');
  audit(my, 'USER#', 'DIRECTORY#');
  objects.grantAll(my);
  // An import looks whether there are files already.
  objects.grantListing(my);
  table.grantChecking(my);
  table.grantCountingRequests(my);
  table.grantCursorKey(my);
  secrets.grantProvider(my);
  secrets.grantVectors(my);
  my.addEnvironment('memoryIsolation', settings.memoryIsolation);
  userSecretsKey.grantSealing(my);
  userSecretsKey.grantSealingProviderKeys(my);
  applyPolicies(my);
  bus.grantSend(my);
  push(my);
  sockets.addAddress(my);

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
  if (settings.scrapeKeySha256) admin.addEnvironment('scrapeKeyHash', settings.scrapeKeySha256);

  addOrigins(documentation);

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
  table.grantProbe(system);
  secrets.grantVectors(system);
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
