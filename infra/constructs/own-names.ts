import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName as SocketName,
  SecurityPolicy as SocketSecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { Settings } from '../settings/index.ts';
import type { Sockets } from './sockets.ts';

export type OwnNamesProps = { domain: NonNullable<Settings['domain']>; rest: RestApi; sockets: Sockets };

/**
 * The two APIs under names of the deployer's own, beside those that API Gateway gives. The outputs say where the names have
 * to point; the records themselves are made where the deployer keeps the zone.
 */
export class OwnNames extends Construct {
  constructor(scope: Construct, id: string, { domain, rest, sockets }: OwnNamesProps) {
    super(scope, id);
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn);
    const api = new DomainName(this, 'Rest', {
      domainName: domain.name,
      certificate,
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mapping: rest,
    });
    const socket = new SocketName(this, 'Socket', {
      domainName: domain.socketName,
      certificate,
      securityPolicy: SocketSecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'SocketMapping', { api: sockets.api, domainName: socket, stage: sockets.stage });
    const target = (output: string, name: string, value: string): void => {
      new CfnOutput(scope, output, { value, description: `Where the name ${name} has to point, as CNAME or alias` });
    };
    target('UrlTarget', domain.name, api.domainNameAliasDomainName);
    target('SocketUrlTarget', domain.socketName, socket.regionalDomainName);
  }
}
