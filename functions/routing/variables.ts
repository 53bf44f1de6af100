import * as z from 'zod';
import { idSchema } from '../../shared/core/ids.ts';
import { keyPart } from '../../shared/core/scope.ts';
import { DEFAULT_ALIAS } from '../../shared/projects/index.ts';
import { secretNameSchema } from '../../shared/vault/index.ts';

/**
 * What the variables of paths may be, by their names. A session's id has its prefix, so `/my/chat/sessions/{session_id}` and
 * `/my/chat/{session_id}/messages` have no path in common.
 */
const KNOWN: Record<string, z.ZodType<string>> = {
  project_id: z.union([z.literal(DEFAULT_ALIAS), idSchema('prj')]).meta({ id: 'ProjectReference' }),
  agent: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,128}$/)
    .meta({ id: 'AgentReference', description: 'The name or the key of an agent, or the id of one of its versions.' }),
  session_id: idSchema('ses').meta({ id: 'SessionId' }),
  run_id: idSchema('run').meta({ id: 'RunId' }),
  approval_id: idSchema('apr').meta({ id: 'ApprovalId' }),
  permission_id: z.string().regex(/^agt_[0-9A-HJKMNP-TV-Z]{26}\.[A-Za-z0-9_-]{1,90}$/),
  call_id: idSchema('cal'),
  invitation_id: idSchema('inv'),
  sign_in_id: idSchema('fam'),
  id: idSchema('key'),
  name: secretNameSchema,
};

/** The schema of one variable. Whatever it is called, it becomes a part of keys. */
const variableSchema = (name: string): z.ZodType<string> => KNOWN[name] ?? z.string().regex(keyPart);

/** The schema of all variables of a path together. */
export const paramsOf = (path: string) =>
  z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, variableSchema(name)])));

/** What a variable of an operation's path may be; of one that stands in a named project also the project's. */
export const parameterSchema = (params: z.ZodType, name: string): z.ZodType =>
  (params instanceof z.ZodObject ? (params.shape[name] as z.ZodType | undefined) : undefined) ?? variableSchema(name);
