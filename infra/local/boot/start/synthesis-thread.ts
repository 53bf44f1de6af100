import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../../../settings/index.ts';
import { synthesize } from '../../../synth.ts';

parentPort?.postMessage(synthesize('dev', { settings: workerData as Settings }));
