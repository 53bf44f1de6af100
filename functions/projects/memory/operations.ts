import { contextOperations } from './context.ts';
import { wholeMemoryOperations } from './whole.ts';

export const memoryOperations = [...contextOperations, ...wholeMemoryOperations];
