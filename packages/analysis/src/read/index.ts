export { createLocator, type Locator } from './create-locator.ts'
export { createReader, type Knowledge, type ReadInput } from './create-reader.ts'
export { createLessons, type Lesson, MOST_LESSONS } from './learned/lessons.ts'
