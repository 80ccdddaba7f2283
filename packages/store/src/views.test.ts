import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConflictError } from './errors.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

const view = (name: string, shared = false) => ({ name, address: '/?level=urgent', shared, now: NOW })

describe.each(TEST_STORES)('saved views on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  async function openTwo() {
    const { id } = await openTestTown(store)
    const person = async (name: string) =>
      (await store.access.addUser({ municipalityId: id, email: `${name}.${id}@lindehaven.example`, name, role: 'adviseur', now: NOW })).id
    return { id, sanne: await person('Sanne'), youssef: await person('Youssef') }
  }

  test('a person sees their own, and of colleagues only what they share', async () => {
    const { id, sanne, youssef } = await openTwo()
    await store.views.add(id, sanne, view('Zomer'))
    await store.views.add(id, sanne, view('Haven', true))
    await store.views.add(id, youssef, view('Élan'))
    const seen = async (who: string) => (await store.views.list(id, who)).map(({ name, mine, owner }) => [name, mine, owner])
    expect(await seen(sanne)).toEqual([
      ['Haven', true, 'Sanne'],
      ['Zomer', true, 'Sanne'],
    ])
    expect(await seen(youssef)).toEqual([
      ['Élan', true, 'Youssef'],
      ['Haven', false, 'Sanne'],
    ])
    expect(await store.views.list(id + 1, sanne)).toEqual([])
  })

  test('only whose it is changes or removes it', async () => {
    const { id, sanne, youssef } = await openTwo()
    const kept = await store.views.add(id, sanne, view('Haven', true))
    expect(await store.views.change(id, youssef, kept.id, { name: 'Van mij' })).toBeNull()
    expect(await store.views.remove(id, youssef, kept.id)).toBe(false)
    expect(await store.views.change(id, sanne, kept.id, { address: '/berichten?q=haven' })).toEqual({
      ...kept,
      address: '/berichten?q=haven',
    })
    expect(await store.views.remove(id, sanne, kept.id)).toBe(true)
    expect(await store.views.list(id, youssef)).toEqual([])
  })

  test('nobody keeps more than a hundred', async () => {
    const { id } = await openTestTown(store)
    const owner = randomUUID()
    for (let at = 0; at < 100; at += 1) await store.views.add(id, owner, view(`Weergave ${at}`))
    await expect(store.views.add(id, owner, view('Eén te veel'))).rejects.toThrow(ConflictError)
  })
})
