export type { Ledger } from './budget/ledger.ts';
export { PaidUpstreams } from './budget/paid-upstreams.ts';
export { type ContentPart, type DocumentPart, documentText, type ImagePart } from './call/content-parts.ts';
export type {
  ChatMessage,
  Ending,
  Finish,
  ModelCall,
  ModelEvent,
  Purpose,
  ResponseFormat,
  ToolOffer,
  ToolRequest,
  Usage,
} from './call/model-call.ts';
export { ModelError, type ModelErrorReason } from './call/model-error.ts';
export { type NativeThought, type Reasoning, ReasoningCollector, type ReasoningPart } from './call/reasoning.ts';
export { wellShaped } from './call/well-shaped.ts';
export { PolicyFailed, PolicyRefused } from './chain/errors.ts';
export { blockFigures } from './dedup/sessions.ts';
export { chat, embed, type Gateway, gateway } from './gateway.ts';
export { keepOwnKey, listOwnKeys, ownKeySchema } from './own-keys/keep.ts';
export { realArguments } from './placeholder-store/tool-arguments.ts';
export { policiesOf } from './policies/build.ts';
export { checkPolicies } from './policies/check.ts';
export { policiesFor } from './policies/for-user.ts';
export { changePolicies } from './policies/imposed.ts';
export { changeOwnPolicies, myPoliciesSchema, ownPoliciesOf } from './policies/own/change.ts';
export { ownPoliciesSchema, userMaySchema } from './policies/own/settings.ts';
export { userNamed } from './policies/owner.ts';
export { type ChainSetting, type PolicySetting, policyListSchema } from './policies/settings.ts';
export { readPolicies, storedPoliciesSchema } from './policies/stored.ts';
export type { EmbedCall, Embeddings } from './providers/embed.ts';
export { detailsSchema, findCall, listCalls, modelCallSchema } from './records/model-calls.ts';
export { findOwnCall, listOwnCalls, ownDetailsSchema } from './records/own-calls.ts';
export { ownRehearsalResultSchema, ownRehearsalSchema, rehearseOwn } from './rehearsal/own.ts';
export { rehearsalResultSchema, rehearse, supposed } from './rehearsal/rehearse.ts';
export { knownModels } from './settings/known-models.ts';
export type { Timeouts } from './settings/provider.ts';
export { defaultEmbeddingModel, defaultModel, providerSettings } from './settings/provider.ts';
export type { ProviderSettings, Upstream } from './settings/upstreams.ts';
export { upstreamsOf } from './settings/upstreams.ts';
export { countTokens } from './tokens/count-tokens.ts';
export { decodeTokens } from './tokens/decode-tokens.ts';
export { maxAnswerTokens, priceOf } from './tokens/prices.ts';
export { promptTokens, textOf } from './tokens/prompt-tokens.ts';
export { type Spent, spentOn } from './tokens/spent.ts';
