import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { described } from '../../../../functions/documentation/operations.ts';
import { SECURITY_HEADERS } from '../../../../functions/middleware/security-headers.ts';
import { errorSchema } from '../../../../functions/routing/description/answers.ts';
import { STAGES, type Stage, settingsFor } from '../../../../infra/settings/index.ts';
import { functionsOf, resourcesOf, template } from './templates.ts';

type Method = {
  HttpMethod: string;
  ResourceId: { Ref?: string };
  Integration: { ResponseTransferMode?: string; Uri: unknown };
};

/** Of the service's REST API, or of the one that previews are shown at. */
const ofApi = (api: 'Rest' | 'Previews', stage: Stage, type: string) =>
  Object.fromEntries(
    Object.entries(resourcesOf(stage, type)).filter(([, { Properties }]) =>
      (Properties.RestApiId as { Ref: string }).Ref.startsWith(api),
    ),
  );

const methodsOf = (api: 'Rest' | 'Previews') =>
  Object.values(ofApi(api, 'prod', 'AWS::ApiGateway::Method')).map(({ Properties }) => Properties as Method);
const methods = methodsOf('Rest');
const resources = ofApi('Rest', 'prod', 'AWS::ApiGateway::Resource');

/** `/my/chat/{session_id}/events` of a resource's logical id; nothing of the root, which has none of its own. */
function pathOf(id: string | undefined): string {
  if (id === undefined) return '';
  const resource = resources[id];
  if (!resource) throw new Error(`no REST resource ${id}`);
  const { ParentId, PathPart } = resource.Properties as { ParentId: { Ref?: string }; PathPart: string };
  return `${pathOf(ParentId.Ref)}/${PathPart}`;
}

