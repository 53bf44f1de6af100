import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { compose, FEATURE_FLAGS } from '../../../../infra/compose.ts';
import { settingsFor } from '../../../../infra/settings/index.ts';
import { issuerSchema } from '../../../../shared/core/issuers.ts';

/* Requirements: OPS10, ID2. */

const certificateArn = 'arn:aws:acm:eu-central-1:111122223333:certificate/3f2c9a51-7d1e-4b0a-9c55-0f6f4a1be7d2';
const domain = { name: 'api.example.com', socketName: 'socket.example.com', certificateArn };

const issuers = [issuerSchema.parse({ issuer: 'https://id.example.com', audience: ['artel'] })];

const app = new App({ context: FEATURE_FLAGS, analyticsReporting: false });
const { service } = compose(
  app,
  settingsFor('prod', [
    {
      domain,
      previews: { domain: 'shown.example.net', certificateArn },
      issuers,
      allowedHosts: ['id.example.com'],
      scrapeKeySha256: 'a'.repeat(64),
    },
  ]),
  bundle(),
);
const template = Template.fromStack(service);

test('a deployment that trusts another issuer tells so every function that checks tokens, and where its keys may lie', () => {
  const told = Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(([id, { Properties }]) => {
    const { ARTEL_ISSUERS: list, ARTEL_ALLOWED_HOSTS: hosts } = Properties.Environment.Variables;
    if (list === undefined) return [];
    expect([JSON.parse(list), hosts]).toEqual([issuers, 'id.example.com']);
    return [id.replace(/(Function)?[0-9A-F]{8}$/, '')];
  });
  expect(told.sort()).toEqual([
    'Account',
    'Admin',
    'Auth',
    'Builds',
    'EventStream',
    'My',
    'Projects',
    'Socket',
    'V1',
    'Workspace',
  ]);
});

const toldOf = (variable: string) =>
  Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(([id, { Properties }]) => {
    const value = Properties.Environment.Variables[variable];
    return value === undefined ? [] : [`${id.replace(/(Function)?[0-9A-F]{8}$/, '')} ${value}`];
  });

test('the hash of the scrape key is told to the function that answers /metrics alone', () => {
  expect(toldOf('ARTEL_SCRAPE_KEY_SHA256')).toEqual([`Admin ${'a'.repeat(64)}`]);
});

describe('a deployment with names of its own', () => {
  test('both APIs answer under them, by TLS 1.2 and the named certificate', () => {
    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.example.com',
      RegionalCertificateArn: certificateArn,
      SecurityPolicy: 'TLS_1_2',
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'socket.example.com',
      DomainNameConfigurations: [
        { CertificateArn: certificateArn, SecurityPolicy: 'TLS_1_2', EndpointType: 'REGIONAL' },
      ],
    });
    template.resourceCountIs('AWS::ApiGateway::BasePathMapping', 2);
    template.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
  });

  test('each preview has a host name below a domain of their own, and the functions are told so', () => {
    template.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: '*.shown.example.net',
      RegionalCertificateArn: certificateArn,
      SecurityPolicy: 'TLS_1_2',
    });
    expect(toldOf('ARTEL_PREVIEW_ADDRESS')).toEqual([
      'Workspace https://shown.example.net',
      'Preview https://shown.example.net',
      'AgentWorker https://shown.example.net',
    ]);
    expect(toldOf('ARTEL_PREVIEW_TOKEN')).toEqual(['Workspace host', 'Preview host', 'AgentWorker host']);
    expect(Object.keys(template.findOutputs('*'))).toContain('PreviewsTarget');
  });

  test('the outputs name them, and where they have to point', () => {
    template.hasOutput('Url', { Value: 'https://api.example.com/' });
    template.hasOutput('SocketUrl', { Value: 'wss://socket.example.com' });
    expect(Object.keys(template.findOutputs('*'))).toEqual(expect.arrayContaining(['UrlTarget', 'SocketUrlTarget']));
  });

  test('clients are sent to them, and tools may not call them', () => {
    const variables = Object.values(template.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties.Environment.Variables as Record<string, unknown>,
    );
    const values = (name: string) => variables.flatMap((one) => (name in one ? [JSON.stringify(one[name])] : []));
    expect(new Set(values('ARTEL_SOCKET_URL'))).toEqual(new Set(['"wss://socket.example.com"']));
    const [own = ''] = values('ARTEL_OWN_ADDRESSES');
    for (const name of ['api.example.com', 'socket.example.com', 'execute-api']) expect(own).toContain(name);
  });

  test('cdk-nag finds nothing in them', () => {
    app.synth();
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });
});
