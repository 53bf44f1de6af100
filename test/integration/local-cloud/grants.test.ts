import { describe, expect, test } from 'vitest';
import { type SynthesizedApp, synthesize } from '../../../infra/synth.ts';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: ID5. */

type Statement = { Action: string | string[]; Resource: unknown };

/** The real app, less one action that one function's role is granted. */
const withoutGrant = (role: RegExp, action: string): SynthesizedApp => {
  const app = structuredClone(synthesize('dev'));
  let removed = 0;
  for (const template of Object.values(app.templates)) {
    for (const [logicalId, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type !== 'AWS::IAM::Policy' || !role.test(logicalId)) continue;
      const { PolicyDocument } = Properties as { PolicyDocument: { Statement: Statement[] } };
      for (const statement of PolicyDocument.Statement) {
        const actions = [statement.Action].flat();
        removed += actions.filter((one) => one === action).length;
        statement.Action = actions.filter((one) => one !== action);
      }
      PolicyDocument.Statement = PolicyDocument.Statement.filter(({ Action }) => Action.length > 0);
    }
  }
  if (removed === 0) throw new Error(`No role like ${role} was granted ${action}.`);
  return app;
};

const here = inArtel(() => startArtel({ app: withoutGrant(/^My/, 'sqs:SendMessage') }));

describe('a function whose construct lost a grant', () => {
  test('a missing grant fails locally as it would in AWS, with an error that names action, resource and role', async () => {
    const { session } = await here.alice.chat();
    await here.alice.call('POST', `/my/chat/${session}/message`, { content: 'Hello', target_agent: 'helper' });
    const refusals = here.artel.cloud.log.filter((line) => line.includes('is not allowed to'));
    expect(refusals.join('\n')).toMatch(/role \S*My\S* is not allowed to sqs:SendMessage on arn:aws:sqs:\S*Agents\S*/);
  });
});
