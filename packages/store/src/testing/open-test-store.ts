import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'
import { makeTestFolder } from './copy-template.ts'

export type TestStore = { name: string; open(): Promise<Store> }

/** Name of the environment variable with a PostgreSQL on which tests may create databases. */
export const TEST_DATABASE_URL = 'TEST_DATABASE_URL'

/** An embedded database of its own in a temporary folder; closing the store removes it. */
async function openOnPglite(): Promise<Store> {
  const dataDir = await makeTestFolder()
  const store = await openStore({ dataDir })
  return closing(store, () => rm(dataDir, { recursive: true, force: true }))
}

/** A fresh database on the server that the environment names; closing the store drops it. */
async function openOnPostgres(serverUrl: string): Promise<Store> {
  const { databaseUrl, drop } = await createTestDatabase(serverUrl)
  const store = await openStore({ databaseUrl, dataDir: tmpdir() })
  return closing(store, drop)
}

/** Creates an empty database beside the one that the URL names. */
export async function createTestDatabase(serverUrl: string): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `rumoer_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { databaseUrl: url.href, drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`) }
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const closing = (store: Store, after: () => Promise<void>): Store => ({
  ...store,
  async close() {
    await store.close()
    await after()
  },
})

const serverUrl = process.env[TEST_DATABASE_URL]

/** The databases that a suite runs on: PGlite always, PostgreSQL when `TEST_DATABASE_URL` names one. Each `open` gives an empty one. */
export const TEST_STORES: readonly TestStore[] = [
  { name: 'PGlite', open: openOnPglite },
  ...(serverUrl ? [{ name: 'PostgreSQL', open: () => openOnPostgres(serverUrl) }] : []),
]
export { putRuleInForce } from './put-rule-in-force.ts'
