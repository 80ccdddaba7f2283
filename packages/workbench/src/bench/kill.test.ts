import { expect, test } from 'vitest'
import { findDamage } from './find-damage.ts'
import { killAndLook } from './kill.ts'
import { openEmbeddedSetting } from './setting.ts'

test('a power cut while messages come in loses, doubles and miscounts nothing, and a cut socket misses nothing', {
  timeout: 180_000,
}, async () => {
  const setting = await openEmbeddedSetting()
  try {
    const {
      acknowledged,
      kills,
      cuts,
      seconds: _seconds,
      ...damage
    } = await killAndLook(setting, { messages: 500, kills: 1, batch: 20, seed: 11 })
    expect({ acknowledged, kills }).toEqual({ acknowledged: 500, kills: 1 })
    expect(cuts).toBeGreaterThan(0)
    expect(Object.entries(damage).filter(([, count]) => count !== 0)).toEqual([])

    // The same database, had the source been told of one message more and the reader heard one event twice and another never.
    const blamed = await findDamage(setting, new Set(['never-stored']), {
      seqs: [1, 2, 2, 4],
      placed: [],
      cuts: () => 0,
      resets: () => 0,
      stop: async () => {},
    })
    expect(blamed).toMatchObject({ lost: 1, readerMissed: 1, readerRepeated: 1 })
  } finally {
    await setting.remove()
  }
})
