export { PaidUpstreams } from './budget/usage-budget.ts';
export type { Ledger } from './budget/usage-ledger.ts';
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
} from './call/model-call.ts';
export { ModelError, type ModelErrorReason } from './call/model-error.ts';
export { detailsSchema, findCall, listCalls, modelCallSchema } from './chain/records.ts';
export { PolicyFailed, PolicyRefused } from './chain/refusal.ts';
export { rehearse } from './chain/rehearsal.ts';
export { blockFigures } from './dedup/sessions.ts';
export { chat, embed, type Gateway, gateway } from './gateway.ts';
export { policiesOf } from './policies/build.ts';
export { checkPolicies } from './policies/checked.ts';
export { userNamed } from './policies/owner.ts';
export { type PolicySetting, policyListSchema } from './policies/settings.ts';
export { policiesFor, readPolicies, storedPoliciesSchema, storePolicies } from './policies/stored.ts';
export type { EmbedCall, Embeddings } from './providers/embed.ts';
export { knownModels } from './settings/known-models.ts';
export type { Patience } from './settings/provider.ts';
export { defaultModel, providerSettings } from './settings/provider.ts';
export type { ProviderSettings, Upstream } from './settings/upstreams.ts';
export { upstreamsOf } from './settings/upstreams.ts';
export { priceOf } from './tokens/prices.ts';
export { promptTokens, textOf } from './tokens/prompt-tokens.ts';
export { countTokens } from './tokens/tokens.ts';
export { realArguments } from './vault/tool-arguments.ts';
