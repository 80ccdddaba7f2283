import { DEFAULT_TAXONOMY, reading as readingSchema } from '@rumoer/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCategoriser, createCategoryRules } from './categorise.ts'
import { CATEGORY_CUES } from './cues/category-cues.ts'
import { AREAS, PLACES } from './fixture.ts'
import { createReader, type ReadInput } from './index.ts'
import { askLearned } from './learned/heads.ts'
import { readAim } from './read-aim.ts'
import { readAvoidable } from './read-avoidable.ts'
import { readFacets } from './read-facets.ts'
import { readKeywords } from './read-keywords.ts'
import { readQuestion } from './read-question.ts'
import { readRoles } from './read-roles.ts'
import { sumSentiment } from './sentiment.ts'
import { evidenceOf, viewText } from './text-view.ts'

const read = createReader({ areas: AREAS, places: PLACES, taxonomy: DEFAULT_TAXONOMY })
const facetsOf = (input: ReadInput) => read(input).facets.map((facet) => facet.facet)
const STORY =
  'Het speeltuintje aan de Lindestraat is alweer een bende, overal blikjes en glas. Dit is nu de derde keer dit jaar. Ik wil zaterdag wel een opruimactie organiseren met de buurt.'

describe('one post, three hand-overs', () => {
  const post = read({ text: STORY, kind: 'post', channel: 'facebook' })

  it('is a melding, a symptom and an engaged resident, each with the words that say so', () => {
    for (const facet of ['melding', 'symptom', 'engagement'] as const) {
      expect(post.facets.map((entry) => entry.facet)).toContain(facet)
      const words = post.evidence.filter((entry) => entry.label === `facet:${facet}` && entry.span !== null)
      expect(words.length, facet).toBeGreaterThan(0)
      for (const { span } of words) expect(STORY.slice(span![0], span![1]).length).toBeGreaterThan(3)
    }
  })
  it('lies in its buurt, belongs to its category and department, and asks nothing', () => {
    expect(post.areas).toEqual([{ code: 'BU99010101', level: 'buurt', confidence: 0.9, span: [24, 35] }])
    expect(post.category.main).toBe('schoon')
    expect(post.department).toBe('STW')
    expect(post.sentiment.label).toBe('negative')
    expect(post.towardsMunicipality?.label).toBe('negative')
    expect(post.roles.map((role) => role.role)).toContain('initiatiefnemer')
    expect(post.question).toBeNull()
  })
})

describe('categories', () => {
  it('have at least five cues for every sub category of the default taxonomy', () => {
    for (const main of DEFAULT_TAXONOMY.categories) {
      for (const sub of main.subcategories) {
        const cues = CATEGORY_CUES[`${main.slug}/${sub.slug}`]
        const count = `${cues?.strong}|${cues?.medium}|${cues?.weak ?? ''}`.split('|').filter((cue) => cue !== '').length
        expect(count, `${main.slug}/${sub.slug}`).toBeGreaterThanOrEqual(5)
      }
    }
  })
  it.each([
    ['De lantaarnpaal is kapot', 'lantaarnpaal-straatverlichting'],
    ['Er ligt een bankstel en een matras op de stoep', 'grofvuil'],
    ['De glasbak zit weer helemaal vol', 'container-glas-vol'],
    ['Volle prullenbak bij de bushalte', 'prullenbak-vol'],
    ['Overal hondenpoep', 'uitwerpselen'],
    ['De put is verstopt en de straat staat blank', 'put-riolering-verstopt'],
    ['Eikenprocessierupsen in de laan', 'eikenprocessierups'],
    ['Hangjongeren bij het winkelcentrum', 'jongerenoverlast'],
    ['Er lopen ratten door de straat', 'ratten'],
    ['Ze rijden hier te hard', 'verkeersoverlast'],
    ['Boom omgewaaid na de storm', 'boom-stormschade'],
    ['Losse stoeptegels, oma is gestruikeld', 'onderhoud-stoep-straat-en-fietspad'],
    ['Mijn paspoort is verlopen, kan ik een afspraak maken?', 'overige-dienstverlening'],
  ])('%j is %s', (text, sub) => {
    expect(read({ text }).category.sub).toBe(sub)
    expect(read({ text }).category.confidence).toBeGreaterThanOrEqual(0.4)
  })
  it('are unknown when nothing says what it is about', () => {
    expect(read({ text: 'Goedemorgen allemaal' }).category).toMatchObject({ main: 'unknown', sub: 'unknown' })
    expect(read({ text: 'Goedemorgen allemaal' }).department).toBeNull()
  })
  it('given by the source win when the taxonomy has them, by slug or by name', () => {
    const text = 'De lantaarnpaal is kapot'
    expect(read({ text, givenCategory: { main: 'afval', sub: 'grofvuil' } }).category).toEqual({
      main: 'afval',
      sub: 'grofvuil',
      confidence: 1,
    })
    expect(read({ text, givenCategory: { main: 'Afval', sub: 'Grofvuil' } }).department).toBe('AEG')
    expect(read({ text, givenCategory: { main: 'afval', sub: null } }).category).toMatchObject({ main: 'afval', sub: 'unknown' })
    expect(read({ text, givenCategory: { main: 'elders', sub: 'anders' } }).category.sub).toBe('lantaarnpaal-straatverlichting')
  })
  it('of a taxonomy of one’s own are found by their names', () => {
    const own = {
      departments: [],
      categories: [
        {
          slug: 'zwembaden',
          name: 'Zwembaden',
          subcategories: [{ slug: 'glijbanen', name: 'Waterglijbanen', departments: [], handlingDays: null }],
        },
      ],
    }
    const view = viewText('De waterglijbanen zijn dicht', 'nl')
    const cues = createCategoryRules(own)(view)
    expect(createCategoriser(own)(view, null, cues, askLearned(view, null, cues.scores)).category.sub).toBe('glijbanen')
  })
})

