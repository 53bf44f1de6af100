import { describe, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { settingsFor } from '../../../../infra/settings/index.ts';
import { type SynthesizedApp, synthesize } from '../../../../infra/synth.ts';
import { ENV } from '../../../../shared/core/environment.ts';
import { apps, plainName } from './templates.ts';

/* Requirements: ID13, OPS4. */

const mail = { from: 'hello@artel.example.com', page: 'https://app.example.com/account' };
const mailing = synthesize('prod', { bundle: bundle(), settings: settingsFor('prod', [{ mail }]) });

type Statement = { Action: string | string[]; Resource: unknown };

/** By function: what its role allows of this action. */
const allowing = ({ templates }: SynthesizedApp, action: string): Record<string, unknown[]> => {
  const found: Record<string, unknown[]> = {};
  for (const { Resources } of Object.values(templates)) {
    for (const [id, { Type, Properties }] of Object.entries(Resources)) {
      if (Type !== 'AWS::IAM::Policy') continue;
      const { Statement: statements } = (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument;
      const resources = statements.filter((one) => [one.Action].flat().includes(action)).flatMap((one) => one.Resource);
      if (resources.length > 0) found[id.replace(/Role.*/, '')] = resources;
    }
  }
  return found;
};

const variablesOf = ({ templates }: SynthesizedApp, name: string): Record<string, unknown> => {
  const functions = Object.values(templates).flatMap(({ Resources }) => Object.entries(Resources));
  const [found] = functions.filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && plainName(id) === name);
  if (!found) throw new Error(`There is no function ${name}.`);
  return (found[1].Properties as { Environment: { Variables: Record<string, unknown> } }).Environment.Variables;
};

const callersOfMailer = (app: SynthesizedApp): string[] =>
  Object.entries(allowing(app, 'lambda:InvokeFunction'))
    .filter(([, resources]) => JSON.stringify(resources).includes('"Mailer'))
    .map(([name]) => name)
    .sort();

describe('mails', () => {
  test('only the mailer sends mails, from the one address, and only accounts, administration and notifications hand it any', () => {
    const sending = allowing(mailing, 'ses:SendEmail');
    expect(Object.keys(sending)).toEqual(['Mailer']);
    const identities = [...JSON.stringify(sending.Mailer).matchAll(/:identity\/([^"]+)"/g)].map(([, one]) => one);
    expect(identities.sort()).toEqual(['artel.example.com', 'hello@artel.example.com']);
    expect(JSON.stringify(sending.Mailer)).not.toContain('*');
    expect(callersOfMailer(mailing)).toEqual(['Admin', 'Auth', 'Webhooks']);
    expect(variablesOf(mailing, 'Mailer')).toMatchObject({ [ENV.mailFrom]: mail.from });
  });

  test('a deployment that sends mails confirms addresses, unless it says otherwise', () => {
    expect(variablesOf(mailing, 'Auth')).toMatchObject({
      [ENV.confirmEmail]: 'true',
      [ENV.registration]: 'invited',
      [ENV.linkPage]: mail.page,
    });
    expect(variablesOf(apps.prod, 'Auth')).toMatchObject({ [ENV.confirmEmail]: 'false' });
    expect(variablesOf(apps.dev, 'Auth')).toMatchObject({ [ENV.registration]: 'open' });
  });

  test('without an address to send from nobody may send a mail, and nobody hands one over', () => {
    expect(allowing(apps.prod, 'ses:SendEmail')).toEqual({});
    expect(callersOfMailer(apps.prod)).toEqual([]);
    expect(variablesOf(apps.prod, 'Auth')).not.toHaveProperty(ENV.mailerFunction);
    expect(JSON.stringify(variablesOf(apps.prod, 'Auth')[ENV.linkPage])).toContain('/console/link');
  });

  test('addresses cannot have to be confirmed where no mail is sent', () => {
    expect(() => settingsFor('prod', [{ confirmEmail: true }])).toThrow(/confirmEmail.*mail\.from/);
    expect(settingsFor('prod', [{ confirmEmail: true, mail }]).confirmEmail).toBe(true);
  });
});
