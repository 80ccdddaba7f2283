import type { Collection, Message, MessageCounts, MessageOut, MessageQuery, ReadingCorrection } from '@rumoer/contracts'
import type { MessageFilter } from './message-conditions.ts'

export type MessageQuestions = {
  /** Dutch full-text search and filters, cursor paging by (receivedAt, id), with the stream seq of the very same snapshot. */
  search(municipalityId: number, query: MessageQuery): Promise<Collection<MessageOut>>
  /** Of the same search: its length, and per filter what every other choice of it would find. */
  counts(municipalityId: number, filter: MessageFilter): Promise<MessageCounts>
  /** Finds a message that is placed, or still in the inbox (then reading and issue are null). */
  byId(municipalityId: number, id: string): Promise<MessageOut | null>
  /** Removes text, pseudonym, sealed original and location at once; the row stays as a tombstone so that lists equal counts. */
  erase(municipalityId: number, source: { sourceId: string; externalKey: Buffer }, now: Date): Promise<boolean>
  /** The same for every post, comment and mail of these pseudonyms at one source: an account that was closed there. Answers how many. */
  eraseVoices(municipalityId: number, account: { sourceId: string; voices: readonly string[] }, now: Date): Promise<number>
  /** The walk's own view of these messages, without tombstones, oldest first. */
  byIds(municipalityId: number, ids: readonly string[]): Promise<Message[]>
  /** Messages with createdAt before the instant, in createdAt order: the history a replay starts from. */
  history(municipalityId: number, before: Date, after: { createdAt: Date; id: string } | null, limit: number): Promise<Message[]>
  /** What people corrected in texts that are still here, the latest correction first, with the stamp that tells when this changes. */
  lessons(municipalityId: number, limit: number): Promise<{ stamp: string; lessons: Lesson[] }>
  lessonStamp(municipalityId: number): Promise<string>
  /** The newest questions that residents asked, in time order; those of no category of the municipality only when that is asked for. */
  asked(municipalityId: number, filter: MessageFilter, limit: number): Promise<StoredQuestion[]>
}
export type StoredQuestion = {
  id: string
  question: string
  language: string | null
  createdAt: Date
  areaCode: string | null
  issueId: string
  issueTitle: string
  /** When something about its issue was first published after it was asked. */
  answeredAt: Date | null
}
/** A stored text, and all that people corrected in its reading. */
export type Lesson = { text: string; language: string | null; correction: ReadingCorrection }
