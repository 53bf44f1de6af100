export { type Answer, type Attempt, type Claim, claimRequest } from './requests.ts';
