import type { Random } from './random.ts'
import type { Mood } from './subject.ts'

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'w',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}
const EMOJI: Readonly<Record<Mood, readonly string[]>> = {
  negative: ['😡', '🙄', '😤', '🤷', '😒', '🤦‍♀️', '😬', '👎'],
  neutral: ['🤔', '👀', '🙋', '🤷‍♂️'],
  positive: ['👍', '🙏', '❤️', '👏', '😊', '💪'],
}

/** One slip of the finger inside a word: a neighbouring key, a lost, doubled or swapped letter. A text without words comes back as it is. */
export function mistype(text: string, random: Random): string {
  for (let attempt = 0; attempt < 6; attempt++) {
    const at = 1 + random.int(Math.max(1, text.length - 2))
    const letter = text[at]
    const near = letter === undefined ? undefined : NEIGHBOURS[letter]
    const next = text[at + 1]
    if (near === undefined || next === undefined || NEIGHBOURS[next] === undefined) continue
    switch (random.int(4)) {
      case 0:
        return text.slice(0, at) + near[random.int(near.length)] + text.slice(at + 1)
      case 1:
        return text.slice(0, at) + text.slice(at + 1)
      case 2:
        return text.slice(0, at) + letter + text.slice(at)
      default:
        return text.slice(0, at) + next + letter + text.slice(at + 2)
    }
  }
  return text
}

/** How people write when no one checks: no capital, no full stop, an emoji to finish. */
export function loosen(text: string, mood: Mood, hasEmoji: boolean, random: Random): string {
  let loose = text
  const roll = random.next()
  if (roll < 0.07) loose = loose.toLowerCase()
  else if (roll < 0.2) loose = loose.charAt(0).toLowerCase() + loose.slice(1)
  if (loose.endsWith('.') && !loose.endsWith('..') && random.chance(0.45)) loose = loose.slice(0, -1)
  if (!hasEmoji && random.chance(0.09)) loose = `${loose} ${random.pick(EMOJI[mood])}`
  return loose
}
