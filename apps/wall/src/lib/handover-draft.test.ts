import { DEFAULT_TAXONOMY, type MessageOut } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { bodyOf, draftOf, suggestedKinds, workingDayAfter } from './handover-draft.ts'

const message = (facets: string[], kind = 'post') =>
  ({
    kind,
    areaCodes: ['BU99010101', 'WK990101', 'GM9901'],
    reading: {
      facets: facets.map((facet) => ({ facet, confidence: 0.9 })),
      department: null,
      category: { main: 'afval', sub: 'asbest-accu' },
    },
  }) as unknown as MessageOut
const about = { message: message([]), taxonomy: DEFAULT_TAXONOMY, today: '2026-11-27', me: { id: 'u', name: 'Sanne' } }

describe('what the form proposes', () => {
  it('is all that the message is at once', () => {
    expect(suggestedKinds(message(['engagement', 'complaint', 'symptom', 'melding']))).toEqual(['melding', 'symptom', 'engagement'])
    expect(suggestedKinds(message([], 'melding'))).toEqual(['melding'])
    expect(suggestedKinds({ kind: 'post', reading: null })).toEqual([])
  })

  it('is the department and the term of the subject, the wijk of the place, and oneself to call back', () => {
    expect(draftOf('melding', about)).toMatchObject({ receiver: 'department:THO', day: '2026-12-02', time: '17:00' })
    expect(draftOf('engagement', about)).toMatchObject({ receiver: 'wijkmanager:WK990101', day: '2026-12-01' })
    expect(draftOf('melding', { ...about, message: null })).toMatchObject({ receiver: 'signalen', day: '2026-12-04' })
    expect(draftOf('callback', about).person).toEqual({ id: 'u', name: 'Sanne' })
  })

  it('counts working days over a weekend', () => {
    expect([1, 2, 5].map((days) => workingDayAfter('2026-11-27', days))).toEqual(['2026-11-30', '2026-12-01', '2026-12-04'])
  })

  it('is sent with the moment in Amsterdam, and an address only where a link goes', () => {
    const draft = { ...draftOf('engagement', about), mail: ' wijk@lindehaven.example ' }
    expect(bodyOf(draft)).toMatchObject({
      receiver: { kind: 'wijkmanager', code: 'WK990101' },
      dueAt: '2026-12-01T16:00:00.000Z',
      mail: 'wijk@lindehaven.example',
    })
    expect(bodyOf({ ...draft, receiver: 'signalen' }).mail).toBeNull()
    expect(bodyOf(draftOf('callback', about)).receiver).toEqual({ kind: 'person', code: 'u' })
  })
})
