import type { Condition, RuleDefinition } from '@rumoer/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsSignal } from './needs-signal.ts'
import { type JudgedAlert, ruleQualityOf } from './rule-quality.ts'

const RULE: Pick<RuleDefinition, 'floors' | 'when'> = {
  floors: { messages: 5, voices: 3, channels: 1 },
  when: {
    all: [
      { measure: 'signal', operator: '>=', threshold: 1 },
      { measure: 'timesNormal', operator: '>=', threshold: 2 },
      {
        any: [
          { measure: 'openMeldingen', operator: '>=', threshold: 1 },
          { measure: 'negativeShare', operator: '>=', threshold: 0.1 },
        ],
      },
    ],
  },
}
const condition = (name: string, value: number): Condition => ({ name, scope: 'issue', value, operator: '>=', threshold: 0, holds: true })
const alert = (outcome: JudgedAlert['outcome'], voices: number, timesNormal = 4): JudgedAlert => ({
  outcome,
  conditions: [
    condition('berichten', 20),
    condition('onafhankelijke stemmen', voices),
    condition('kanalen', 2),
    condition('meer stemmen dan normaal', 1),
    condition('keer normaal', timesNormal),
    condition('open meldingen', 9),
    condition('aandeel negatief', 0.5),
  ],
})
const alerts = (outcome: JudgedAlert['outcome'], ...voices: number[]) => voices.map((count) => alert(outcome, count))

test('a rule whose alerts are mostly noise proposes the smallest threshold that keeps what was acted on', () => {
  const quality = ruleQualityOf(RULE, [...alerts('noise', 3, 3, 4, 5, 9), ...alerts('acted-on', 7, 12), ...alerts('waiting', 3)], 30)
  expect(quality).toMatchObject({ days: 30, sent: 8, actedOn: 2, noise: 5, waiting: 1 })
  expect(quality.proposal).toEqual({
    measure: 'voices',
    operator: '>=',
    from: 3,
    to: 5,
    keeps: 2,
    drops: 3,
    sentence:
      'Zet ‘onafhankelijke stemmen’ van 3 op 5: dan vallen 3 van de 5 attenderingen weg die ruis waren. Alle 2 die zijn opgepakt blijven.',
  })
})

test('where voices cannot tell noise from what was acted on, another condition that every alert had to pass may', () => {
  const noise = [2.2, 2.5, 2.95].map((times) => alert('noise', 9, times))
  expect(ruleQualityOf(RULE, [...noise, alert('acted-on', 4, 5)], 30).proposal).toMatchObject({
    measure: 'timesNormal',
    from: 2,
    to: 2.6,
    drops: 2,
  })
})

test('no proposal is made for a rule that is fine, has few dismissals, or whose noise looks like the rest', () => {
  const proposalOf = (...judged: JudgedAlert[][]) => ruleQualityOf(RULE, judged.flat(), 30).proposal
  expect(proposalOf()).toBeNull()
  expect(proposalOf(alerts('noise', 3, 3))).toBeNull()
  expect(proposalOf(alerts('noise', 3, 3, 3), alerts('acted-on', 9, 9, 9))).toBeNull()
  expect(proposalOf(alerts('noise', 9, 9, 9, 9), alerts('acted-on', 3))).toBeNull()
})

test('a proposal never drops what people acted on, drops half the noise, and none that is smaller would', () => {
  const counts = (min: number) => fc.array(fc.integer({ min: 3, max: 60 }), { minLength: min, maxLength: 12 })
  fc.assert(
    fc.property(counts(3), counts(0), (noise, actedOn) => {
      const { proposal } = ruleQualityOf(RULE, [...alerts('noise', ...noise), ...alerts('acted-on', ...actedOn)], 30)
      if (proposal?.measure !== 'voices') return
      expect(actedOn.every((voices) => voices >= proposal.to)).toBe(true)
      expect(noise.filter((voices) => voices < proposal.to).length).toBeGreaterThanOrEqual(noise.length / 2)
      expect(noise.filter((voices) => voices < proposal.to - 1).length).toBeLessThan(noise.length / 2)
    }),
  )
})

test('a rule is bounded by chance only when every way to an alert needs a signal', () => {
  const signal = { measure: 'signal', operator: '>=', threshold: 1 } as const
  const many = { measure: 'messages', operator: '>=', threshold: 9 } as const
  expect([signal, { all: [many, signal] }, { any: [signal, { all: [signal, many] }] }].map(needsSignal)).toEqual([true, true, true])
  expect([many, { any: [signal, many] }, { all: [] }, { ...signal, threshold: 0 }].map(needsSignal)).toEqual([false, false, false, false])
})
