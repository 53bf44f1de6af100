import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { type Bundles, bundle } from './bundle.ts';
import { compose, FEATURE_FLAGS } from './compose.ts';
import { type Settings, type Stage, settingsFor } from './settings/index.ts';

export type TemplateResource = {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
export type TemplateJson = {
  Description?: string;
  Resources: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Description?: string; Export?: { Name: unknown } }>;
};

export type SynthesizedApp = {
  /** By stack name, the stack that others depend on first. */
  templates: Record<string, TemplateJson>;
  /** Folder of each asset by the `S3Key` templates name it with (`<hash>.zip`). */
  assets: Record<string, string>;
  /** Folder of the cloud assembly, if one was named to keep it in. */
  outdir: string | undefined;
};

export type SynthesisOptions = {
  outdir?: string;
  bundle?: Bundles;
  /** The stage's defaults, if it is not said otherwise: what a checkout's own file says is no part of a test. */
  settings?: Settings;
};

/**
 * Templates of one stage, in this process: offline, without credentials, Docker or look-ups. Assets are not copied; they
 * stay in the bundles' folder.
 */
export function synthesize(stage: Stage, options: SynthesisOptions = {}): SynthesizedApp {
  const outdir = options.outdir && resolve(options.outdir);
  const folder = outdir ?? mkdtempSync(join(tmpdir(), 'artel-synth-'));
  try {
    const app = new App({
      outdir: folder,
      context: { ...FEATURE_FLAGS, [DISABLE_ASSET_STAGING_CONTEXT]: true },
      analyticsReporting: false,
      // Both are for the deployment's CLI and would take longer than everything else here.
      treeMetadata: false,
      builtinCloudFormationValidation: false,
      stackTraces: false,
    });
    compose(app, options.settings ?? settingsFor(stage), options.bundle ?? bundle());
    return { ...read(app, folder), outdir };
  } finally {
    if (!outdir) rmSync(folder, { recursive: true, force: true });
  }
}

type AssetManifest = {
  files?: Record<
    string,
    { source: { path?: string; packaging?: string }; destinations: Record<string, { objectKey: string }> }
  >;
};

function read(app: App, folder: string): Pick<SynthesizedApp, 'templates' | 'assets'> {
  const templates: SynthesizedApp['templates'] = {};
  const assets: SynthesizedApp['assets'] = {};
  for (const stack of app.synth().stacks) {
    templates[stack.stackName] = parse<TemplateJson>(stack.templateFullPath);
    const { files = {} } = parse<AssetManifest>(join(folder, `${stack.id}.assets.json`));
    for (const { source, destinations } of Object.values(files)) {
      // The other kind of file is the template itself.
      if (source.packaging !== 'zip' || !source.path) continue;
      for (const { objectKey } of Object.values(destinations)) assets[objectKey] = resolve(folder, source.path);
    }
  }
  return { templates, assets };
}

const parse = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
