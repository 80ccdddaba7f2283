export { createNormal, expectedBetween, type Normal, type SeriesPlace } from './create-normal.ts'
export { type DetectOptions, detectIssue, type IssueActivityInput } from './detect-issue.ts'
export { detectSeries, type SeriesOptions, type SeriesPoint, type SeriesVerdict } from './detect-series.ts'
export { hourOfWeek, partOfWeek } from './hour-of-week.ts'
