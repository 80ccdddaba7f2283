import type { Municipality, Role, User } from '@rumoer/contracts'
import type { Services } from '../services.ts'

/** The fictional newsroom of the demo. None of them can sign in before an administrator invites them. */
const PEOPLE: readonly { name: string; email: string; role: Role }[] = [
  { name: 'Sanne Vermeer', email: 'sanne.vermeer@lindehaven.example', role: 'adviseur' },
  { name: 'Youssef el Idrissi', email: 'youssef.elidrissi@lindehaven.example', role: 'redacteur' },
  { name: 'Marieke Postma', email: 'marieke.postma@lindehaven.example', role: 'manager' },
  { name: 'Daan Hoekstra', email: 'daan.hoekstra@lindehaven.example', role: 'redacteur' },
  { name: 'Ayla Kaya', email: 'ayla.kaya@lindehaven.example', role: 'adviseur' },
  { name: 'Pieter van Loon', email: 'pieter.vanloon@lindehaven.example', role: 'lezer' },
]

/** Adds the people of the demo who are not there yet; answers all of them. */
export async function ensureDemoPeople({ store, now }: Services, municipality: Municipality): Promise<User[]> {
  const people: User[] = []
  for (const person of PEOPLE) {
    const known = await store.access.userByEmail(person.email)
    people.push(known ?? (await store.access.addUser({ municipalityId: municipality.id, ...person, now: now() })))
  }
  return people
}
