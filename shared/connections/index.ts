export { type Connection, connect, disconnect, findConnection, forgetConnection, type Place } from './connections.ts';
export { speakerAttributes, speakerOf } from './speaker.ts';
export { listeners, subscribe, unsubscribe } from './subscriptions.ts';
