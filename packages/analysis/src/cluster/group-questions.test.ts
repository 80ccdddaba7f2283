import { describe, expect, it } from 'vitest'
import { groupQuestions } from './group-questions.ts'

const grouped = (...questions: string[]) =>
  groupQuestions(questions.map((question, at) => ({ id: String(at), question, language: 'nl' }))).map(({ ids }) => ids.join(' '))

describe('questions that ask the same', () => {
  it('are counted together, whatever their wording', () => {
    expect(
      grouped(
        'Wanneer wordt de container geleegd?',
        'Is het water weer veilig om te drinken?',
        'Wanneer wordt die volle container eens geleegd?',
        'Hoe laat legen jullie de container?',
        'Kan ik het water weer veilig drinken?',
      ),
    ).toEqual(['0 2 3', '1 4'])
  })
  it('stay apart when they ask for something else about the same thing', () => {
    expect(
      grouped('Wanneer wordt de container geleegd?', 'Waarom wordt de container niet geleegd?', 'Waar staat de container?'),
    ).toHaveLength(3)
  })
  it('are told by the one that the others are most like, most asked first', () => {
    const [first, second] = groupQuestions(
      [
        'Mag hier vuurwerk?',
        'Wanneer gaat het zwembad open?',
        'Wanneer gaat het zwembad weer open?',
        'Wanneer gaat het zwembad nu weer open?',
      ].map((question, at) => ({ id: String(at), question, language: null })),
    )
    expect(first).toMatchObject({ ids: ['1', '2', '3'] })
    expect(first!.question).toContain('zwembad')
    expect(second).toEqual({ question: 'Mag hier vuurwerk?', ids: ['0'] })
  })
  it('without a content word stay alone, and none are none', () => {
    expect(grouped('Hoe dan?', 'Hoe dan?')).toHaveLength(2)
    expect(groupQuestions([])).toEqual([])
  })
  it('of a busy month are grouped in no time', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `Wanneer wordt ding${at % 700} in de straat gemaakt?`)
    const startedMs = performance.now()
    expect(grouped(...many)).toHaveLength(700)
    expect(performance.now() - startedMs).toBeLessThan(5_000)
  })
})