describe('the REST API', () => {
  test('the REST API streams the events of a session, under both trees, all of /v1, /admin and /metrics, what is about the person, files, the console, and the documentation with all that is nowhere, for up to 15 minutes', () => {
    const streamed = methods.filter(({ Integration }) => Integration.ResponseTransferMode === 'STREAM');
    expect(streamed.map(({ HttpMethod, ResourceId }) => `${HttpMethod} ${pathOf(ResourceId.Ref)}`).sort()).toEqual([
      'ANY ',
      'ANY /admin',
      'ANY /admin/users',
      'ANY /admin/users/{user_id}',
      'ANY /admin/users/{user_id}/{proxy+}',
      'ANY /admin/{proxy+}',
      'ANY /console',
      'ANY /console/{proxy+}',
      'ANY /metrics',
      'ANY /metrics/{proxy+}',
      'ANY /my',
      'ANY /my/archive',
      'ANY /my/archive/{proxy+}',
      'ANY /my/audit',
      'ANY /my/audit/{proxy+}',
      'ANY /my/calls',
      'ANY /my/calls/{proxy+}',
      'ANY /my/chat/{session_id}/events',
      'ANY /my/docs',
      'ANY /my/docs/{proxy+}',
      'ANY /my/export',
      'ANY /my/export/{proxy+}',
      'ANY /my/files',
      'ANY /my/files/{proxy+}',
      'ANY /my/keys',
      'ANY /my/keys/{proxy+}',
      'ANY /my/policies',
      'ANY /my/policies/{proxy+}',
      'ANY /my/previews',
      'ANY /my/previews/{proxy+}',
      'ANY /my/projects/{project_id}/archive',
      'ANY /my/projects/{project_id}/archive/{proxy+}',
      'ANY /my/projects/{project_id}/chat/{session_id}/events',
      'ANY /my/projects/{project_id}/export',
      'ANY /my/projects/{project_id}/export/{proxy+}',
      'ANY /my/projects/{project_id}/files',
      'ANY /my/projects/{project_id}/files/{proxy+}',
      'ANY /my/projects/{project_id}/previews',
      'ANY /my/projects/{project_id}/previews/{proxy+}',
      'ANY /my/projects/{project_id}/uploads',
      'ANY /my/projects/{project_id}/uploads/{proxy+}',
      'ANY /my/projects/{project_id}/versions',
      'ANY /my/projects/{project_id}/versions/{proxy+}',
      'ANY /my/uploads',
      'ANY /my/uploads/{proxy+}',
      'ANY /my/usage',
      'ANY /my/usage/{proxy+}',
      'ANY /my/versions',
      'ANY /my/versions/{proxy+}',
      'ANY /openapi.json',
      'ANY /openapi.json/{proxy+}',
      'ANY /v1',
      'ANY /v1/{proxy+}',
      'ANY /{proxy+}',
    ]);
    for (const { ResourceId, Integration } of streamed) {
      const path = pathOf(ResourceId.Ref);
      const [, root = ''] = path.split('/');
      const isWorkspace = /\/(archive|files|previews|uploads|versions)(\/|$)/.test(path);
      const streams = path.includes('/events') ? 'EventStream' : isWorkspace ? 'Workspace' : 'Account';
      const isConsole = /^(|\/console.*)$/.test(path);
      const isDocumentation = /^(\/\{proxy\+\}|\/openapi\.json.*|\/my\/docs.*)$/.test(path);
      const name =
        { admin: 'Admin', metrics: 'Admin', v1: 'V1' }[root] ??
        (isConsole ? 'Console' : isDocumentation ? 'Documentation' : streams);
      expect(JSON.stringify(Integration.Uri)).toMatch(new RegExp(`"${name}.*/response-streaming-invocations"`));
      expect(Integration).toMatchObject({ Type: 'AWS_PROXY', TimeoutInMillis: 900_000 });
    }
  });

  test.each([
    ['/admin', 'Admin'],
    ['/admin/{proxy+}', 'Admin'],
    ['', 'Console'],
    ['/console', 'Console'],
    ['/console/{proxy+}', 'Console'],
    ['/{proxy+}', 'Documentation'],
    ['/my/docs', 'Documentation'],
    ['/openapi.json', 'Documentation'],
    ['/my/{proxy+}', 'Projects'],
    ['/my/projects/{project_id}/{proxy+}', 'Projects'],
    ['/my/runs/{proxy+}', 'My'],
    ['/my/projects/{project_id}/builds/{proxy+}', 'Builds'],
    ['/my/projects/{project_id}/approvals', 'My'],
    ['/my/projects/{project_id}/chat/{session_id}/{proxy+}', 'My'],
  ])('the path "%s" is answered by %s', (path, name) => {
    const [method] = methods.filter(({ ResourceId }) => pathOf(ResourceId.Ref) === path);
    expect(JSON.stringify(method?.Integration.Uri)).toMatch(new RegExp(`"${name}[0-9A-F]{8}"`));
  });

  test('only whoever leaves or is removed is answered by the function that signs people in', () => {
    const others = methods.filter(({ HttpMethod }) => HttpMethod !== 'ANY');
    expect(others.map(({ HttpMethod, ResourceId }) => `${HttpMethod} ${pathOf(ResourceId.Ref)}`)).toEqual([
      'DELETE /my',
      'DELETE /admin/users/{user_id}',
    ]);
    for (const { Integration } of others) expect(JSON.stringify(Integration.Uri)).toMatch(/"Auth[0-9A-F]{8}"/);
  });

  test('the REST API answers any method on every resource, so that no level is a 403', () => {
    const answered = methods.filter(({ HttpMethod }) => HttpMethod === 'ANY').map(({ ResourceId }) => ResourceId.Ref);
    expect(answered.filter((id) => id !== undefined).sort()).toEqual(Object.keys(resources).sort());
    expect(answered.filter((id) => id === undefined)).toHaveLength(1);
  });

  test.each(STAGES)('the REST API is regional, logged and throttled in %s', (stage) => {
    const service = template(stage, 'service');
    const { rate, burst } = settingsFor(stage).throttle;
    service.hasResourceProperties('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } });
    service.hasResourceProperties('AWS::ApiGateway::Stage', {
      AccessLogSetting: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('request_id') },
      MethodSettings: [
        Match.objectLike({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst, DataTraceEnabled: false }),
      ],
    });
  });

  test('browsers may read the REST API’s own answers from every origin, and without credentials where there are several', () => {
    const corsOf = (stage: Stage) =>
      Object.values(ofApi('Rest', stage, 'AWS::ApiGateway::GatewayResponse')).map(({ Properties }) => {
        const headers = Properties.ResponseParameters as Record<string, string>;
        return ['Origin', 'Credentials'].map((name) => headers[`gatewayresponse.header.Access-Control-Allow-${name}`]);
      });
    expect(settingsFor('dev').allowedOrigins.length).toBeGreaterThan(1);
    for (const cors of corsOf('dev')) expect(cors).toEqual(["'*'", undefined]);
    expect(settingsFor('prod').allowedOrigins).toEqual([]);
    for (const cors of corsOf('prod')) expect(cors).toEqual([undefined, undefined]);
  });

  test('the REST API’s own answers have the shape of every other error', () => {
    const answers = Object.values(ofApi('Rest', 'prod', 'AWS::ApiGateway::GatewayResponse'));
    expect(answers.length).toBeGreaterThan(0);
    for (const { Properties } of answers) {
      const body = (Properties.ResponseTemplates as Record<string, string>)['application/json'] ?? '';
      const filled = body
        .replace('$context.error.messageString', '"message"')
        .replace('$context.requestTimeEpoch', '1795894145878');
      expect(Object.keys(JSON.parse(filled))).toEqual(['detail', 'error_code', 'timestamp', 'request_id']);
      expect(errorSchema.safeParse(JSON.parse(filled)).error).toBeUndefined();
    }
  });

  test('the REST API’s answer to what is too large names the most that any path takes', () => {
    const bodies = Object.values(ofApi('Rest', 'prod', 'AWS::ApiGateway::GatewayResponse')).flatMap(({ Properties }) =>
      Properties.ResponseType === 'REQUEST_TOO_LARGE'
        ? Object.values(Properties.ResponseTemplates as Record<string, string>)
        : [],
    );
    const most = Math.max(...described.map(({ maxBodyBytes }) => maxBodyBytes ?? 0));
    expect(most).toBeGreaterThan(0);
    expect(bodies).toEqual([expect.stringContaining(`more than ${most} bytes.`)]);
  });

  test('the REST API’s own answers have the same security headers as a function’s', () => {
    // 'none' cannot be written in a value that single quotes enclose; a list without sources is the same.
    const expected = Object.entries(SECURITY_HEADERS).map(
      ([name, value]) => [`gatewayresponse.header.${name}`, `'${value.replaceAll(" 'none'", '')}'`] as const,
    );
    for (const { Properties } of Object.values(ofApi('Rest', 'prod', 'AWS::ApiGateway::GatewayResponse'))) {
      const headers = Object.entries(Properties.ResponseParameters as Record<string, string>);
      const lower = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
      expect(lower).toMatchObject(Object.fromEntries(expected));
    }
  });

  test('the REST API logs neither queries nor headers, which hold tickets and tokens', () => {
    const formats = [
      ...Object.values(resourcesOf('prod', 'AWS::ApiGateway::Stage')).map((one) => one.Properties.AccessLogSetting),
      ...Object.values(resourcesOf('prod', 'AWS::ApiGatewayV2::Stage')).map((one) => one.Properties.AccessLogSettings),
    ].map((settings) => (settings as { Format: string }).Format);
    expect(formats).toHaveLength(3);
    for (const format of formats) expect(format).not.toMatch(/querystring|header|authorizer|body/i);
  });
});

