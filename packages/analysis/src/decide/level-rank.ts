import { LEVELS, type Level } from '@rumoer/contracts'

/**
 * Place of a level in their order: calm 0, attention 1, urgent 2, crisis 3.
 *
 * @example levelRank('urgent') // 2
 */
export const levelRank = (level: Level): number => LEVELS.indexOf(level)
