export { forgetResponses } from './forget.ts';
export { keepClaim } from './keep-claim.ts';
export { type ClaimOutcome, claimRequest, type RecordedResponse, type RequestClaim } from './requests.ts';
