export { createLocator, type Locator } from './create-locator.ts'
export { createReader, type Knowledge, type ReadInput } from './create-reader.ts'
