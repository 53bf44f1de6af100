import { resolve } from 'node:path';
import { ENV } from '../../shared/core/environment.ts';
import { configuredSettings, onOneMachine, withUnpricedModels } from '../settings/index.ts';
import { LocalCloud } from './boot/cloud.ts';
import { BootRefused } from './boot/data-folder.ts';
import { demoAdministrator } from './boot/start/demo.ts';
import { providerOf } from './boot/start/provider.ts';
import { stepLine, welcome } from './boot/start/report.ts';
import { startSettings } from './boot/start/settings.ts';
import { endOnSignals } from './boot/start/signals.ts';
import { synthesizeApart } from './boot/start/synthesis.ts';
import { OWN_PACKAGES, proveWall } from './boot/start/wall.ts';
import { type LocalMail, written } from './services/ses/outbox.ts';

// `npm start`: the whole system on this machine, until Ctrl-C.

let cloud: LocalCloud | undefined;

async function start(): Promise<void> {
  const settings = startSettings(process.env);
  process.stdout.write('Starting Artel\n');
  const { port, previewPort, data, secrets, allowedHosts, tiers, issuers, piiRedaction, sandbox } = settings;
  const configured = { ...onOneMachine(configuredSettings('dev')), ...(sandbox && { sandbox }) };
  const dependencies = settings.dependencies ?? (configured.sandbox === 'process' ? OWN_PACKAGES : undefined);
  if (configured.sandbox === 'process') await proveWall({ ...(dependencies !== undefined && { dependencies }) });
  const begun = performance.now();
  const app = await synthesizeApart(configured);
  const onProgress = (step: { name: string; ms: number }) => void process.stdout.write(stepLine(step));
  onProgress({ name: 'synthesis', ms: performance.now() - begun });
  const environment: Record<string, string> = {
    ...(allowedHosts !== undefined && { [ENV.allowedHosts]: allowedHosts }),
    ...(tiers !== undefined && { [ENV.tiers]: JSON.stringify(withUnpricedModels(JSON.parse(tiers))) }),
    ...(piiRedaction !== undefined && { [ENV.piiRedaction]: piiRedaction }),
    ...(dependencies !== undefined && { [ENV.sandboxDependencies]: dependencies }),
    ...(issuers && { [ENV.issuers]: JSON.stringify(issuers) }),
  };
  const folder = data === 'memory' ? undefined : resolve(data);
  const onMail = (mail: LocalMail): void => void (folder ?? process.stdout.write(`\n${written(mail)}\n`));
  cloud = await LocalCloud.boot({
    app,
    data,
    port,
    previewPort,
    secrets,
    environment,
    dependencies,
    onProgress,
    onMail,
  });
  const demo = await demoAdministrator(cloud, folder).catch((error: Error) => error);
  const { url, socketUrl, previewUrl } = cloud;
  // From the start of the process: loading the program is part of what a person waits for.
  const provider = secrets.SecretsProvider && providerOf(secrets.SecretsProvider);
  const about = { url, socketUrl, previewUrl, data: folder ?? data, provider, demo };
  process.stdout.write(welcome({ ...about, readyAfter: performance.now() }));
}

endOnSignals(() => cloud);
try {
  await start();
} catch (error) {
  const { message, stack } = error as Error;
  process.stderr.write(`${error instanceof BootRefused ? message : stack}\n`);
  process.exit(1);
}
