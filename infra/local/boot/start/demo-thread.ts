import { parentPort, workerData } from 'node:worker_threads';
import { grantOnCloud } from '../../../admin/on-cloud.ts';
import type { DemoData } from './demo.ts';
import { demoUser } from './demo-user.ts';

const { url, folder, access } = workerData as DemoData;
const demo = await demoUser(url, folder);
await grantOnCloud(access, demo.email);
parentPort?.postMessage(demo);