describe('facets', () => {
  it.each([
    ['De put is verstopt', 'melding'],
    ['Alweer geen licht, al weken', 'symptom'],
    ['Wie doet mee met de opruimactie?', 'engagement'],
    ['Wanneer gaat de brug open?', 'question'],
    ['Belachelijk, de gemeente doet niks', 'complaint'],
    ['Top geregeld, bedankt voor de snelle hulp!', 'compliment'],
    ['Misschien een idee om hier een extra prullenbak te zetten', 'suggestion'],
    ['Ik ruik een gaslucht bij de school, spoed!', 'urgent'],
    ['Ik hoorde dat het zwembad dichtgaat, klopt dat?', 'rumour'],
  ])('%j is a %s', (text, facet) => {
    expect(facetsOf({ text, kind: 'post' })).toContain(facet)
  })
  it('are none for small talk, and a melding stays one without text', () => {
    expect(facetsOf({ text: 'Lekker weer vandaag', kind: 'post' })).toEqual([])
    expect(facetsOf({ text: '', kind: 'melding' })).toEqual(['melding'])
    expect(facetsOf({ text: 'Bedankt, de put is snel gemaakt', kind: 'post' })).not.toContain('melding')
  })
  it('can be read by themselves', () => {
    const view = viewText('Alweer kapot', 'nl')
    const none = {
      view,
      learned: askLearned(view, 'melding'),
      mainCategory: 'unknown',
      categoryConfidence: 0,
      sentiment: sumSentiment([]),
      aimed: null,
      hasPlace: false,
      question: false,
    }
    expect(readFacets({ ...none, kind: 'melding' }).facets.map(({ facet }) => facet)).toContain('symptom')
  })
})

describe('what else a message says', () => {
  it('its question', () => {
    expect(readQuestion(viewText('Vies hier. Wanneer wordt dit opgeruimd?', 'nl')).question).toBe('Wanneer wordt dit opgeruimd?')
    expect(read({ text: 'Ik vraag me af wie dit bedacht heeft.' }).question).toBe('Ik vraag me af wie dit bedacht heeft')
    expect(read({ text: 'Serieus? Vies hier.' }).question).toBeNull()
  })
  it('its roles', () => {
    const shop = viewText('De stoep voor mijn winkel ligt open, mijn klanten blijven weg', 'nl')
    expect(readRoles(shop, askLearned(shop, null)).roles[0]?.role).toBe('ondernemer')
    expect(read({ text: 'Waar betalen we eigenlijk OZB voor' }).roles.map((role) => role.role)).toContain('belastingbetaler')
    expect(read({ text: 'Lekker weer' }).roles).toEqual([])
  })
  it.each([
    ['Wat is de status van mijn aanvraag?', 'status-unknown', 'avoidable'],
    ['Ik snap de brief van de gemeente niet, ik begrijp de brief niet', 'letter-unclear', 'avoidable'],
    ['De link werkt niet op jullie site', 'page-wrong', 'avoidable'],
    ['Melding gesloten maar de lamp is nog steeds kapot', 'repeat-after-closing', 'avoidable'],
    ['Ik word van het kastje naar de muur gestuurd', 'wrong-department', 'avoidable'],
    ['Ik krijg een foutmelding en kan niet inloggen', 'disruption', 'avoidable'],
    ['Hoe kan ik een uittreksel aanvragen?', 'new-need', 'not-avoidable'],
  ])('%j was avoidable contact or not: %s', (text, reason, verdict) => {
    const view = viewText(text, 'nl')
    expect(readAvoidable(view, 'contact', askLearned(view, 'contact')).avoidable).toMatchObject({ reason, verdict })
  })
  it('nothing avoidable in an article or a chat about the weather', () => {
    expect(read({ text: 'Wat is de status van mijn aanvraag?', kind: 'article' }).avoidable).toBeNull()
    expect(read({ text: 'Mooi weer', kind: 'post' }).avoidable).toBeNull()
  })
  it('its keywords, without masks and small words', () => {
    expect(readKeywords(viewText('De lantaarnpaal is kapot', 'nl')).keywords[0]).toEqual({ term: 'lantaarnpaal', weight: 1 })
    const terms = read({ text: 'Mevrouw [naam] meldt windmolens en nog eens windmolens bij het natuurgebied' }).keywords.map(
      (keyword) => keyword.term,
    )
    expect(terms[0]).toBe('windmolens')
    expect(terms.join(' ')).not.toContain('naam')
  })
  it('whom it is aimed at: the municipality, or nobody we serve', () => {
    expect(read({ text: 'Lekker weer vandaag', kind: 'post' }).towardsMunicipality).toBeNull()
    expect(
      read({ text: 'Wat een heerlijk weekend. De gemeente doet niks aan de straatverlichting.', kind: 'post' }).towardsMunicipality?.label,
    ).toBe('negative')
    const view = viewText('Lekker weer', 'nl')
    const aim = {
      view,
      learned: askLearned(view, 'post'),
      hits: [],
      expressed: sumSentiment([]),
      kind: 'post' as const,
      mainCategory: 'unknown',
      categoryConfidence: 0,
    }
    expect(readAim(aim).towards).toBeNull()
  })
  it('its language; another than Dutch or English is never scored as Dutch', () => {
    expect(read({ text: 'There is rubbish on the street again' }).language).toBe('en')
    expect(read({ text: 'kapot', language: 'tr' })).toMatchObject({ language: 'tr', sentiment: { score: 0 } })
    expect(evidenceOf(viewText('De boom is om.', null), 'facet:melding', 1, 1)).toEqual({
      label: 'facet:melding',
      span: [3, 7],
      words: ['boom'],
    })
    expect(viewText('De boom is om.', null).language).toBe('nl')
  })
})

