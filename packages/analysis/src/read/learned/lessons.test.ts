import { DEFAULT_TAXONOMY, type ReadingCorrection } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { AREAS, PLACES } from '../fixture.ts'
import { createReader } from '../index.ts'
import { viewText } from '../text-view.ts'
import { createLessons, type Lesson, MOST_LESSONS } from './lessons.ts'

const reader = createReader({ areas: AREAS, places: PLACES, taxonomy: DEFAULT_TAXONOMY })
const taughtBy = (...lessons: Lesson[]) => {
  const hintFor = createLessons(lessons)
  return (text: string) => reader({ text, kind: 'post' }, hintFor)
}
const lesson = (text: string, correction: ReadingCorrection): Lesson => ({ text, language: 'nl', correction })
const plain = (text: string) => reader({ text, kind: 'post' })

const WOBBLY = 'De wiebelplaat bij de Lindestraat wiebelt weer, iedereen struikelt over die wiebelplaat'
const LIKE = 'Wiebelplaat bij de Lindestraat wiebelt, oma struikelt over de wiebelplaat'
const UNLIKE = 'De glasbak aan de kade zit helemaal vol'
const PAVING = { main: 'wegen-verkeer-straatmeubilair', sub: 'onderhoud-stoep-straat-en-fietspad' }

describe('lessons', () => {
  it('change how the next like message is read, and no other', () => {
    const read = taughtBy(lesson(WOBBLY, { category: { main: 'schoon', sub: 'graffitiwildplak' }, sentiment: 'positive' }))
    expect(plain(LIKE).category.main).not.toBe('schoon')
    expect(plain(LIKE).sentiment.label).not.toBe('positive')
    expect(read(LIKE)).toMatchObject({ category: { main: 'schoon', sub: 'graffitiwildplak' }, sentiment: { label: 'positive' } })
    expect(read(UNLIKE)).toEqual(plain(UNLIKE))
  })
  it('change the sentiment also of what is none of a municipality’s business', () => {
    const review = 'De nieuwe serie op televisie was traag en de acteurs speelden saai'
    const read = taughtBy(lesson(review, { sentiment: 'positive' }))
    expect(plain(review)).toMatchObject({ category: { main: 'unknown' }, sentiment: { label: 'negative' } })
    expect(read(review).sentiment.label).toBe('positive')
  })
  it('name the words that the text shares with them where nothing else led to a label', () => {
    const read = taughtBy(lesson(WOBBLY, { category: { main: 'schoon', sub: 'graffitiwildplak' } }))
    const words = read(LIKE).evidence.filter(({ label }) => label === 'category:schoon/graffitiwildplak')
    expect(words.flatMap((entry) => entry.words)).toContain('Wiebelplaat')
  })
  it('add and take facets', () => {
    const read = taughtBy(lesson(WOBBLY, { facets: ['suggestion'] }))
    expect(read(LIKE).facets.map(({ facet }) => facet)).toEqual(['suggestion'])
  })
  it('teach a category of the municipality that nobody trained on', () => {
    const own = {
      departments: [],
      categories: [
        { slug: 'haven', name: 'Haven', subcategories: [{ slug: 'ligplaats', name: 'Ligplaats', departments: [], handlingDays: null }] },
      ],
    }
    const ownReader = createReader({ areas: AREAS, places: PLACES, taxonomy: own })
    const hintFor = createLessons([lesson(WOBBLY, { category: { main: 'haven', sub: 'ligplaats' } })])
    expect(ownReader({ text: LIKE }).category.main).toBe('unknown')
    expect(ownReader({ text: LIKE }, hintFor).category).toMatchObject({ main: 'haven', sub: 'ligplaats' })
  })
  it('are forgotten whole when they are left out', () => {
    expect(taughtBy()(LIKE)).toEqual(plain(LIKE))
  })
  it('never weigh more than 12, however many there are, and contradict each other to nothing', () => {
    const view = viewText(WOBBLY, 'nl')
    const many = createLessons(Array.from({ length: 50 }, () => lesson(WOBBLY, { facets: ['melding'] })))(view)!
    expect(many.shift('facets', 'melding')).toBe(12)
    expect(many.shift('facets', 'rumour')).toBe(-12)
    const torn = createLessons([lesson(WOBBLY, { facets: ['melding'] }), lesson(WOBBLY, { facets: [] })])(view)!
    expect(torn.shift('facets', 'melding')).toBe(0)
  })
  it('are kept up to a number, the newest first', () => {
    const older = Array.from({ length: MOST_LESSONS }, (_, at) => lesson(`zomaar iets anders nummer${at}`, { sentiment: 'neutral' }))
    expect(createLessons([...older, lesson(WOBBLY, { sentiment: 'positive' })])(viewText(WOBBLY, 'nl'))).toBeNull()
    expect(createLessons([lesson(WOBBLY, { sentiment: 'positive' }), ...older])(viewText(WOBBLY, 'nl'))).not.toBeNull()
  })
  it('teach nothing about texts in other languages, nor from them', () => {
    expect(createLessons([lesson(WOBBLY, { sentiment: 'positive' })])(viewText(WOBBLY, 'tr'))).toBeNull()
    expect(createLessons([{ text: WOBBLY, language: 'tr', correction: { category: PAVING } }])(viewText(WOBBLY, 'nl'))).toBeNull()
  })
})
