export { addContext, clearContext, listContext, searchContext } from './context.ts';
export { direct, handleMessage, type Message, type NewMessage, orchestrated } from './handle-message.ts';
export { resetSpace, type SpaceHealth, spaceHealth, spaceHealthSchema } from './health.ts';
export { agentOf, deregister, metricsOf, register } from './lane.ts';
export { Spaces, type Statistics, spaces } from './manager.ts';
export { messageInput, newMessageOf } from './message-input.ts';
export type { Space } from './space.ts';
