/** A small coalition's whole path, act by act, for the tests of the views: five associations, two meetings, a platform. */
import { type CharterTerms, foundingTerms } from '../src/process/charter'
import { currentRevision } from '../src/submission/queries'
import { documentOf } from '../src/platform/standing'
import { documentHash } from '../src/platform/document'
import { type Act, after, emptyLog, type Log, on, statesOf } from './path-log'

const hashOf = (letter: string): string => `sha256:${letter.repeat(64)}`
const personOf = (letter: string): string => `p_${letter.repeat(26)}`

export const act = (
  name: Act['name'],
  by: string,
  at: string,
  payload: object,
  also: Partial<Omit<Act, 'name' | 'by' | 'at' | 'payload'>> = {}
): Act => ({ name, by, at, payload, ...also })

const association = (number: number): ReadonlyArray<Act> => [
  act('RegisterAssociation', 'convenor', '10-02T09:00', {
    ref: `A${number}`,
    names: { ar: `جمعية محلية ${number}`, fr: `Association locale ${number}` }
  }),
  mandate(`A${number}-m1`, 'representative', 'bcdefg'.charAt(number - 1))
]

export const mandate = (ref: string, role: string, letter: string, at = '10-02T10:00'): Act =>
  act('GrantMandate', 'convenor', at, {
    ref,
    association: ref.split('-')[0],
    person: personOf(letter),
    commitment: hashOf('b'),
    role,
    from: '2025-10-02'
  })

/** Opened on 1 October: A1 convenes, with a secretary; A2 to A5; themes, a reference, two authorities. */
export const opened: Log = after(
  emptyLog,
  act('OpenProcess', 'convenor', '10-01T09:00', {
    title: { ar: 'المسار التشاركي للخميسات' },
    slogan: { ar: 'مثال توضيحي: شعار' },
    territory: { ar: 'الخميسات' },
    zone: 'Africa/Casablanca',
    languages: ['ar', 'fr'],
    authoritative: 'ar',
    rules: 1,
    demonstration: true,
    convenor: { names: { ar: 'الجمعية الداعية' } },
    mandate: { person: personOf('a'), commitment: hashOf('a'), from: '2025-10-01' }
  }),
  mandate('A1-m2', 'secretary', 'h'),
  ...[2, 3, 4, 5].flatMap(association),
  act('DefineTheme', 'convenor', '10-03T09:00', { ref: 'T1', names: { ar: 'الماء' }, dimension: 'social' }),
  act('DefineTheme', 'convenor', '10-03T09:00', { ref: 'T2', names: { ar: 'الطرق' } }),
  act('RegisterReference', 'convenor', '10-03T09:00', {
    ref: 'R1',
    title: { ar: 'خطاب العرش' },
    issuer: { ar: 'مثال توضيحي' },
    kind: 'speech',
    date: '2025-07-29'
  }),
  ...(['local', 'provincial'] as const).map((level, index) =>
    act('RegisterAuthority', 'convenor', '10-03T09:00', {
      ref: `H${index + 1}`,
      names: { ar: `مثال توضيحي: سلطة ${index + 1}` },
      level,
      office: { ar: 'مثال توضيحي: مكتب' }
    })
  )
)

export const founded = (terms: Partial<CharterTerms>, at = '10-04T09:00'): Act =>
  act('EnterFoundingCharter', 'convenor', at, {
    text: {
      language: 'ar',
      title: 'ميثاق التنسيق',
      blocks: [{ kind: 'paragraph', text: 'مثال توضيحي: صوت واحد لكل جمعية' }]
    },
    terms: { ...foundingTerms, ...terms }
  })

export const scheduled = (meeting: string, day: string): Act =>
  act('ScheduleMeeting', 'convenor', '10-05T09:00', {
    ref: meeting,
    title: { ar: `لقاء ${meeting}` },
    kind: 'roundTable',
    venue: { name: { ar: 'دار الشباب 20 غشت' } },
    startsAt: on(`${day}T10:00`),
    endsAt: on(`${day}T17:00`),
    zone: 'Africa/Casablanca',
    agenda: [{ title: { ar: 'تشخيص أوضاع المدينة' }, minutes: 90 }]
  })

