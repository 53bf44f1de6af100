import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What the operating system says of a process and of all that it started: CPU in milliseconds since the start, resident MB. */
export type Usage = { cpu: number; memory: number };

type Process = Usage & { id: number; parent: number };

/** Of a process tree. Children that have ended are in it once their parent has taken note of that. */
export const usageOf = (root: number): Usage => {
  const members = treeOf(root);
  const sum = (of: (one: Process) => number): number => members.reduce((total, one) => total + of(one), 0);
  return { cpu: sum(({ cpu }) => cpu), memory: sum(({ memory }) => memory) };
};

/** Ends a process and all that it started: a command that is told to end may leave its server behind. */
export const endTree = (root: number): void => {
  for (const { id } of treeOf(root).toReversed()) kill(id);
};

const kill = (id: number): void => {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** The process itself first, those it started after it. */
const treeOf = (root: number): Process[] => {
  const all = existsSync('/proc/self/stat') ? fromProc() : fromPs();
  const members = all.filter(({ id }) => id === root);
  for (const member of members) members.push(...all.filter(({ parent }) => parent === member.id));
  return members;
};

/** Linux counts CPU for programs in hundredths of a second, whatever its own clock does (proc_pid_stat(5)). */
const TICK = 10;

const fromProc = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [procEntry(Number(name), readFileSync(`/proc/${name}/stat`, 'utf8'))];
      } catch {
        // It ended between the two readings.
        return [];
      }
    });

const procEntry = (id: number, stat: string): Process => {
  // The name before it stands in brackets, and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15).map(Number);
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0;
  return {
    id,
    parent: Number(fields[1]),
    cpu: (user + system + childrenUser + childrenSystem) * TICK,
    memory: Number(resident) / 1024,
  };
};

/** Where there is no `/proc`: macOS, whose `ps` counts hundredths too. */
const fromPs = (): Process[] =>
  execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,time='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [id, parent, resident, time = '0'] = line.trim().split(/\s+/);
      const seconds = time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0);
      return { id: Number(id), parent: Number(parent), cpu: seconds * 1_000, memory: Number(resident) / 1024 };
    });
