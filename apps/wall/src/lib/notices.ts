import type { Alert } from '@rumoer/contracts'

const WORKER = '/notices.js'

export type NoticeState = 'on' | 'refused' | 'impossible'

const isPossible = () => 'Notification' in window && 'serviceWorker' in navigator

/** Asks the browser whether this machine may show notices; only ever after a person chose it. */
export async function allowNotices(): Promise<NoticeState> {
  if (!isPossible()) return 'impossible'
  if ((await Notification.requestPermission()) !== 'granted') return 'refused'
  await navigator.serviceWorker.register(WORKER)
  return 'on'
}

/** What a notice says: how grave, and nothing of what or who, for it stands on a locked screen too. */
export async function showNotice(alert: Alert, words: { title: string; body: string }): Promise<void> {
  if (!isPossible() || Notification.permission !== 'granted') return
  const worker = await navigator.serviceWorker.register(WORKER)
  await worker.showNotification(words.title, {
    body: words.body,
    tag: alert.id,
    icon: '/icons/icon-192.png',
    data: { path: alert.issueId === null ? '/' : `/issues/${alert.issueId}` },
  })
}