export const arrived = (
  meeting: string,
  who: string,
  at: string,
  also: Parameters<typeof act>[4] = {}
): Act =>
  act(
    'RecordArrival',
    'secretary',
    at,
    {
      meeting,
      association: who,
      delegates: [`${who}-m1`],
      voter: `${who}-m1`,
      attending: 'inTheRoom'
    },
    also
  )

export const departed = (
  meeting: string,
  who: string,
  at: string,
  also: Parameters<typeof act>[4] = {}
): Act => act('RecordDeparture', 'secretary', at, { meeting, association: who }, also)

/** Scheduled, all invited, opened by A1 at ten; the named associations come at ten. */
export const held = (meeting: string, day: string, who: ReadonlyArray<string>): ReadonlyArray<Act> => [
  scheduled(meeting, day),
  act('InviteAssociations', 'convenor', '10-06T09:00', {
    meeting,
    associations: ['A1', 'A2', 'A3', 'A4', 'A5']
  }),
  act('OpenMeeting', 'chair', `${day}T10:00`, { meeting, chair: 'A1-m1', rapporteur: 'A2-m1' }),
  ...who.map(one => arrived(meeting, one, `${day}T10:00`))
]

export const submitted = (
  ref: string,
  by: string,
  title: string,
  words: ReadonlyArray<string>,
  also: object = {},
  at = '11-10T09:00'
): Act =>
  act('Submit', by, at, {
    ref,
    kind: ref.startsWith('D') ? 'diagnosis' : ref.startsWith('E') ? 'assessment' : 'proposal',
    coAuthors: [],
    original: 'ar',
    texts: [{ language: 'ar', title, blocks: words.map(text => ({ kind: 'paragraph', text })) }],
    themes: ['T1'],
    areas: [{ kind: 'urban' }],
    levels: [],
    references: [],
    evidence: [],
    answers: [],
    ...also
  })

export const admitted = (ref: string): Act =>
  act('AdmitSubmission', 'secretary', '11-12T09:00', { submission: ref })

/** The exact text of a submission, as acts on it name it. */
export const textOf = (log: Log, ref: string) => {
  const submission = statesOf(log).submissions[ref]?.submission
  const current = submission === undefined ? undefined : currentRevision(submission)
  if (current === undefined) throw new Error(`no text of ${ref}`)
  return { revision: current.revision, textHash: current.textHash, text: current.text }
}

export const onText = (log: Log, submission: string) => {
  const { revision, textHash } = textOf(log, submission)
  return { submission, revision, textHash }
}

export const replacing = (log: Log, ref: string, block: string, old: string, wanted: string) => {
  const words = textOf(log, ref).text.blocks.find(({ id }) => id === block)?.text ?? ''
  return { op: 'replace', block, at: [...words.slice(0, words.indexOf(old))].length, old, new: wanted }
}

export const entered = (stage: string, at: string, also: Parameters<typeof act>[4] = {}): Act =>
  act('EnterStage', 'convenor', at, { stage, reason: 'مثال توضيحي: حان الوقت' }, also)

export const endorsed = (ref: string, by: string, at: string) => (log: Log) =>
  act('Endorse', by, at, { ...onText(log, ref), reservations: [] })

const showOfHands = (votes: number) => ({ kind: 'showOfHands', for: votes, against: 0, abstain: 0 })

/** A decision with so many present, all of them for it. */
export const decided = (
  ref: string,
  at: string,
  subject: object,
  motion: string,
  present: number,
  also: object = {},
  circumstances: Parameters<typeof act>[4] = {}
): Act =>
  act(
    'Decide',
    ref.split('-')[0] ?? '',
    at,
    {
      meeting: ref.split('-')[0],
      ref,
      subject,
      motion,
      outcome: 'adopted',
      method: showOfHands(present),
      present,
      ...also
    },
    circumstances
  )

/** A decision on the text of a submission as it is. */
export const decidedOn =
  (ref: string, at: string, submission: string, motion: string, present: number, also: object = {}) =>
  (log: Log): Act => {
    const { revision, textHash } = textOf(log, submission)
    return decided(
      ref,
      at,
      { kind: 'submission', ref: submission, revision, textHash },
      motion,
      present,
      also
    )
  }

