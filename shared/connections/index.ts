export {
  type Connection,
  connect,
  disconnect,
  findConnection,
  forgetConnection,
  type SubscribedSession,
} from './connections.ts';
export { identityAttributes, storedIdentity } from './stored-identity.ts';
export { audience, type Listener, listeners, subscribe, unsubscribe } from './subscriptions.ts';
