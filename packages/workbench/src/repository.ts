import { resolve } from 'node:path'

/** The folder that holds everything; every path that the workbench shows is relative to it. */
export const REPOSITORY = resolve(import.meta.dirname, '../../..')

/** Public data sets beside the project, absent on most machines. */
export const SHARED_DATA = resolve(REPOSITORY, '../shared/data')
