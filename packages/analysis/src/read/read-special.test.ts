import { expect, test } from 'vitest'
import { readSpecial } from './read-special.ts'
import { viewText } from './text-view.ts'

const special = (text: string) => readSpecial(viewText(text, 'nl')).special

test.each([
  ['Die verwarde man staat weer te schreeuwen', ['health']],
  ['De buurman is verslaafd en een dealer', ['health', 'crime']],
  ['Er wonen alleen maar moslims in die flat', ['religion']],
  ['Zij is lid van de PVV', ['politics']],
])('%s: %j', (text, kinds) => {
  expect(special(text)).toEqual(kinds)
})

test.each([
  'De lantaarnpaal bij de kerk is kapot',
  'Het fietspad naar het ziekenhuis is glad',
  'Wanneer is de moskee open voor de buurtmaaltijd?',
  'Container zit vol',
  '',
])('“%s” says nothing special of anybody', (text) => {
  expect(special(text)).toEqual([])
})

test('the words that led to it are told', () => {
  expect(readSpecial(viewText('Hij is verslaafd', 'nl')).evidence).toEqual([
    { label: 'special:health', span: [7, 16], words: ['verslaafd'] },
  ])
})
