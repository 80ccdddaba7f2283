import type { Command } from '../command.ts'
import { analyse } from './analyse.ts'
import { areasImport } from './areas.ts'
import { backup, restore } from './backup.ts'
import { bench } from './bench.ts'
import { cluster } from './cluster.ts'
import { detect } from './detect.ts'
import { importCommand } from './import.ts'
import { keyAdd, keyList, keyRevoke } from './key.ts'
import { municipalityAdd, municipalityList } from './municipality.ts'
import { replay } from './replay.ts'
import { report } from './report.ts'
import { ruleBacktest, ruleList } from './rule.ts'
import { setAsideList, setAsideRetry } from './set-aside.ts'
import { simulate } from './simulate.ts'
import { sourceAdd, sourceList, sourceRevoke } from './source.ts'
import { userAdd, userInvite, userList, userRevoke } from './user.ts'

export const COMMANDS: readonly Command[] = [
  analyse,
  cluster,
  detect,
  importCommand,
  replay,
  simulate,
  municipalityAdd,
  municipalityList,
  areasImport,
  sourceAdd,
  sourceList,
  sourceRevoke,
  keyAdd,
  keyList,
  keyRevoke,
  userAdd,
  userInvite,
  userList,
  userRevoke,
  setAsideList,
  setAsideRetry,
  ruleList,
  ruleBacktest,
  report,
  backup,
  restore,
  bench,
]
