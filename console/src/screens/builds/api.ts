import type { components } from '../../../../clients/typescript/src/index.ts';
import { project } from '../../app/project/project.ts';

type Schemas = components['schemas'];
export type Build = Schemas['Build'];
export type BuildSummary = Schemas['BuildSummary'];
export type BuildTask = Schemas['BuildTask'];
export type BuildVersion = Schemas['BuildVersion'];
export type Approval = Schemas['Approval'];
export type Decision = Schemas['ApprovalDecision'];
export type NewBuild = Schemas['NewBuild'];
export type Continuation = Schemas['BuildContinuation'];
export type Role = Schemas['MessageToTeam']['role'];

export const buildPath = (run: string) => ({ project_id: project.value, run_id: run });

const FINAL: readonly Build['state'][] = ['completed', 'partial', 'failed', 'cancelled'];

export const isFinal = ({ state }: Pick<Build, 'state'>): boolean => FINAL.includes(state);
