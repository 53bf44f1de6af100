export { type Answer, type Attempt, type Claim, claimRequest } from './repeats.ts';
export {
  ACCOUNT_LIMIT,
  ADDRESS_LIMIT,
  admitSignIn,
  type SignInAttempt,
  signInFailed,
  signInSucceeded,
} from './sign-in.ts';
