import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contender } from '../../bench/gateway/contender.ts';
import { Client } from '../../bench/gateway/load.ts';
import { requests } from '../../bench/gateway/prompts.ts';
import type { Announced } from '../../bench/gateway/served.ts';
import { usageOf } from '../../bench/processes/tree.ts';
import type { Work } from '../work.ts';

const BENCH = resolve(import.meta.dirname, '../../bench/gateway');
const CALLS = 2_000;

/** Calls of the gateway's module with the full chain, in a process that does nothing else. Its start is in the picture. */
export const gateway: Work = async (amount = CALLS) => {
  const folder = mkdtempSync(join(tmpdir(), 'artel-profile-'));
  const upstream = await contender('upstream', 'upstream.ts');
  try {
    const argv = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
    const child = fork(join(BENCH, 'module.ts'), [upstream.url, 'chain'], { execArgv: argv });
    const [{ url }] = (await once(child, 'message')) as [Announced];
    const client = new Client({ name: 'module', url, stop: async () => undefined });
    const bodyOf = requests(false);
    for (let call = 0; call < amount; call += 1) await client.call(bodyOf(call), 'profile');
    client.close();
    const { cpu } = usageOf(child.pid ?? 0);
    // It ends by itself when nobody is there any more, and writes its profile.
    child.disconnect();
    await once(child, 'exit');
    const [file] = readdirSync(folder);
    const profile = JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8')) as Profiler.Profile;
    return {
      title: `${amount} calls of the gateway, full chain`,
      threads: [{ thread: 'gateway', profile, cpu: cpu * 1_000 }],
      cpu: cpu * 1_000,
    };
  } finally {
    await upstream.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
