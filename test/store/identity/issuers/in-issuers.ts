import { afterAll, beforeAll } from 'vitest';
import { ENV } from '../../../../shared/core/environment.ts';
import { inIdentity } from '../../../support/in-identity.ts';
import { AUDIENCE, type OidcIssuer, startOidcIssuer } from '../../../support/oidc-issuer.ts';

/** Identity that trusts one issuer beside itself, with these settings. */
export const inIssuers = (settings: Record<string, unknown> = {}): { issuer: OidcIssuer } => {
  inIdentity();
  const here = {} as { issuer: OidcIssuer };
  beforeAll(async () => {
    here.issuer = await startOidcIssuer();
    process.env[ENV.allowedHosts] = '127.0.0.1';
    trust(here.issuer, settings);
  });
  afterAll(async () => {
    delete process.env[ENV.issuers];
    delete process.env[ENV.allowedHosts];
    await here.issuer.stop();
  });
  return here;
};

export const trust = ({ url }: OidcIssuer, settings: Record<string, unknown> = {}): void => {
  process.env[ENV.issuers] = JSON.stringify([{ issuer: url, audience: [AUDIENCE], ...settings }]);
};
