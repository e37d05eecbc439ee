/** Who acts in the scripts, and how a coalition begins: what all of them share. */
import { type Actor, type MandateRef } from '@ardiya/core/kernel/envelope'
import { foundingTerms } from '@ardiya/core/process/charter'
import { act, type Day, on, type Step } from './script'

const office = (name: 'convenor' | 'secretary' | 'chair' | 'rapporteur', mandate: string): Actor => ({
  as: 'office',
  office: name,
  mandate: mandate as MandateRef
})

export const convenor = office('convenor', 'A1-m1')
export const secretary = office('secretary', 'A1-m2')
export const chair = office('chair', 'A1-m1')
export const rapporteur = office('rapporteur', 'A1-m2')
export const chairHeldBy = (mandate: string): Actor => office('chair', mandate)
export const rapporteurHeldBy = (mandate: string): Actor => office('rapporteur', mandate)
export const convenorHeldBy = (mandate: string): Actor => office('convenor', mandate)

/** Association `n`, spoken for by its first mandate unless another is named. */
export const association = (n: number, mandate = 1): Actor => ({
  as: 'association',
  association: `A${n}` as never,
  mandate: `A${n}-m${mandate}` as MandateRef
})

export const meeting = (n: number): Actor => ({ as: 'meeting', meeting: `M${n}` as never })

export const opening = {
  title: { ar: 'المسار التشاركي', fr: 'La démarche' },
  slogan: { ar: 'الفعالية الجمعوية' },
  territory: { ar: 'الخميسات' },
  zone: 'Africa/Casablanca',
  languages: ['ar', 'fr'],
  authoritative: 'ar',
  demonstration: true,
  convenor: { names: { ar: 'الجمعية الداعية' }, registerNumber: '1/2025' },
  mandate: { person: { name: 'مثال توضيحي: الداعي' }, from: '2025-10-20' }
}

const registered = (n: number): ReadonlyArray<Step> => [
  act(secretary, 'RegisterAssociation', { names: { ar: `جمعية ${n}` } }).gives('AssociationRegistered'),
  act(secretary, 'GrantMandate', {
    association: `A${n}`,
    person: { name: `مثال توضيحي: مندوبة ${n}` },
    role: 'representative',
    from: '2025-10-20'
  }).gives('MandateGranted')
]

/** The process opened on 20 October 2025, a secretary, a theme, and associations up to `A<n>` with a mandate each. */
export const coalitionOf = (n: number): ReadonlyArray<Step | Day> => [
  on('2025-10-20T09:00'),
  act(convenor, 'OpenProcess', opening).gives('ProcessOpened', 'AssociationRegistered', 'MandateGranted'),
  act(convenor, 'GrantMandate', {
    association: 'A1',
    person: { name: 'مثال توضيحي: الكاتبة' },
    role: 'secretary',
    from: '2025-10-20'
  }).gives('MandateGranted'),
  act(secretary, 'DefineTheme', { names: { ar: 'المحور الاقتصادي' }, dimension: 'economic' }).gives(
    'ThemeDefined'
  ),
  ...Array.from({ length: n - 1 }, (_, index) => registered(index + 2)).flat()
]

/** The terms of the founding rules, with some of them otherwise. */
export const terms = (otherwise: object = {}): object => ({ ...foundingTerms, ...otherwise })

export const charterText = (title = 'ميثاق المسار') => ({
  language: 'ar',
  title,
  blocks: [{ kind: 'paragraph', text: 'جمعية واحدة، صوت واحد.' }]
})

export const foundingCharter = (otherwise: object = {}): Step =>
  act(convenor, 'EnterFoundingCharter', { text: charterText(), terms: terms(otherwise) }).gives(
    'CharterAdopted'
  )

export const planned = (day: string, otherwise: object = {}): object => ({
  title: { ar: 'لقاء' },
  kind: 'roundTable',
  venue: { name: { ar: 'دار الشباب' } },
  startsAt: `${day}T10:00`,
  endsAt: `${day}T13:00`,
  agenda: [
    { title: { ar: 'التشخيص' }, minutes: 30 },
    { title: { ar: 'المقترحات' }, minutes: 60 }
  ],
  ...otherwise
})

export const arrives = (m: number, n: number, voter = 1): Step =>
  act(rapporteur, 'RecordArrival', {
    meeting: `M${m}`,
    association: `A${n}`,
    delegates: [`A${n}-m${voter}`]
  }).gives('ArrivalRecorded')

/** Meeting `m` called the day before at noon, opened at ten, with associations `A2` up to `A<n>` there. */
export const meets = (m: number, day: string, n: number): ReadonlyArray<Step | Day> => [
  act(convenor, 'ScheduleMeeting', planned(day)).gives('MeetingScheduled'),
  on(`${day}T10:00`),
  act(chair, 'OpenMeeting', { meeting: `M${m}`, chair: 'A1-m1', rapporteur: 'A1-m2' }).gives('MeetingOpened'),
  ...Array.from({ length: n - 1 }, (_, index) => arrives(m, index + 2))
]

export const consensus = { kind: 'consensus', standAsides: [], blocks: [] }

export const hands = (inFavour: number, against = 0, abstain = 0): object => ({
  kind: 'showOfHands',
  for: inFavour,
  against,
  abstain
})

/** A motion put at meeting `m` with `present` associations there, adopted by consensus unless said otherwise. */
export const motion = (
  m: number,
  present: number,
  kind: string,
  ref: string,
  name: string,
  otherwise: object = {}
): object => ({
  meeting: `M${m}`,
  subject: { kind, ref },
  motion: name,
  outcome: 'adopted',
  method: consensus,
  present,
  ...otherwise
})

/** A text of one title and plain paragraphs, in the language that binds. */
export const text = (title: string, ...paragraphs: ReadonlyArray<string>) => ({
  language: 'ar',
  title,
  blocks: paragraphs.map(words => ({ kind: 'paragraph', text: words }))
})

/** A submission as somebody gives it. */
export const submission = (
  kind: 'diagnosis' | 'assessment' | 'proposal',
  wording: ReturnType<typeof text>,
  otherwise: object = {}
): object => ({ kind, texts: [wording], themes: ['T1'], levels: ['local'], ...otherwise })

export const enters = (stage: string): Step =>
  act(convenor, 'EnterStage', { stage, reason: 'مثال توضيحي' }).gives('StageEntered')