/** A first meeting, submissions of A2 to A4 (P1 and P2 say nearly the same), and an assessment with an indicator. */
export const gathered: Log = after(
  opened,
  ...held('M1', '10-26', ['A1', 'A2', 'A3']),
  act('OpenAgendaItem', 'secretary', '10-26T10:05', { meeting: 'M1', item: 'M1.1' }),
  act('DiscussItem', 'secretary', '10-26T10:30', {
    meeting: 'M1',
    item: 'M1.1',
    summary: 'مثال توضيحي: نقاش حول الماء',
    speakers: ['A2', 'A3'],
    submissions: [],
    references: ['R1']
  }),
  arrived('M1', 'A4', '10-26T11:00'),
  departed('M1', 'A3', '10-26T12:00'),
  act('CloseMeeting', 'chair', '10-26T13:00', { meeting: 'M1' }),
  submitted('D1', 'A2', 'حالة شبكة الماء', ['تتسرب المياه من الشبكة القديمة في أحياء كثيرة']),
  submitted('E1', 'A2', 'تقييم برنامج الماء', ['مثال توضيحي: لم يكتمل البرنامج'], {
    subject: { kind: 'programme', name: { ar: 'مثال توضيحي: برنامج' } }
  }),
  act('DefineIndicator', 'A2', '11-10T10:00', {
    ref: 'E1-I1',
    assessment: 'E1',
    name: { ar: 'مثال توضيحي: نسبة الربط' },
    unit: { ar: 'في المائة' },
    dimension: 'social',
    better: 'up',
    baseline: { value: '60', date: '2021-01-01' },
    target: { value: '90.5', date: '2026-12-31' }
  }),
  ...(['2023-01-01 70', '2022-01-01 72', '2024-01-01 90.50'] as const).map(reading => {
    const [date, value] = reading.split(' ')
    return act('RecordIndicator', 'A2', '11-10T11:00', {
      indicator: 'E1-I1',
      value,
      date,
      source: 'مثال توضيحي: قراءة'
    })
  }),
  act('RateCriterion', 'A2', '11-10T11:30', {
    assessment: 'E1',
    criterion: 'مثال توضيحي: الإنجاز',
    score: '2',
    outOf: 5,
    references: ['R1'],
    evidence: []
  }),
  submitted('P1', 'A2', 'تجديد شبكة الماء', [
    'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة قبل نهاية السنة',
    'نطالب بنشر جدول زمني واضح للأشغال'
  ]),
  submitted('P2', 'A3', 'تجديد شبكة الماء الصالح للشرب', [
    'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة قبل نهاية السنة المقبلة'
  ]),
  submitted('P3', 'A4', 'إصلاح الطرق', ['نطالب بإصلاح الطريق المؤدية إلى السوق الأسبوعي'], {
    themes: ['T2'],
    levels: ['local']
  }),
  ...['D1', 'E1', 'P1', 'P2', 'P3'].map(admitted)
)

/** P1 and P2 become P4; A4 and A5 ask for other words at one place; A5 stood by P4 before it changed. */
export const mergeProposed: Log = after(gathered, entered('refining', '12-01T09:00'), log =>
  act('ProposeMerge', 'A2', '12-02T09:00', {
    ref: 'P4',
    sources: ['P1', 'P2'].map(ref => ({
      ref,
      revision: textOf(log, ref).revision,
      textHash: textOf(log, ref).textHash
    })),
    title: 'تجديد شبكة الماء',
    blocks: [
      {
        block: {
          kind: 'paragraph',
          text: 'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة قبل نهاية السنة المقبلة'
        },
        from: ['P2#b1']
      },
      { block: { kind: 'paragraph', text: 'نطالب بنشر جدول زمني واضح للأشغال' }, from: ['P1#b2'] }
    ]
  })
)

export const merged: Log = after(
  mergeProposed,
  act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources: ['P1', 'P2'] }),
  act('MergeSubmissions', 'A2', '12-04T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
)

export const amended: Log = after(
  merged,
  endorsed('P4', 'A5', '12-05T09:00'),
  log =>
    act('ProposeAmendment', 'A4', '12-06T09:00', {
      ref: 'P4-A1',
      ...onText(log, 'P4'),
      language: 'ar',
      operations: [replacing(log, 'P4', 'b1', 'القديمة', 'القديمة والدواوير')],
      materiality: 'substantive'
    }),
  log =>
    act('ProposeAmendment', 'A5', '12-06T10:00', {
      ref: 'P4-A2',
      ...onText(log, 'P4'),
      language: 'ar',
      operations: [replacing(log, 'P4', 'b1', 'القديمة', 'الهامشية')],
      materiality: 'substantive'
    })
)

