export { type Answer, Chat } from './chat.ts';
export { Artel, type Options } from './client.ts';
export { ArtelError, type FieldError } from './errors.ts';
export { type Gap, isGap, type SessionEvent } from './events.ts';
export type { InputOf, OutputOf, Route } from './paths.ts';
export type { components, paths } from './schema.ts';
export { enter, type InTurn, resume, type SignedIn, type SignIn, signIn } from './sign-in.ts';
export type { Token, TransportOptions } from './transport.ts';
