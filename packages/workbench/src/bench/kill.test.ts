import { expect, test } from 'vitest'
import { killAndLook } from './kill.ts'
import { openEmbeddedSetting } from './setting.ts'

test('a power cut while messages come in loses, doubles and miscounts nothing, and a cut socket misses nothing', {
  timeout: 180_000,
}, async () => {
  const setting = await openEmbeddedSetting()
  try {
    const { acknowledged, kills, cuts, seconds: _seconds, ...damage } = await killAndLook(setting, { messages: 500, kills: 1, seed: 11 })
    expect({ acknowledged, kills }).toEqual({ acknowledged: 500, kills: 1 })
    expect(cuts).toBeGreaterThan(0)
    expect(Object.entries(damage).filter(([, count]) => count !== 0)).toEqual([])
  } finally {
    await setting.remove()
  }
})