describe('the API that previews are shown at', () => {
  test('every path of it is answered by the function that shows previews, which streams', () => {
    const answering = methodsOf('Previews');
    expect(answering).toHaveLength(2);
    for (const { HttpMethod, Integration } of answering) {
      expect(HttpMethod).toBe('ANY');
      expect(Integration.ResponseTransferMode).toBe('STREAM');
      expect(JSON.stringify(Integration.Uri)).toMatch(/"Preview[0-9A-F]{8}"/);
    }
  });

  test('it logs no path and no host, which hold the token', () => {
    for (const { Properties } of Object.values(ofApi('Previews', 'prod', 'AWS::ApiGateway::Stage'))) {
      const { AccessLogSetting, MethodSettings } = Properties as {
        AccessLogSetting: { Format: string };
        MethodSettings: { LoggingLevel: string; DataTraceEnabled: boolean }[];
      };
      expect(AccessLogSetting.Format).not.toMatch(/path|domain|resource/i);
      for (const { LoggingLevel, DataTraceEnabled } of MethodSettings)
        expect([LoggingLevel, DataTraceEnabled]).toEqual(['OFF', false]);
    }
  });
});

describe('the WebSocket API', () => {
  test('the WebSocket API sends connects, disconnects and every message to one function', () => {
    const routes = Object.values(resourcesOf('prod', 'AWS::ApiGatewayV2::Route'));
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(['$connect', '$default', '$disconnect']);
    for (const { Properties } of Object.values(resourcesOf('prod', 'AWS::ApiGatewayV2::Integration'))) {
      expect(JSON.stringify(Properties.IntegrationUri)).toMatch(/"Socket[0-9A-F]{8}"/);
    }
  });
});

