export { forgetResponses } from './forget.ts';
export { type ClaimOutcome, claimRequest, type RecordedResponse, type RequestClaim } from './requests.ts';
