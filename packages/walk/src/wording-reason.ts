import { criterionName, type RuleView, type Verdict } from '@rumoer/analysis/decide'
import { wordingSentence } from '@rumoer/analysis/detect'
import type { Criterion, RuleTest } from '@rumoer/contracts'

const KINDS = { dangerVoices: 'danger', rumourVoices: 'rumour' } as const

/** What was said of danger or as a rumour, where a condition on that is one of those that hold; null where none is. */
export function wordingReason({ rule, conditions }: Verdict, { activity }: RuleView): string | null {
  for (const criterion of criteriaOf(rule.definition.when)) {
    const { measure, windowHours = 24 } = criterion
    if (measure !== 'dangerVoices' && measure !== 'rumourVoices') continue
    const name = criterionName(criterion)
    const said = activity.wording?.find(({ hours }) => hours === windowHours)?.[KINDS[measure]]
    if (said && said.voices > 0 && conditions.some((one) => one.name === name && one.holds))
      return wordingSentence(KINDS[measure], said, windowHours)
  }
  return null
}

const criteriaOf = (test: RuleTest): Criterion[] =>
  'measure' in test ? [test] : ('all' in test ? test.all : test.any).flatMap((part) => criteriaOf(part))
