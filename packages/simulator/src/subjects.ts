import { afvalSubjects } from './patterns/afval.ts'
import { chatterSubjects } from './patterns/chatter.ts'
import { civielSubjects } from './patterns/civiel.ts'
import { dierenSubjects } from './patterns/dieren.ts'
import { groenSubjects } from './patterns/groen-en-water.ts'
import { overlastSubjects } from './patterns/overlast.ts'
import { schoonSubjects } from './patterns/schoon.ts'
import { verkeerSubjects } from './patterns/verkeer.ts'
import { wonenSubjects } from './patterns/wonen-en-overig.ts'
import type { Subject } from './subject.ts'

/** What a town brings to its municipality. */
export const TOWN_SUBJECTS: readonly Subject[] = [
  ...afvalSubjects,
  ...schoonSubjects,
  ...groenSubjects,
  ...dierenSubjects,
  ...civielSubjects,
  ...verkeerSubjects,
  ...overlastSubjects,
  ...wonenSubjects,
]
/** Off-topic talk on social media; never an incident. */
export const CHATTER_SUBJECTS: readonly Subject[] = chatterSubjects
export const SUBJECTS: readonly Subject[] = [...TOWN_SUBJECTS, ...CHATTER_SUBJECTS]
