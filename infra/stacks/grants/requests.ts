import type { Functions } from '../functions.ts';
import { grantBundles, type Platform } from './bundles.ts';

/** The functions that answer clients, over HTTP or a WebSocket. */
export function grantRequests(functions: Functions, platform: Platform): void {
  const { table, objects, secrets, userSecretsKey } = platform.data;
  const { bus, sockets } = platform;
  const { addOrigins, addModels, push, applyPolicies } = grantBundles(platform, functions.pusher);
  const { admin, auth, documentation, my, eventStream, v1, system, socket } = functions;

  addOrigins(auth);
  table.grantItems(auth, 'USER#', 'ACCOUNT#', 'AUTH#', 'EMAIL#', 'SIGNIN#', 'ADDRESS#', 'KEYS#');
  table.grantAddingItems(auth, 'AUDIT#', 'USER#', 'ACCOUNT#', 'AUTH#', 'EMAIL#');
  secrets.grantSigningKeys(auth);
  sockets.grantClose(auth);

  addOrigins(my);
  addModels(my);
  table.grantItems(my, 'USER#', 'APIKEY#', 'TICKET#');
  table.grantReadingItems(my, 'AUDIT#');
  table.grantAddingItems(my, 'AUDIT#', 'USER#', 'APIKEY#');
  objects.grantAll(my);
  table.grantChecking(my);
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
  table.grantItems(admin, 'USER#', 'ACCOUNT#');
  table.grantTouchingItems(admin, 'APIKEY#');
  table.grantAddingItems(admin, 'AUDIT#');
  table.grantItems(admin, 'POLICIES#');
  table.grantReadingItems(admin, 'CALLS#');
  userSecretsKey.grantOpeningCalls(admin);
  table.grantChecking(admin);
  bus.grantSend(admin);
  push(admin);

  addOrigins(documentation);

  addOrigins(eventStream);
  table.grantReadingItems(eventStream, 'USER#');
  table.grantAddingItems(eventStream, 'AUDIT#');
  table.grantTouchingItems(eventStream, 'APIKEY#');
  objects.grantReading(eventStream);
  table.grantChecking(eventStream);

  addOrigins(v1);
  addModels(v1);
  table.grantItems(v1, 'USER#');
  table.grantTouchingItems(v1, 'APIKEY#');
  objects.grantAll(v1);
  table.grantChecking(v1);
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
  table.grantItems(socket, 'USER#', 'TICKET#', 'CONNECTION#');
  table.grantTouchingItems(socket, 'APIKEY#');
  table.grantAddingItems(socket, 'AUDIT#', 'USER#');
  objects.grantAll(socket);
  table.grantChecking(socket);
  secrets.grantProvider(socket);
  bus.grantSend(socket);
  push(socket);
}
