import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqlState } from './open-database.ts'
import { TEST_DATABASES, type TestDatabase } from './testing/open-test-database.ts'

describe.each(TEST_DATABASES)('transactions on $name', ({ open }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await open()
    await opened.database.pool.query('create table thing (id int primary key, name text not null)')
  })
  afterAll(() => opened.close())

  const count = async () => (await opened.database.pool.query<{ n: number }>('select count(*) as n from thing')).rows[0]!.n

  test('a statement that nobody waited for fails the whole transaction, and its own reason is told', async () => {
    const before = await count()
    const failing = opened.database.transact(async (tx) => {
      tx.send({ text: 'insert into thing values (1, $1)', values: ['een'] })
      tx.send({ name: 'nameless', text: 'insert into thing values (2, $1)', values: [null] })
      await tx.write({ name: 'third', text: 'insert into thing values (3, $1)', values: ['drie'] })
    })
    const error = await failing.catch((reason: unknown) => reason)
    expect(sqlState(error)).toBe('23502')
    const last = opened.database.transact(async (tx) =>
      tx.send({ name: 'nameless', text: 'insert into thing values (2, $1)', values: [null] }),
    )
    expect(sqlState(await last.catch((reason: unknown) => reason))).toBe('23502')
    expect(await count()).toBe(before)
  })

  test('the same named statements work on the connection on which they failed', async () => {
    const insert = (id: number, name: string | null) =>
      opened.database.transact(async (tx) => {
        tx.send({ name: 'nameless', text: 'insert into thing values (2, $1)', values: [name] })
        return tx.write({ name: 'third', text: 'insert into thing values (3, $1)', values: [`${id}`] })
      })
    await expect(insert(1, null)).rejects.toThrow('null value')
    expect(await insert(2, 'twee')).toBe(1)
  })

  test('work that throws leaves nothing behind, and the connection stays good', async () => {
    const before = await count()
    const thrown = opened.database.transact(async (tx) => {
      await tx.write({ text: "insert into thing values (9, 'negen')" })
      throw new Error('bedacht zich')
    })
    await expect(thrown).rejects.toThrow('bedacht zich')
    expect(await count()).toBe(before)
  })

  test('work that goes on after it failed elsewhere writes nothing', async () => {
    const before = await count()
    let late: Promise<unknown> = Promise.resolve()
    const failing = opened.database.transact(async (tx) => {
      const goesOn = async () => {
        await new Promise((resolve) => setTimeout(resolve, 50))
        return tx.write({ text: "insert into thing values (7, 'te laat')" })
      }
      late = goesOn()
      late.catch(() => undefined)
      throw new Error('elders ging het mis')
    })
    await expect(failing).rejects.toThrow('elders')
    await expect(late).rejects.toThrow('rolled back')
    expect(await count()).toBe(before)
  })

  test('a snapshot sees one moment and may not write', async () => {
    await expect(opened.database.snapshot((tx) => tx.write({ text: "insert into thing values (8, 'acht')" }))).rejects.toThrow('read-only')
  })

  test('a deadlock is tried again until both have done their work', async () => {
    await opened.database.pool.query("insert into thing values (21, ''), (22, '')")
    const both = (first: number, second: number) =>
      opened.database.transact(async (tx) => {
        await tx.write({ text: `update thing set name = name || '!' where id = $1`, values: [first] })
        await new Promise((resolve) => setTimeout(resolve, 100))
        await tx.write({ text: `update thing set name = name || '!' where id = $1`, values: [second] })
      })
    await Promise.all([both(21, 22), both(22, 21)])
    const { rows } = await opened.database.pool.query('select name from thing where id > 20')
    expect(rows).toEqual([{ name: '!!' }, { name: '!!' }])
  })
})
