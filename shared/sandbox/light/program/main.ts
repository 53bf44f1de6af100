import { isMainThread } from 'node:worker_threads';
import { supervise } from './supervise.ts';
import { serve } from './thread.ts';

// A program of its own, without an environment: the main thread watches over the thread that runs the shell.
if (isMainThread) supervise(new URL(import.meta.url));
else serve();
