import { rawMessage } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { DAY_MS, dayOf, hourOf, weekdayOf } from './amsterdam.ts'
import { isInside } from './plane.ts'
import { simulate, truthOf } from './simulate.ts'
import { SIMULATED_SOURCES } from './sources.ts'
import { CHATTER_SUBJECTS, SUBJECTS } from './subjects.ts'
import { lindehaven } from './town.ts'
import type { Point } from './town-plan.ts'

const options = { seed: 11, days: 90, startAt: new Date('2026-08-20T22:00:00Z') }
const stream = [...simulate(options)]
const originals = stream.filter(({ raw }) => raw.updatedAt === undefined)
const revisions = stream.filter(({ raw }) => raw.updatedAt !== undefined)
const truth = truthOf(options)
const share = <T>(list: readonly T[], holds: (item: T) => boolean) => list.filter(holds).length / list.length

describe('a simulated town', () => {
  it('writes only what the intake accepts, with every place filled', () => {
    for (const { raw } of stream) {
      const parsed = rawMessage.safeParse(raw)
      if (!parsed.success) expect.fail(`${raw.externalId}: ${parsed.error.message}`)
      expect(raw.text).not.toMatch(/[{}]|undefined|null\b/)
    }
  })

  it('says the same for the same seed and something else for another', () => {
    const few = { ...options, days: 3 }
    const told = (seed: number) => JSON.stringify([...simulate({ ...few, seed })])
    expect(told(5)).toBe(told(5))
    expect(told(5)).not.toBe(told(6))
    expect(JSON.stringify(truthOf({ ...few, seed: 5 }))).toBe(JSON.stringify(truthOf({ ...few, seed: 5 })))
  })

  it('tells in order of time, inside its days, under references of their own', () => {
    const moments = stream.map(({ toldAt }) => toldAt.getTime())
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(moments[0]).toBeGreaterThanOrEqual(options.startAt.getTime())
    expect(moments.at(-1)).toBeLessThan(options.startAt.getTime() + options.days * DAY_MS)
    expect(new Set(originals.map(({ source, raw }) => source + raw.externalId)).size).toBe(originals.length)
    for (const { raw, toldAt } of originals) expect(raw.createdAt).toBe(toldAt.toISOString())
  })

  it('comes to about 260 messages a day, and to as many more as the rate asks', () => {
    expect(originals.length / options.days).toBeGreaterThan(235)
    expect(originals.length / options.days).toBeLessThan(285)
    const busy = [...simulate({ ...options, days: 14, rate: 5 })].filter(({ raw }) => raw.updatedAt === undefined)
    expect(busy.length / 14 / 260).toBeGreaterThan(4.4)
    expect(busy.length / 14 / 260).toBeLessThan(5.6)
  })

  it('is quiet at night, and closes telephone and desk in evenings and weekends', () => {
    const at = (from: number, to: number) =>
      share(originals, ({ toldAt }) => hourOf(toldAt.getTime()) >= from && hourOf(toldAt.getTime()) < to) / (to - from)
    expect(at(1, 5)).toBeLessThan(at(9, 17) / 10)
    for (const { raw, toldAt } of originals) {
      if (raw.kind !== 'contact') continue
      const [hour, weekday] = [hourOf(toldAt.getTime()), weekdayOf(dayOf(toldAt.getTime()))]
      expect(hour >= 8 && hour < 17, raw.externalId).toBe(true)
      if (raw.channel === 'desk') expect(hour).toBeGreaterThanOrEqual(9)
      expect(weekday >= 1 && weekday <= 5, raw.externalId).toBe(true)
    }
  })

  it('follows the seasons: processierups in June, not in December', () => {
    const count = (startAt: string) =>
      [...simulate({ seed: 3, days: 21, startAt: new Date(startAt), rate: 3 })].filter(
        ({ truth }) => truth.subject === 'eikenprocessierups',
      ).length
    expect(count('2026-06-01T00:00:00Z')).toBeGreaterThan(10 * Math.max(1, count('2026-12-01T00:00:00Z')))
  })

  it('spends about a quarter of its social talk on other things', () => {
    const social = originals.filter(({ raw }) => raw.kind === 'post' || raw.kind === 'comment')
    const chatter = new Set(CHATTER_SUBJECTS.map(({ id }) => id))
    expect(share(social, ({ truth }) => chatter.has(truth.subject))).toBeGreaterThan(0.2)
    expect(share(social, ({ truth }) => chatter.has(truth.subject))).toBeLessThan(0.3)
  })

  it('uses every source, and slips now and then where people type in haste', () => {
    expect(new Set(originals.map(({ source }) => source))).toEqual(new Set(SIMULATED_SOURCES.map(({ name }) => name)))
    const plain = new Set(SUBJECTS.flatMap(({ patterns }) => patterns.map(({ text }) => text)).filter((text) => !text.includes('{')))
    const exact = (kind: string) =>
      originals.filter(({ raw, truth }) => raw.kind === kind && truth.areaCode === null && plain.has(raw.text)).length
    const loose = (kind: string) =>
      originals.filter(({ raw, truth }) => raw.kind === kind && truth.areaCode === null && !plain.has(raw.text)).length
    expect(loose('comment') / exact('comment')).toBeGreaterThan(0.3)
    expect(loose('article')).toBeLessThan(exact('article') + 20)
  })

  it('puts each melding with coordinates inside the buurt that its truth names', () => {
    const rings = new Map(lindehaven().areas.map(({ code, geometry }) => [code, geometry!.coordinates[0]![0]! as unknown as Point[]]))
    const located = originals.filter(({ raw }) => raw.location?.lat !== undefined)
    expect(
      share(
        originals.filter(({ raw }) => raw.kind === 'melding'),
        ({ raw }) => raw.location?.lat !== undefined,
      ),
    ).toBeGreaterThan(0.9)
    for (const { raw, truth } of located)
      expect(isInside([raw.location!.lon!, raw.location!.lat!], rings.get(truth.areaCode!)!), raw.externalId).toBe(true)
  })

  it('closes a melding later by a revision that is otherwise the same', () => {
    const first = new Map(originals.map(({ raw }) => [raw.externalId, raw]))
    expect(revisions.length).toBeGreaterThan(1_000)
    for (const { raw, toldAt } of revisions) {
      const { closedAt, updatedAt, ...rest } = raw
      expect(rest).toEqual(first.get(raw.externalId))
      expect(raw.kind).toBe('melding')
      expect(Date.parse(closedAt!)).toBeGreaterThan(Date.parse(raw.createdAt))
      expect(Date.parse(updatedAt!)).toBeGreaterThanOrEqual(Date.parse(closedAt!))
      expect(updatedAt).toBe(toldAt.toISOString())
    }
  })

  it('hides personal data in some texts, so that masking has work to do', () => {
    expect(originals.some(({ raw }) => /(?:06|\+31 6)[- ]?12/.test(raw.text))).toBe(true)
    expect(originals.some(({ raw }) => /@example\.nl/.test(raw.text))).toBe(true)
  })

  it('refuses a rehearsal without length, rate or start', () => {
    expect(() => simulate({ ...options, days: 0 }).next()).toThrow('simulate.days')
    expect(() => simulate({ ...options, rate: -1 }).next()).toThrow('simulate.rate')
    expect(() => simulate({ ...options, startAt: new Date('never') }).next()).toThrow('simulate.startAt')
    expect(() => truthOf({ ...options, days: Number.POSITIVE_INFINITY })).toThrow('truthOf.days')
  })
})

