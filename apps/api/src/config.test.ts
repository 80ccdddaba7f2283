import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('an empty environment gives the embedded demo on the fixed address', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', demo: true, publicUrl: null, logLevel: 'info', inboxLimit: 100_000 })
  expect(isAbsolute(config.dataDir)).toBe(true)
  expect(Object.isFrozen(config)).toBe(true)
})

test('with a database of its own the demo is off, unless asked for', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://localhost/rumoer' }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL: 'postgres://localhost/rumoer', DEMO: 'on' }).demo).toBe(true)
})

test('all mistakes are named at once, and secrets are not repeated', () => {
  const read = () =>
    readConfig({
      PORT: '80a',
      DEMO: 'yes',
      LOG_LEVEL: 'loud',
      SECRET_KEY: 'too-short',
      DATABASE_URL: 'mysql://root:pw@x/y',
      PUBLIC_URL: 'ftp://x',
    })
  expect(read).toThrow(ConfigError)
  try {
    read()
  } catch (error) {
    const lines = (error as Error).message.split('\n')
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'DEMO',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'SECRET_KEY',
    ])
    expect((error as Error).message).not.toContain('too-short')
    expect((error as Error).message).not.toContain('root:pw')
  }
})

test('mail needs an address to send from, and the password of the mail server is not repeated', () => {
  const SMTP_URL = 'smtp://rumoer:pw@mail.gemeente.example:587'
  expect(readConfig({}).smtpUrl).toBeNull()
  expect(readConfig({ SMTP_URL, MAIL_FROM: 'Rumoer <rumoer@gemeente.example>' })).toMatchObject({
    smtpUrl: SMTP_URL,
  })
  expect(() => readConfig({ SMTP_URL })).toThrow(/^MAIL_FROM: .*because SMTP_URL is set$/)
  expect(() => readConfig({ SMTP_URL: 'http://rumoer:pw@mail', MAIL_FROM: 'rumoer', OUTBOUND_ALLOW_PRIVATE: 'yes' })).toThrow(
    /SMTP_URL: \(hidden\), .*\nMAIL_FROM: "rumoer", .*\nOUTBOUND_ALLOW_PRIVATE: "yes"/,
  )
})