/** The collision is settled for A4; the second meeting adopts its amendment, P4, D1 and E1, and declines P3. */
export const decidedAll: Log = after(
  amended,
  log => {
    const collision = statesOf(log).submissions['P4']?.amendments.collisions['P4-X1' as never]
    return act('ResolveCollision', 'A2', '12-07T09:00', {
      collision: 'P4-X1',
      resolution: {
        take: 'one',
        of: (collision as { readonly hash: string } | undefined)?.hash,
        between: ['P4-A1', 'P4-A2'],
        ref: 'P4-A1'
      },
      reason: 'مثال توضيحي: اتفق الطرفان'
    })
  },
  ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
  log =>
    decided(
      'M2-Q1',
      '12-28T10:30',
      {
        kind: 'amendment',
        ref: 'P4-A1',
        revision: textOf(log, 'P4').revision,
        textHash: textOf(log, 'P4').textHash
      },
      'accept',
      4,
      { materiality: 'substantive' }
    ),
  decidedOn('M2-Q2', '12-28T11:00', 'P4', 'accept', 4),
  decidedOn('M2-Q3', '12-28T11:10', 'D1', 'accept', 4),
  decidedOn('M2-Q4', '12-28T11:20', 'E1', 'accept', 4),
  decidedOn('M2-Q5', '12-28T11:30', 'P3', 'decline', 4, { reason: 'مثال توضيحي: أنجزت الأشغال' })
)

/** Compiled, frozen and adopted at the same meeting in the stage of adoption: A3 with a reservation, A5 away. */
export const adopted: Log = after(
  decidedAll,
  entered('adoption', '12-28T12:00'),
  act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' }),
  decided('M2-Q6', '12-28T12:20', { kind: 'platform', ref: 'V1' }, 'freeze', 4),
  log => {
    const platform = statesOf(log).platforms['V1']
    const document = platform === undefined ? undefined : documentOf(platform)
    if (document === undefined) throw new Error('V1 is frozen')
    return decided(
      'M2-Q7',
      '12-28T12:40',
      { kind: 'platform', ref: 'V1', textHash: documentHash(document) },
      'adopt',
      4,
      {
        method: {
          kind: 'rollCall',
          votes: [
            { association: 'A1', vote: 'endorsing' },
            { association: 'A2', vote: 'endorsing' },
            { association: 'A3', vote: 'withReservations', clauses: ['V1.1'] },
            { association: 'A4', vote: 'endorsing' }
          ]
        }
      }
    )
  },
  act('CloseMeeting', 'chair', '12-28T13:00', { meeting: 'M2' })
)

/** Raised to two authorities: the first refuses, then accepts; the second is silent. */
export const answered: Log = after(
  adopted,
  act('RaisePlatform', 'secretary', '2026-01-05T09:00', {
    ref: 'V1-S1',
    platform: 'V1',
    level: 'local',
    authority: 'H1',
    channel: 'deposit',
    date: '2026-01-05',
    dueOn: '2026-01-31'
  }),
  act('RaisePlatform', 'secretary', '2026-01-05T10:00', {
    ref: 'V1-S2',
    platform: 'V1',
    level: 'provincial',
    authority: 'H2',
    channel: 'post',
    date: '2026-01-05',
    dueOn: '2026-01-31'
  }),
  act('RecordResponse', 'secretary', '2026-01-12T09:00', {
    ref: 'V1-S1-N1',
    raising: 'V1-S1',
    clauses: ['V1.1'],
    outcome: 'refused',
    quotation: 'مثال توضيحي: لا',
    date: '2026-01-12'
  }),
  act('RecordResponse', 'secretary', '2026-01-20T09:00', {
    ref: 'V1-S1-N2',
    raising: 'V1-S1',
    clauses: ['V1.1'],
    outcome: 'accepted',
    quotation: 'مثال توضيحي: نعم',
    date: '2026-01-20'
  }),
  act('RecordCommitment', 'secretary', '2026-01-21T09:00', {
    ref: 'V1-K1',
    platform: 'V1',
    clause: 'V1.1',
    institution: 'H1',
    wording: 'مثال توضيحي: إنجاز الأشغال',
    due: '2026-03-01',
    response: 'V1-S1-N2'
  })
)
