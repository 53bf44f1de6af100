const forgeries = 'test/store/identity/issuers/forgeries.test.ts';
const keys = 'test/store/identity/issuers/keys.test.ts';
const people = 'test/store/identity/issuers/people.test.ts';
const verify = 'shared/identity/issuers/verify.ts';

/** What would let somebody in whom no trusted issuer has sent here. */
export const issuers = [
  {
    promise: 'a token for somebody else opens nothing here',
    file: verify,
    find: '  if (!isForUs(claims, issuer)) ',
    replace: '  if (false) ',
    test: forgeries,
  },
  {
    promise: 'an id token is no access token',
    file: verify,
    find: '  if (!hasRequired(claims, issuer)) ',
    replace: '  if (false) ',
    test: forgeries,
  },
  {
    promise: 'a token that lives too long to be denied is refused',
    file: verify,
    find: '  if (exp * SECOND > now + MAX_LIFE) ',
    replace: '  if (false) ',
    test: forgeries,
  },
  {
    promise: 'a token says nothing twice',
    file: 'shared/identity/issuers/text.ts',
    find: '  if (repeatsName(text)) ',
    replace: '  if (false) ',
    test: forgeries,
  },
  {
    promise: 'an issuer that sends its readers elsewhere is not followed',
    file: 'shared/identity/issuers/keys.ts',
    find: "redirect: 'error' }",
    replace: '}',
    test: keys,
  },
  {
    promise: 'invented keys do not flood an issuer',
    file: 'shared/identity/issuers/keys.ts',
    find: 'this.#clock.now() - this.#triedAt < COOLDOWN',
    replace: 'false',
    test: keys,
  },
  {
    promise: 'an e-mail address that nobody verified is not believed',
    file: 'shared/identity/issuers/claims.ts',
    find: "|| (verified !== true && verified !== 'true')",
    replace: '',
    test: people,
  },
  {
    promise: 'whoever signed out with a token of another issuer is out',
    file: 'shared/identity/issuers/authenticate.ts',
    find: 'if (denied)',
    replace: 'if (false)',
    test: people,
  },
  {
    promise: 'what stands in a profile makes nobody an administrator',
    file: 'shared/accounts/account.ts',
    find: 'profile?.issuer === undefined ?',
    replace: 'profile?.roles !== undefined ?',
    test: people,
  },
];
