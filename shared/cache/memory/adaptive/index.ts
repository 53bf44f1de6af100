export { MemoryPool, type PoolFigures, type PoolMember, type PoolOptions } from './pool.ts';
