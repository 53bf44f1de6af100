export { type ClaimOutcome, claimRequest, type RecordedResponse, type RequestClaim } from './requests.ts';
