import type { Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { PASSWORD, startArtel } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { button, inEnglish, problemsOf } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { AUDIENCE, type OidcIssuer, startOidcIssuer } from '../../support/oidc-issuer.ts';

/* Requirements: WEB1, ID2. */

let issuer: OidcIssuer;
const here = inArtel(async () => {
  issuer = await startOidcIssuer();
  const trusted = [{ issuer: issuer.url, audience: [AUDIENCE] }];
  return startArtel({ environment: { [ENV.issuers]: JSON.stringify(trusted), [ENV.allowedHosts]: '127.0.0.1' } });
});
afterAll(() => issuer.stop());

const linkMailedTo = (address: string): Promise<string> =>
  vi.waitFor(
    () => {
      const mail = here.artel.cloud.mails.find(({ to }) => to.includes(address));
      const link = /https?:\S+#reset=\S+/.exec(mail?.text ?? '')?.[0];
      if (!link) throw new Error(`No link has come to ${address}.`);
      return link;
    },
    { timeout: 20_000, interval: 50 },
  );

const opened = async (page: Page, at = ''): Promise<void> => {
  await inEnglish(page);
  await page.goto(`${here.artel.cloud.url}/console${at}`);
};

describeInBrowser('ways to sign in', (browser) => {
  test('a password that was forgotten is set anew by the link that was mailed, once it is long enough', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await opened(page);
    await page.getByLabel('E-mail address').fill(here.alice.email);
    await page.getByLabel('Password').fill('not her password');
    await button(page, 'Sign in').click();
    await page.getByRole('alert').getByText('address or the password is wrong').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(here.alice.email);
    await button(page, 'I forgot my password').click();
    await page.getByLabel('E-mail address').fill(here.alice.email);
    await button(page, 'Mail me a link').click();
    await page.getByRole('status').getByText('a link is on its way').waitFor();

    await page.goto(await linkMailedTo(here.alice.email));
    await page.getByLabel('New password').fill('short');
    await button(page, 'Set the password').click();
    await page.getByLabel('New password').and(page.locator('[aria-invalid=true]')).waitFor();
    await page.getByLabel('New password').fill(`${PASSWORD} anew`);
    await button(page, 'Set the password').click();
    // The link's secret is not left in the address for whoever comes next.
    expect(page.url()).not.toContain('#');
    await page.getByRole('status').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill(here.alice.email);
    await page.getByLabel('Password').fill(`${PASSWORD} anew`);
    await button(page, 'Sign in').click();
    await button(page, 'New chat').waitFor();
    expect(problems).toEqual([]);
  });

  test('a token of the organisation’s issuer signs in whoever it names, and is gone when the page is loaded again', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    const token = await issuer.token({ sub: 'olga', email: 'olga@example.org', email_verified: true });
    await opened(page, '/agents');
    await button(page, 'Sign in with a token').click();
    const field = page.getByLabel('Access token or API key');
    await field.fill(`${token.slice(0, -8)}AAAAAAAA`);
    await button(page, 'Sign in').click();
    await page.getByRole('alert').getByText('This token is not valid').waitFor();
    await field.fill(token);
    await button(page, 'Sign in').click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.getByText('olga@example.org').waitFor();
    expect(
      await page.evaluate('JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])'),
    ).not.toContain(token.slice(0, 20));
    await page.reload();
    await button(page, 'Sign in').waitFor();
    expect(problems).toEqual([]);
  });
});
