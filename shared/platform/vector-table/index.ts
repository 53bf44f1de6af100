export { countedVectors, type MemoryItem, probeMemoryTable, type TimePosition, VectorTable } from './table.ts';
