import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../lib/text.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './entry.module.css'
import { EntryLog } from './entry-log.tsx'
import { dropEntry, emptyEntry, isEmpty, type KeptEntry, keepEntry, keptEntries } from './kept-entries.ts'
import { NearbyPanel } from './nearby-panel.tsx'
import { useOutbox } from './use-outbox.ts'

const CHANNELS = ['telephone', 'desk', 'letter', 'chat', 'neighbourhood-meeting', 'other'] as const
/** Which entry this tab was writing: it is taken up again after a reload, and no other tab's. */
const TAB_KEY = 'rumoer.invoer.tab'
const CHANNEL_KEY = 'rumoer.invoer.kanaal'
const LONGEST = 20_000

function openEntry(userId: string): KeptEntry {
  const id = sessionStorage.getItem(TAB_KEY)
  const own = keptEntries(localStorage, userId, new Date()).find((entry) => entry.id === id && entry.sentAt === null)
  return own ?? emptyEntry(localStorage.getItem(CHANNEL_KEY) ?? 'telephone')
}

/** The form, what plays nearby, and what was written down; nothing typed is lost, whatever happens to tab, server or line. */
export function EntryDesk({ userId }: { userId: string }) {
  const text = useText()
  const channelName = useChannelName()
  const [entry, setEntry] = useState(() => openEntry(userId))
  const outbox = useOutbox(userId)
  const words = useRef<HTMLTextAreaElement>(null)
  const [others, setOthers] = useState(() =>
    keptEntries(localStorage, userId, new Date()).filter(({ id, sentAt }) => sentAt === null && id !== entry.id),
  )
  useEffect(() => sessionStorage.setItem(TAB_KEY, entry.id), [entry.id])
  useEffect(() => words.current?.focus(), [])

  const take = (next: KeptEntry) => {
    setEntry(next)
    words.current?.focus()
  }
  const set = (change: Partial<KeptEntry>) => {
    const next = { ...entry, ...change }
    setEntry(next)
    keepEntry(localStorage, userId, next, new Date())
  }
  const send = () => {
    if (entry.text.trim() === '') return words.current?.focus()
    const now = new Date()
    keepEntry(localStorage, userId, { ...entry, sentAt: now.toISOString(), refused: false }, now)
    localStorage.setItem(CHANNEL_KEY, entry.channel)
    announce(text('entry.kept'))
    take(emptyEntry(entry.channel))
    void outbox.flush()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    send()
  }
  const resume = (other: KeptEntry) => {
    if (!isEmpty(entry)) setOthers((before) => [...before, entry])
    setOthers((before) => before.filter(({ id }) => id !== other.id))
    const reopened = { ...other, sentAt: null, refused: false }
    keepEntry(localStorage, userId, reopened, new Date())
    take(reopened)
    void outbox.flush()
  }
  const discard = (other: KeptEntry) => {
    dropEntry(localStorage, userId, other.id)
    setOthers((before) => before.filter(({ id }) => id !== other.id))
    void outbox.flush()
  }
  return (
    <div className={styles.desk}>
      <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <fieldset className={styles.channels}>
          <legend>{text('entry.channel')}</legend>
          {CHANNELS.map((channel) => (
            <label key={channel} className={styles.channel}>
              <input type="radio" name="channel" checked={entry.channel === channel} onChange={() => set({ channel })} />
              {channelName(channel)}
            </label>
          ))}
        </fieldset>
        <TextArea
          ref={words}
          label={text('entry.text')}
          hint={text('entry.text.hint')}
          rows={5}
          maxLength={LONGEST}
          value={entry.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <TextInput
          label={text('entry.address')}
          hint={text('entry.address.hint')}
          autoComplete="off"
          maxLength={500}
          value={entry.address}
          onChange={(event) => set({ address: event.target.value })}
        />
        <label className={styles.melding}>
          <input type="checkbox" checked={entry.isMelding} onChange={(event) => set({ isMelding: event.target.checked })} />
          {text('entry.melding')}
        </label>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={entry.text.trim() === ''}>
            {text('entry.send')}
          </Button>
          <span className={styles.note}>{text('entry.send.key')}</span>
        </div>
        <EntryLog outbox={outbox} others={others} onResume={resume} onDiscard={discard} />
      </form>
      <NearbyPanel words={entry.text} address={entry.address} />
    </div>
  )
}
