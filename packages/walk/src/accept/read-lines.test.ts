import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, MAX_LINE_BYTES, readLines } from './read-lines.ts'

async function* chunked(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (let turn = 0; from < bytes.length; turn++) {
    const to = from + Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length)
    yield bytes.subarray(from, to)
    from = to
  }
}

async function collect(bytes: Uint8Array, sizes: readonly number[] = [bytes.length]): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(chunked(bytes, sizes))) lines.push(line)
  return lines
}

test('lines are the same however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (texts, sizes) => {
        const bytes = new TextEncoder().encode(texts.join('\n'))
        expect(await collect(bytes, sizes)).toEqual(await collect(bytes))
      },
    ),
  )
})

test('blank lines are counted and passed over; carriage returns and a byte order mark are dropped', async () => {
  expect(await collect(new TextEncoder().encode('\uFEFF{"a":1}\r\n\r\n\n{"b":2}'))).toEqual([
    { index: 0, text: '{"a":1}' },
    { index: 3, text: '{"b":2}' },
  ])
})

test('a line that is not UTF-8 or too long is an error of its own and the next line goes on', async () => {
  const bytes = Buffer.concat([
    Buffer.from('goed\n'),
    Buffer.from([0xc3, 0x28, 0x0a]),
    Buffer.alloc(MAX_LINE_BYTES + 1, 0x61),
    Buffer.from('\nook goed\n'),
  ])
  expect(await collect(bytes, [4096])).toEqual([
    { index: 0, text: 'goed' },
    { index: 1, error: 'expected valid UTF-8' },
    { index: 2, error: expect.stringContaining(`at most ${MAX_LINE_BYTES} bytes`) },
    { index: 3, text: 'ook goed' },
  ])
})
