export { chosenWall } from './chosen-wall.ts';
export {
  type Command,
  type FileChange,
  type Files,
  type Grants,
  type Kill,
  kills,
  type Limits,
  type Outcome,
  type Sandbox,
  type SandboxFile,
  type WallName,
  walls,
} from './contract.ts';
export { CommandRefused, SandboxUnavailable } from './errors.ts';
export { UNREACHED_HEADER } from './inside/agent/forward.ts';
export { answerCall, callSchema, type SandboxCall } from './light/calls.ts';
export { Carried } from './light/carried.ts';
export { callingFunction, type Invoke } from './light/in-function.ts';
export type { Exchange, Job, Reply } from './light/messages.ts';
export { type PoolOptions, ShellPool } from './light/pool.ts';
export { lightWall, type RunJob } from './light/wall.ts';
export { packJob, packReply, unpackJob, unpackReply } from './light/wire.ts';
export { MACHINE, readMachine } from './machine/item.ts';
export { newMachineId, stopMachine, stopMachines, sweepMachine } from './machine/lifetime.ts';
export { createMachineSandbox } from './machine/sandbox.ts';
export { createServices } from './machine/services.ts';
export { insideProgram } from './process/program.ts';
export { createProcessSandbox, type ProcessSettings } from './process/sandbox.ts';
export { startWrapped, type Wrapped } from './process/wrapped.ts';
export { sandboxOf } from './sandbox-of.ts';
export type { ServiceAddress, ServiceLog, ServiceStart, ServiceState, Services } from './services.ts';
export { servicesOf } from './services-of.ts';
