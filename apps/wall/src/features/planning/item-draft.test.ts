import { describe, expect, it } from 'vitest'
import { bodyOf, differences, draftOf, problemsOf } from './item-draft.ts'

const empty = draftOf(null, null)

describe('the form of a content item', () => {
  it('asks for a title and a channel and for nothing else', () => {
    expect(problemsOf(empty)).toEqual({ title: 'item.title.short', channels: 'item.channels.none' })
    expect(problemsOf({ ...empty, title: 'Uitleg bruin water', channels: ['website'] })).toEqual({})
  })

  it('sends the owner by id and the title without spaces around it', () => {
    expect(bodyOf({ ...empty, title: '  Uitleg ', owner: { id: 'u1', name: 'Fenna' } })).toMatchObject({ title: 'Uitleg', owner: 'u1' })
    expect(bodyOf(empty).owner).toBeNull()
  })

  it('names each field that two people filled in differently', () => {
    expect(differences({ ...empty, title: 'a', channels: ['x'] }, { ...empty, title: 'b' })).toEqual(['title', 'channels'])
    expect(differences(empty, { ...empty })).toEqual([])
  })
})
