import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectDatabase } from '../connect-database.ts'
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts'

let opened: TestDatabase
beforeAll(async () => {
  opened = await openTestDatabase()
  await opened.database.pool.query(
    'create table account (id int primary key, amount int not null); insert into account values (1, 0), (2, 0)',
  )
})
afterAll(() => opened.close())

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('one embedded backend behind a pool of ten and a guest', () => {
  test('four hundred long transactions that interleave are each alone: no lost update, no clash of statement names', async () => {
    const guest = await connectDatabase({ dataDir: opened.dataDir })
    expect(guest.database.mode).toBe('guest')
    const transfer = async (pool: pg.Pool, fails: boolean) => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const { rows } = await client.query({ name: 'read', text: 'select amount from account where id = $1', values: [1] })
        await wait(Math.random() * 2)
        await client.query({ name: 'write', text: 'update account set amount = $1 where id = 1', values: [rows[0].amount + 1] })
        if (fails) await expect(client.query('select 1 / 0')).rejects.toThrow('division by zero')
        await client.query(fails ? 'rollback' : 'commit')
      } finally {
        client.release()
      }
    }
    await Promise.all(
      Array.from({ length: 40 }, async (_, lane) => {
        for (let turn = 0; turn < 10; turn++) await transfer(lane % 4 === 0 ? guest.database.pool : opened.database.pool, turn === 5)
      }),
    )
    await guest.close()
    const { rows } = await opened.database.pool.query('select amount from account where id = 1')
    expect(rows).toEqual([{ amount: 360 }])
  })

  test('a client that vanishes inside a transaction is rolled back and holds up nobody', async () => {
    const client = opened.openClient()
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    await client.query('update account set amount = 1000 where id = 2')
    const waiting = opened.database.pool.query('select amount from account where id = 2')
    vanish(client)
    expect((await waiting).rows).toEqual([{ amount: 0 }])
  })

  test('the same statement name means another statement on another connection', async () => {
    const [one, two] = [opened.openClient(), opened.openClient()]
    await Promise.all([one.connect(), two.connect()])
    const named = (client: pg.Client, text: string) => client.query({ name: 'same', text })
    expect((await named(one, 'select 1 as n')).rows).toEqual([{ n: 1 }])
    expect((await named(two, 'select 2 as n')).rows).toEqual([{ n: 2 }])
    expect((await named(one, 'select 1 as n')).rows).toEqual([{ n: 1 }])
    await Promise.all([one.end(), two.end()])
  })

  test('an error in one statement leaves the connection and its prepared statements usable', async () => {
    const client = opened.openClient()
    await client.connect()
    const divide = (by: number) => client.query({ name: 'divide', text: 'select 6 / $1::int as n', values: [by] })
    expect((await divide(2)).rows).toEqual([{ n: 3 }])
    await expect(divide(0)).rejects.toThrow('division by zero')
    expect((await divide(3)).rows).toEqual([{ n: 2 }])
    await expect(client.query('selec')).rejects.toThrow('syntax error')
    await client.end()
  })

  test('a large row comes through whole', async () => {
    const text = 'é💧x'.repeat(300_000)
    expect((await opened.database.pool.query('select $1::text as text', [text])).rows[0].text).toBe(text)
  })
})

/** Cuts the line, as a killed process does. */
function vanish(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
