import type { Operation } from '../operation.ts';
import { inNamedProject, segmentsOf } from '../path.ts';
import { Answers } from './answers.ts';
import { Components, type Json } from './components.ts';
import { describedHeaders } from './headers.ts';
import { parametersOf, sharedParameters } from './parameters.ts';
import { shareParameters } from './shared.ts';

export type { Json } from './components.ts';

export type OpenApiInfo = { title: string; version: string; description?: string };

const LICENSE = { name: 'MIT', identifier: 'MIT' };

const operationId = (method: string, path: string): string =>
  [method.toLowerCase(), ...segmentsOf(path).map(({ name }) => name.replace(/\W+/g, '_'))].join('_');

/** Clients of these APIs send their key in a header of its own. */
const securityOf = ({ access, path }: Operation): Json[] => {
  if (access === 'public') return [];
  return path.startsWith('/v1/') ? [{ bearer: [] }, { api_key: [] }] : [{ bearer: [] }];
};

const AREAS = ['auth', 'v1', 'admin'];

/** Under which heading a reader finds it: what of theirs it is about, or the area of the API. */
const tagOf = (path: string): string => {
  const [area = '', subject] = segmentsOf(path).map(({ name }) => name);
  if (area === 'my') return subject ?? area;
  return AREAS.includes(area) ? area : 'system';
};

const described = (operation: Operation, path: string, { components, answers }: Described): Json => {
  const { method, summary, access, personOnly, permission, takesBody, body, bodyType } = operation;
  const parameters = parametersOf(operation, path, components);
  const type = bodyType === 'text' ? 'application/x-ndjson' : 'application/json';
  const rule = personOnly ? 'Needs a signed-in person.' : `API keys need scope \`${permission}\`.`;
  return {
    operationId: operationId(method, path),
    summary,
    ...(access !== 'public' && { description: access === 'admin' ? `Needs the role \`admin\`. ${rule}` : rule }),
    tags: [tagOf(operation.path)],
    security: securityOf(operation),
    ...(parameters.length > 0 && { parameters }),
    ...(takesBody && {
      requestBody: {
        required: !body.safeParse(undefined).success,
        content: { [type]: { schema: components.schema(body, 'input') } },
      },
    }),
    responses: answers.of(operation),
  };
};

type Described = { components: Components; answers: Answers };

/** Where paths begin for a client that read the document from there. */
export const serversAt = (basePath: string): Json[] => [{ url: basePath || '/' }];

/** The OpenAPI 3.1 document of these operations, made from the very schemas that check the requests. */
export const openApi = (operations: readonly Operation[], info: OpenApiInfo): Json => {
  const components = new Components();
  const answers = new Answers(components);
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    for (const path of operation.perProject ? [operation.path, inNamedProject(operation.path)] : [operation.path]) {
      const method = operation.method.toLowerCase();
      paths[path] = { ...paths[path], [method]: described(operation, path, { components, answers }) };
    }
  }
  const shared = shareParameters(paths);
  return components.completed({
    openapi: '3.1.0',
    info: { ...info, license: LICENSE },
    servers: serversAt(''),
    paths: shared.paths,
    components: {
      parameters: { ...sharedParameters(components), ...shared.named },
      headers: describedHeaders(),
      responses: answers.named,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Access token, of this service or of an issuer it trusts, or API key',
        },
        api_key: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'API key or access token' },
      },
    },
  });
};
