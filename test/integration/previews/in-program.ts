import { resolve } from 'node:path';
import { onOneMachine, settingsFor } from '../../../infra/settings/index.ts';
import { type SynthesizedApp, synthesize } from '../../../infra/synth.ts';
import { changesOfTemplate } from '../../../shared/builder/index.ts';
import { startArtel } from '../../support/artel.ts';
import { type InArtel, inArtel } from '../../support/in-artel.ts';

export type ProgramPreview = {
  id: string;
  url: string;
  state: string;
  program: { command: string; port: number; version: number | null; exit: number | null; output: string | null } | null;
};
export type Log = { lines: string[]; next: number; is_cut: boolean };

type Call = { status: number; body: Record<string, unknown> };

export type InProgram = InArtel & {
  /** `/my/projects/<id>` of a new project of alice's. */
  newProject(): Promise<string>;
  write(base: string, files: Record<string, string>): Promise<number>;
  fromTemplate(name: string): Promise<string>;
  publish(base: string, program?: object, more?: object): Promise<ProgramPreview>;
  /** What `POST …/previews` answers, whatever it is. */
  publishing(base: string, body: object): Promise<Call>;
  preview(base: string, preview: ProgramPreview): Promise<ProgramPreview>;
  control(base: string, preview: ProgramPreview, verb: string): Promise<ProgramPreview>;
  /** Ends all previews: of a person's programs at most ten run. */
  endPreviews(): Promise<void>;
  logs(base: string, preview: ProgramPreview, query?: string): Promise<Log>;
};

let synthesized: SynthesizedApp | undefined;

/** The templates of one machine whose commands run in processes. */
const behindProcesses = (): SynthesizedApp => {
  synthesized ??= synthesize('dev', { settings: { ...onOneMachine(settingsFor('dev')), sandbox: 'process' } });
  return synthesized;
};

/** A system that runs programs, which find this project's packages. */
export const inProgram = (environment: Record<string, string> = {}): InProgram => {
  const here = inArtel(() =>
    startArtel({ app: behindProcesses(), environment, dependencies: resolve('node_modules') }),
  ) as InProgram;
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await here.alice.call<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const bases: string[] = [];
  here.newProject = async () => {
    const base = `/my/projects/${(await call<{ id: string }>('POST', '/my/projects', { name: 'p' })).id}`;
    bases.push(base);
    return base;
  };
  here.endPreviews = async () => {
    for (const base of bases.splice(0)) {
      const { body } = await here.alice.call<{ items?: ProgramPreview[] }>('GET', `${base}/previews?limit=50`);
      for (const { id } of body.items ?? []) await call('DELETE', `${base}/previews/${id}`);
    }
  };
  here.write = async (base, files) => {
    const changes = Object.entries(files).map(([path, content]) => ({ path, content }));
    return (await call<{ version: number }>('POST', `${base}/files`, { changes })).version;
  };
  here.fromTemplate = async (name) => {
    const base = await here.newProject();
    const files = (changesOfTemplate(name) ?? []).flatMap((one) => ('content' in one ? [[one.path, one.content]] : []));
    await here.write(base, Object.fromEntries(files.map(([path, content]) => [path, String(content)])));
    return base;
  };
  here.publishing = (base, body) => here.alice.call('POST', `${base}/previews`, body);
  here.publish = async (base, program = {}, more = {}) =>
    (await call<{ preview: ProgramPreview }>('POST', `${base}/previews`, { program, ...more })).preview;
  here.preview = (base, { id }) => call('GET', `${base}/previews/${id}`);
  here.control = (base, { id }, verb) => call('POST', `${base}/previews/${id}/${verb}`);
  here.logs = (base, { id }, query = '') => call('GET', `${base}/previews/${id}/logs${query}`);
  return here;
};
