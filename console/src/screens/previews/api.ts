import type { components } from '../../../../clients/typescript/src/index.ts';
import { project } from '../../app/project/project.ts';

type Schemas = components['schemas'];
export type Preview = Schemas['Preview'];
export type PreviewError = Schemas['PreviewError'];
export type Published = Schemas['PublishedPreview'];
export type NewPreview = Schemas['NewPreview'];

export const previewPath = (id: string) => ({ project_id: project.value, preview_id: id });
