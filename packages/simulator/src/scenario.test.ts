import { describe, expect, it } from 'vitest'
import { dayOf, MINUTE_MS, startOfDay } from './amsterdam.ts'
import { demoLive, demoStream, demoTruth } from './scenario.ts'
import type { SimulatedMessage } from './simulated-message.ts'
import { lindehaven } from './town.ts'

const now = new Date('2026-11-24T13:55:00Z')
const demo = (seed: number) => ({ seed, now, historyDays: 42 })
const buurt = (name: string) => lindehaven().buurten.find((candidate) => candidate.name === name)!.code

function liveUntil(seed: number, minutes: number): SimulatedMessage[] {
  const told: SimulatedMessage[] = []
  for (const message of demoLive({ ...demo(seed), from: now })) {
    if (message.toldAt.getTime() >= now.getTime() + minutes * MINUTE_MS) return told
    told.push(message)
  }
  return told
}

describe.each([1, 7, 42])('the demo day of seed %i', (seed) => {
  const stream = [...demoStream(demo(seed))]
  const truth = demoTruth(demo(seed))
  const crisis = truth.find((incident) => incident.crisis)!
  const ofCrisis = (list: readonly SimulatedMessage[]) =>
    list.filter((message) => message.truth.incident === crisis.id && !message.raw.updatedAt)

  it('ends in a crisis of brown water that 25 messages over 4 channels and as many voices tell of', () => {
    const told = ofCrisis(stream)
    expect(crisis).toMatchObject({ subject: 'bruin-water', areaCode: buurt('Havenkwartier') })
    expect(now.getTime() - crisis.startsAt.getTime()).toBe(45 * MINUTE_MS)
    expect(told.length).toBeGreaterThanOrEqual(25)
    expect(new Set(told.map(({ raw }) => raw.channel)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(told.flatMap(({ raw }) => raw.author ?? [])).size).toBeGreaterThanOrEqual(20)
    expect(new Set(told.map((message) => message.truth.areaCode))).toContain(buurt('Oude Dijk'))
    for (const { truth: of } of told.slice(0, 2)) expect(of.traits).toContain('melding')
    expect(told.some(({ truth: of }) => of.traits.includes('compliment'))).toBe(false)
  })

  it('has a quiet morning', () => {
    const midnight = startOfDay(dayOf(now.getTime()))
    const morning = stream.filter(
      ({ raw, truth: of }) => !raw.updatedAt && of.incident !== crisis.id && Date.parse(raw.createdAt) >= midnight,
    )
    expect(morning.length).toBeGreaterThan(50)
    const perIncident = Map.groupBy(morning, (message) => message.truth.incident)
    perIncident.delete(null)
    for (const [id, messages] of perIncident) expect(messages.length, String(id)).toBeLessThanOrEqual(4)
  })

  it('has a history with ordinary incidents and structural problems that came back', () => {
    expect(truth.filter(({ crisis: is, structural }) => !is && !structural).length).toBeGreaterThan(15)
    const sites = Map.groupBy(
      truth.filter(({ structural }) => structural),
      ({ site }) => site,
    )
    expect(sites.size).toBe(2)
    for (const returns of sites.values()) expect(returns.length).toBeGreaterThanOrEqual(2)
    for (const { toldAt } of stream) expect(toldAt < now).toBe(true)
  })

  it('goes on live exactly where it stopped: the crisis grows for an hour and then fades', () => {
    const live = liveUntil(seed, 360)
    const all = new Set(stream.map(({ raw }) => raw.externalId))
    for (const { raw } of live) if (!raw.updatedAt) expect(all.has(raw.externalId)).toBe(false)
    const between = (from: number, to: number) =>
      ofCrisis([...stream, ...live]).filter(
        ({ toldAt }) => toldAt.getTime() >= now.getTime() + from * MINUTE_MS && toldAt.getTime() < now.getTime() + to * MINUTE_MS,
      ).length
    expect(between(30, 60)).toBeGreaterThan(between(-30, 0))
    expect(between(180, 210)).toBeLessThan(between(30, 60) / 3)
    const perMinute = Map.groupBy(live, ({ toldAt }) => Math.floor(toldAt.getTime() / MINUTE_MS))
    expect(Math.max(...[...perMinute.values()].map((list) => list.length))).toBeLessThanOrEqual(6)
  })
})

describe('the live demo', () => {
  it('tells the same twice, and continues a demo that was filled earlier', () => {
    expect(JSON.stringify(liveUntil(7, 60))).toBe(JSON.stringify(liveUntil(7, 60)))
    const later = new Date(now.getTime() + 30 * MINUTE_MS)
    const resumed = demoLive({ ...demo(7), from: later }).next().value!
    expect(resumed).toEqual(liveUntil(7, 60).find(({ toldAt }) => toldAt >= later))
  })

  it('refuses a moment that is none', () => {
    expect(() => demoStream({ seed: 1, now: new Date('never') }).next()).toThrow('simulate.startAt')
  })
})
