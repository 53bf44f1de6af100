export type { EmbedCall, Embeddings } from './embed.ts';
export { chat, embed, type Gateway, gateway } from './gateway.ts';
export { knownModels } from './known-models.ts';
export type {
  ChatMessage,
  ContentPart,
  Finish,
  ImagePart,
  ModelCall,
  ModelEvent,
  Purpose,
  ResponseFormat,
  ToolOffer,
  ToolRequest,
  Usage,
} from './model-call.ts';
export { ModelError, type ModelErrorReason } from './model-error.ts';
export { priceOf } from './prices.ts';
export { promptTokens, textOf } from './prompt-tokens.ts';
export type { Patience, ProviderSettings } from './provider.ts';
export { countTokens } from './tokens.ts';
