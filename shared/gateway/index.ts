export type { EmbedCall, Embeddings } from './embed.ts';
export { chat, embed, type Gateway, gateway } from './gateway.ts';
export type {
  ChatMessage,
  Finish,
  ModelCall,
  ModelEvent,
  Purpose,
  ToolOffer,
  ToolRequest,
  Usage,
} from './model-call.ts';
export { ModelError, type ModelErrorReason } from './model-error.ts';
export { priceOf } from './prices.ts';
export type { Patience, ProviderSettings } from './provider.ts';
export { countTokens } from './tokens.ts';
