import * as z from 'zod';
import type { Origin } from '../../shared/audit/index.ts';
import type { Connection } from '../../shared/connections/index.ts';
import { NotFound } from '../../shared/core/errors.ts';
import type { Permission, ProjectScope } from '../../shared/core/scope.ts';
import { projectNamed } from '../../shared/projects/index.ts';
import { requirePermission } from '../routing/credentials.ts';
import { fieldErrorsIn, invalidInput } from '../routing/field-errors.ts';

/** An id of a session, project, run or approval, as clients send it; one that cannot be part of a key is not found. */
export const id = z.string().min(1).max(128);

/** What every action gets besides its checked input. */
export type SocketRequest = {
  connection: Connection;
  /** From where the message came, for the audit log. */
  origin: Origin;
  /** Sends a text to this connection; `gone` if it no longer exists. */
  post(text: string): Promise<'sent' | 'gone'>;
  /** Milliseconds until the function is ended. */
  remaining(): number;
};

/** The fields of the reply besides `reply` and `ok`. */
export type ActionReply = Record<string, unknown>;

/** One thing a client may ask for over its socket, checked and permitted before it runs. */
export type Action = {
  /** Numbers are handed on as they are spelled (`parseExact`). */
  exactNumbers: boolean;
  run(fields: Record<string, unknown>, request: SocketRequest): Promise<ActionReply>;
};

export const action = <Input>(definition: {
  permission: Permission;
  input: z.ZodType<Input>;
  exactNumbers?: boolean;
  run(input: Input, request: SocketRequest): Promise<ActionReply>;
}): Action => {
  const { permission, input, exactNumbers = false, run } = definition;
  return {
    exactNumbers,
    run: async (fields, request) => {
      requirePermission(request.connection.identity.scope, permission);
      const parsed = input.safeParse(fields);
      if (!parsed.success) throw invalidInput(fieldErrorsIn(parsed));
      return run(parsed.data, request);
    },
  };
};

/** The project an action names, or the caller's default one. */
export const projectOf = async ({ connection }: SocketRequest, named: string | undefined): Promise<ProjectScope> => {
  const { scope, projectId } = connection.identity;
  const project = named === undefined ? scope.inProject(projectId) : await projectNamed(scope, named, projectId);
  if (!project) throw new NotFound('There is no such project.');
  return project;
};