describe('any message', () => {
  const labelled = (input: ReadInput) => {
    const message = read(input)
    const labels = new Set(message.evidence.map((entry) => entry.label))
    const wanted = [
      ...message.facets.map((entry) => `facet:${entry.facet}`),
      ...message.roles.map((entry) => `role:${entry.role}`),
      ...message.areas.map((entry) => `area:${entry.code}`),
      ...(message.category.main === 'unknown' ? [] : [`category:${message.category.main}/${message.category.sub}`]),
      ...(message.question === null ? [] : ['question']),
      ...(message.avoidable === null ? [] : [`avoidable:${message.avoidable.reason}`]),
      ...(message.towardsMunicipality === null ? [] : ['towards-municipality']),
    ]
    return { message, missing: wanted.filter((label) => !labels.has(label)) }
  }
  const word = fc.constantFrom(
    ...STORY.split(' '),
    'niet',
    'te',
    'maar',
    'vies',
    '#',
    '😡',
    'de',
    'Markt',
    'gemeente',
    '?',
    '!',
    '9901AB',
    'container',
    'vol',
    'heel',
    'te',
    "'s",
    'status',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join(' ')),
  )

  it('with any text gives a valid reading: spans inside the text, no NaN, evidence for every label', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('post', 'melding', 'contact', 'article', undefined), (anyText, kind) => {
        const { message, missing } = labelled({ text: anyText, kind })
        expect(readingSchema.safeParse(message).error).toBeUndefined()
        expect(missing).toEqual([])
        for (const { span, words } of message.evidence) {
          if (span === null) continue
          expect(span[1]).toBeLessThanOrEqual(anyText.length)
          expect(span[0]).toBeLessThan(span[1])
          expect(anyText.slice(span[0], span[1])).toContain(words[0])
        }
        expect(read({ text: anyText, kind })).toEqual(message)
      }),
      { numRuns: 500 },
    )
  })
  it('without text says only what its source says', () => {
    const empty = read({
      text: '',
      location: { lat: 53.18, lon: 6.15, address: null },
      givenCategory: { main: 'afval', sub: 'grofvuil' },
      kind: 'melding',
    })
    expect(empty).toMatchObject({
      keywords: [],
      question: null,
      avoidable: null,
      sentiment: { score: 0, label: 'neutral' },
      towardsMunicipality: null,
    })
    expect(empty.areas[0]?.code).toBe('BU99010101')
    expect(empty.category.sub).toBe('grofvuil')
  })
  it.each(['te ', 'niet ', 'container vol ', 'Lindestraat ', 'a', '#', '?', 'zit ', '😡', "'", 'van de '])(
    'of 20,000 characters of %j is read in well under a second',
    (part) => {
      const startedAt = performance.now()
      read({ text: part.repeat(Math.ceil(20_000 / part.length)) })
      expect(performance.now() - startedAt).toBeLessThan(900)
    },
  )
})
