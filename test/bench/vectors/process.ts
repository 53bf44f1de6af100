import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const MEGABYTE_IN_KB = 1024;
/** Where `/proc/PID/stat` has them after the name; see proc(5). */
const [USER_TICKS, SYSTEM_TICKS] = [11, 12] as const;
const MS_OF_A_TICK = 10;

/** A store in a process of its own, so that its memory is nobody else's. */
export async function storeProcess(file: string) {
  const source = new URL('../../../infra/local/stand-ins/qdrant/server.ts', import.meta.url);
  const script = `const { startVectors } = await import(${JSON.stringify(source.href)});
    process.stdout.write((await startVectors({ file: ${JSON.stringify(file)} })).url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(child.stdout, 'data')) as [Buffer];
  const megabytes = (name: 'VmRSS' | 'VmHWM') => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / MEGABYTE_IN_KB);
  };
  return {
    url: url.toString(),
    /** Megabytes resident now. */
    resident: () => megabytes('VmRSS'),
    /** Milliseconds of CPU since it began, in steps of ten. */
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) * MS_OF_A_TICK;
    },
    /** Megabytes resident when it was most. */
    peak: () => megabytes('VmHWM'),
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
