import { type HandedOver, type Handover, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import type { Services } from '../../services.ts'

/** What the receiver sees: this hand-over and what it is about. Behind a link a sensitive subject shows neither words, place nor title. */
export async function seenByReceiver(
  { store }: Services,
  municipalityId: number,
  handover: Handover,
  { behindLink }: { behindLink: boolean },
): Promise<HandedOver> {
  const [municipality, message, issue, areas] = await Promise.all([
    store.municipalities.byId(municipalityId),
    handover.message === null ? null : store.messages.byId(municipalityId, handover.message),
    handover.issue === null ? null : store.issues.byId(municipalityId, handover.issue),
    store.areas.list(municipalityId),
  ])
  const subject = message?.reading?.category.main ?? issue?.category.main ?? null
  const sensitive = behindLink && subject !== null && SENSITIVE_CATEGORIES.includes(subject)
  const codes = (message ? [message.areaCode] : (issue?.areaCodes ?? [])).filter((code) => code !== null)
  const { id, kind, status, receiver, note, dueAt, overdue, reactedAt, version, by, createdAt, history } = handover
  return {
    ...{ id, kind, status, receiver, dueAt, overdue, reactedAt, version, by, createdAt },
    note: sensitive ? '' : note,
    history: history.filter(({ type }) => type !== 'link').map((step) => (sensitive ? { ...step, text: '' } : step)),
    municipality: municipality?.name ?? '',
    about: {
      title: sensitive ? null : (issue?.title ?? null),
      areas: sensitive ? [] : codes.map((code) => ({ code, name: areas.find((area) => area.code === code)?.name ?? code })),
      channel: sensitive ? null : (message?.channel ?? null),
      writtenAt: sensitive ? null : (message?.createdAt ?? null),
      text: sensitive || !message?.text ? null : message.text,
      sensitive,
    },
  }
}
