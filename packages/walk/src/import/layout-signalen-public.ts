import type { CategoryMap } from '@rumoer/store'
import { type Layout, optionalText, present, presentLocation, tableNumber } from './layout.ts'
import { tableInstant } from './table-instant.ts'

const category = (main: string, sub: string) => ({ main, sub })

/** Names that other municipalities gave their Signalen categories, in the words of the default taxonomy. Key: `main` or `main/sub`. */
export const SIGNALEN_CATEGORY_MAP: CategoryMap = {
  'afval/afvalbak': category('schoon', 'prullenbak-vol'),
  'afval/bladeren': category('schoon', 'gladheid-bladeren'),
  'afval/bladkorf': category('schoon', 'gladheid-bladeren'),
  'afval/container': category('afval', 'container-is-vol'),
  'afval/drijfvuil': category('schoon', 'drijfvuil-niet-bevaarbaar-water'),
  'afval/dumping': category('afval', 'grofvuil'),
  'afval/gevaarlijk-afval': category('afval', 'asbest-accu'),
  'afval/minicontainer': category('afval', 'huisafval'),
  'afval/overig-afval': category('afval', 'overig-afval'),
  'afval/veeg-en-zwerfvuil': category('schoon', 'veegzwerfvuil'),
  'civiele-constructie': category('civiele-constructies', 'bruggen'),
  'openbaar-groen-en-water/begraafplaats': category('openbaar-groen-en-water', 'overig-groen-en-water'),
  'openbaar-groen-en-water/exoten': category('openbaar-groen-en-water', 'japanse-duizendknoop'),
  'openbaar-groen-en-water/maaien': category('openbaar-groen-en-water', 'maaien-snoeien'),
  'openbaar-groen-en-water/overig-openbaar-groen-en-water': category('openbaar-groen-en-water', 'overig-groen-en-water'),
  'openbaar-groen-en-water/sloot': category('civiele-constructies', 'watergangen'),
  'openbaar-groen-en-water': category('openbaar-groen-en-water', 'overig-groen-en-water'),
  overig: category('overig', 'overig'),
  'overlast-dier/dood-dier': category('overlast-van-dieren', 'dode-dieren'),
  'overlast-dier/eikenprocessierups': category('openbaar-groen-en-water', 'eikenprocessierups'),
  'overlast-dier/hond': category('schoon', 'uitwerpselen'),
  'overlast-dier/plaagdier': category('overlast-van-dieren', 'ratten'),
  'overlast-dier': category('overlast-van-dieren', 'overig-dieren'),
  'overlast-openbare-ruimte/graffiti': category('schoon', 'graffitiwildplak'),
  'overlast-openbare-ruimte/luchtkwaliteit': category('overlast-in-de-openbare-ruimte', 'stank-geluidsoverlast'),
  'overlast-openbare-ruimte/scooter': category('overlast-in-de-openbare-ruimte', 'hinderlijk-geplaatst-object'),
  'overlast-openbare-ruimte': category('overlast-in-de-openbare-ruimte', 'overig-openbare-ruimte'),
  'riolering/mankement-put': category('wegen-verkeer-straatmeubilair', 'put-riool-kapot'),
  'riolering/wateroverlast': category('wegen-verkeer-straatmeubilair', 'put-riolering-verstopt'),
  riolering: category('wegen-verkeer-straatmeubilair', 'put-riolering-verstopt'),
  'wegen-verkeer-en-straatmeubilair/bank': category('wegen-verkeer-straatmeubilair', 'straatmeubilair'),
  'wegen-verkeer-en-straatmeubilair/bewegwijzering': category('wegen-verkeer-straatmeubilair', 'bewegwijzering'),
  'wegen-verkeer-en-straatmeubilair/bushalte': category('wegen-verkeer-straatmeubilair', 'straatmeubilair'),
  'wegen-verkeer-en-straatmeubilair/gladheidsbestrijding': category('schoon', 'gladheid-winterdienst'),
  'wegen-verkeer-en-straatmeubilair/onderhoud-straat-fietspad-en-stoep': category(
    'wegen-verkeer-straatmeubilair',
    'onderhoud-stoep-straat-en-fietspad',
  ),
  'wegen-verkeer-en-straatmeubilair/onveilige-verkeerssituatie': category('wegen-verkeer-straatmeubilair', 'verkeerssituaties'),
  'wegen-verkeer-en-straatmeubilair/paal': category('wegen-verkeer-straatmeubilair', 'straatmeubilair'),
  'wegen-verkeer-en-straatmeubilair/speelvoorziening': category('wegen-verkeer-straatmeubilair', 'speelplaats'),
  'wegen-verkeer-en-straatmeubilair/straatverlichting': category('wegen-verkeer-straatmeubilair', 'lantaarnpaal-straatverlichting'),
  'wegen-verkeer-en-straatmeubilair/verkeersbord': category('wegen-verkeer-straatmeubilair', 'verkeersbord-verkeersafzetting'),
  'wegen-verkeer-en-straatmeubilair/verkeerslicht': category('wegen-verkeer-straatmeubilair', 'verkeerslicht'),
  'wegen-verkeer-en-straatmeubilair/wegmarkering': category('wegen-verkeer-straatmeubilair', 'omleiding-belijning-verkeer'),
  'wegen-verkeer-en-straatmeubilair': category('wegen-verkeer-straatmeubilair', 'overig-wegen-verkeer-straatmeubilair'),
}

/** Daily snapshots of Signalen's public map, one row per melding, with the day on which it left the map. There is no text. */
export const SIGNALEN_PUBLIC_LAYOUT: Layout = {
  name: 'signalen-public',
  fits: (fields) => ['id', 'created_at', 'category_slug', 'lat'].every((field) => fields.includes(field)),
  categoryMap: SIGNALEN_CATEGORY_MAP,
  columns: {
    externalId: 'id',
    createdAt: 'created_at',
    lon: 'lng',
    main: 'category_slug',
    sub: 'subcategory_slug',
    closedAt: 'resolved_date',
  },
  toMessage(row) {
    const main = optionalText(row['category_slug'])
    return present({
      externalId: optionalText(row['id']),
      kind: 'melding',
      channel: 'form',
      createdAt: tableInstant(row['created_at']),
      text: '',
      location: presentLocation({
        lat: tableNumber(row['lat']),
        lon: tableNumber(row['lng'] ?? row['lon']),
        address: optionalText(row['address']),
      }),
      category: main === undefined ? undefined : present({ main, sub: optionalText(row['subcategory_slug']) }),
      closedAt: tableInstant(row['resolved_date'], { keepDay: true }),
    })
  },
}
