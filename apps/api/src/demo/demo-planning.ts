import type { ContentStatus, Issue, Municipality, User } from '@rumoer/contracts'
import { dayAt } from '../routes/reports/period.ts'
import type { Services } from '../services.ts'

const DAY_MS = 86_400_000
const BUSIEST = 6

type Planned = {
  about: number
  title: (issue: string) => string
  status: ContentStatus
  owner: string
  inDays: number | null
  channels: string[]
  notes: string
}

/** What the newsroom of the demo has in hand; `about` is the place of its issue among the hottest. */
const PLANNED: readonly Planned[] = [
  {
    about: 0,
    title: (issue) => `Liveblog: ${issue}`,
    status: 'draft',
    owner: 'Youssef el Idrissi',
    inDays: 0,
    channels: ['website', 'facebook', 'x'],
    notes: 'Elk half uur bijwerken. Feiten eerst, dan wat bewoners kunnen doen.',
  },
  {
    about: 0,
    title: (issue) => `Brief aan omwonenden over ${issue}`,
    status: 'assigned',
    owner: 'Daan Hoekstra',
    inDays: 1,
    channels: ['letter', 'website'],
    notes: 'Afstemmen met het wijkteam. Telefoonnummer van het klantcontactcentrum noemen.',
  },
  {
    about: 1,
    title: (issue) => `Uitleg: waarom duurt dit zo lang? (${issue})`,
    status: 'review',
    owner: 'Youssef el Idrissi',
    inDays: 2,
    channels: ['website', 'nextdoor'],
    notes: 'Wacht op cijfers van de afdeling.',
  },
  {
    about: 2,
    title: (issue) => `Vraag en antwoord: ${issue}`,
    status: 'idea',
    owner: 'Sanne Vermeer',
    inDays: null,
    channels: ['website'],
    notes: 'De meest gestelde vragen staan bij de kwestie.',
  },
  {
    about: 3,
    title: (issue) => `Filmpje van de buitendienst: ${issue}`,
    status: 'approved',
    owner: 'Daan Hoekstra',
    inDays: 3,
    channels: ['instagram', 'facebook'],
    notes: '',
  },
  {
    about: 4,
    title: (issue) => `Dank aan bewoners: ${issue}`,
    status: 'published',
    owner: 'Youssef el Idrissi',
    inDays: -2,
    channels: ['facebook', 'newspaper'],
    notes: '',
  },
]

/** Plans content about the hottest issues of the demo, once. */
export async function ensureDemoPlanning({ store, now }: Services, municipality: Municipality, people: readonly User[]): Promise<void> {
  if ((await store.planning.list(municipality.id)).items.length > 0) return
  const hottest = (await store.issues.search(municipality.id, { limit: BUSIEST, total: false, sort: 'heat' })).items
  for (const planned of PLANNED) {
    const issue = hottest[planned.about]
    if (issue) await plan(planned, issue)
  }

  async function plan({ title, inDays, owner, ...rest }: Planned, issue: Issue): Promise<void> {
    const at = now()
    await store.planning.add(municipality.id, {
      title: title(issue.title).slice(0, 160),
      status: rest.status,
      owner: people.find(({ name }) => name === owner)?.id ?? null,
      plannedOn: inDays === null ? null : dayAt(new Date(at.getTime() + inDays * DAY_MS)),
      channels: rest.channels,
      issueId: issue.id,
      notes: rest.notes,
      by: owner,
      now: at,
    })
  }
}