describe('the queues', () => {
  const queues = resourcesOf('prod', 'AWS::SQS::Queue');
  const sources = Object.values(resourcesOf('prod', 'AWS::Lambda::EventSourceMapping')).map(
    ({ Properties }) => Properties,
  );

  test('the queues end in a dead-letter queue after ten receives', () => {
    const redriven = Object.entries(queues).filter(([, { Properties }]) => Properties.RedrivePolicy !== undefined);
    expect(redriven.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'BusAgents',
      'BusTimers',
      'BusWebhooks',
    ]);
    for (const [, { Properties }] of redriven) expect(Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 10 });
  });

  test('the queues are encrypted and refuse plain HTTP', () => {
    for (const { Properties } of Object.values(queues)) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = Object.values(resourcesOf('prod', 'AWS::SQS::QueuePolicy'));
    expect(policies).toHaveLength(Object.keys(queues).length);
    for (const { Properties } of policies)
      expect(JSON.stringify(Properties)).toContain('"aws:SecureTransport":"false"');
  });

  test('the queues hide a message for longer than its function can run', () => {
    const functions = functionsOf('prod');
    for (const name of ['AgentWorker', 'Timers', 'DeadLetters', 'Webhooks']) {
      for (const { Properties } of Object.values(queues)) {
        expect(Properties.VisibilityTimeout).toBeGreaterThan(functions[name]?.Timeout ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  test('the queues give the agent worker one message at a time, and take back only what failed', () => {
    expect(sources).toHaveLength(4);
    for (const source of sources) expect(source.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    const ofWorker = sources.filter((source) => JSON.stringify(source.FunctionName).includes('AgentWorker'));
    expect(ofWorker).toMatchObject([{ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 200 } }]);
  });

  test('the queues deliver a hint at once, to as many functions as the account can spare', () => {
    const [ofTimers, ...others] = sources.filter((source) => JSON.stringify(source.FunctionName).includes('Timers'));
    expect(others).toEqual([]);
    expect(ofTimers).toMatchObject({ BatchSize: 10, ScalingConfig: { MaximumConcurrency: 50 } });
    expect(ofTimers?.MaximumBatchingWindowInSeconds ?? 0).toBe(0);
    for (const [, { Properties }] of Object.entries(queues)) expect(Properties.DelaySeconds ?? 0).toBe(0);
  });
});

test('the outputs of a deployment list the addresses, and which secrets to fill', () => {
  const outputs = template('prod', 'service').findOutputs('*');
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { Value }]) => [name, JSON.stringify(Value)]));
  expect(Object.keys(values).sort()).toEqual(['ProviderSecret', 'SocketUrl', 'Url']);
  expect(values.ProviderSecret).toContain('SecretsProvider');
});

test('the sweeper wakes each minute', () => {
  template('prod', 'service').hasResourceProperties('AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 minute)',
    State: 'ENABLED',
    Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sweeper'), 'Arn'] } })],
  });
});

test('signing keys rotate at the first deployment and every 30 days', () => {
  template('prod', 'service').hasResource('AWS::SecretsManager::RotationSchedule', {
    Properties: { RotateImmediatelyOnUpdate: true, RotationRules: { ScheduleExpression: 'rate(30 days)' } },
    DependsOn: Match.arrayWith([
      Match.stringLikeRegexp('^SigningKeysRotation'),
      Match.stringLikeRegexp('^SigningKeysRoleDefaultPolicy'),
    ]),
  });
});