describe('the truth of a simulated town', () => {
  const messagesOf = (id: string) => originals.filter((message) => message.truth.incident === id)
  const end = options.startAt.getTime() + options.days * DAY_MS

  it('knows every incident that a message belongs to, and each has its messages between start and end', () => {
    const known = new Set(truth.map(({ id }) => id))
    expect(known.size).toBe(truth.length)
    for (const { truth: of } of originals) if (of.incident !== null) expect(known).toContain(of.incident)
    for (const incident of truth) {
      const messages = messagesOf(incident.id)
      expect(messages.length, incident.id).toBeGreaterThanOrEqual(1)
      if (incident.endsAt.getTime() < end) expect(messages.length, incident.id).toBe(incident.expectedMessages)
      for (const { toldAt, truth: of } of messages) {
        expect(toldAt >= incident.startsAt && toldAt <= incident.endsAt, incident.id).toBe(true)
        expect(of.subject).toBe(incident.subject)
      }
    }
  })

  it('has incidents on several channels, with voices that return and posts that are shared', () => {
    const large = truth.filter(({ expectedMessages, endsAt }) => expectedMessages >= 15 && endsAt.getTime() < end)
    expect(large.length).toBeGreaterThan(10)
    for (const { id } of large) expect(new Set(messagesOf(id).map(({ raw }) => raw.channel)).size, id).toBeGreaterThanOrEqual(3)
    const authors = large.flatMap(({ id }) => messagesOf(id).flatMap(({ raw }) => (raw.author ? [`${id} ${raw.author}`] : [])))
    const repeated = 1 - new Set(authors).size / authors.length
    expect(repeated).toBeGreaterThan(0.01)
    expect(repeated).toBeLessThan(0.3)
    expect(large.some(({ id }) => messagesOf(id).some(({ raw }) => raw.text.startsWith('Gedeeld: ')))).toBe(true)
    expect(large.some(({ id }) => messagesOf(id).some(({ raw }) => raw.inReplyTo !== undefined))).toBe(true)
  })

  it('has structural problems that come back in one buurt two to five weeks after all their meldingen were closed', () => {
    const sites = Map.groupBy(
      truth.filter(({ structural }) => structural),
      ({ site }) => site,
    )
    expect(sites.size).toBeGreaterThanOrEqual(2)
    for (const [site, returns] of sites) {
      expect(new Set(returns.map(({ areaCode, subject }) => areaCode + subject)).size, String(site)).toBe(1)
      for (let i = 1; i < returns.length; i++) {
        const closings = revisions
          .filter((message) => message.truth.incident === returns[i - 1]!.id)
          .map(({ raw }) => Date.parse(raw.closedAt!))
        const closedAt = Math.max(returns[i - 1]!.endsAt.getTime(), ...closings)
        const weeks = (returns[i]!.startsAt.getTime() - closedAt) / (7 * DAY_MS)
        expect(weeks, returns[i]!.id).toBeGreaterThanOrEqual(2)
        expect(weeks, returns[i]!.id).toBeLessThanOrEqual(5)
      }
    }
  })
})
