import {
  after,
  asked,
  association,
  charterDraft,
  commandId,
  effect,
  hashOf,
  type Journal,
  mandate,
  on,
  open,
  outcome,
  personOf,
  type Step
} from '../../test/process-story'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type OpenedSitting, adoptCharter, confirmCharter } from './adopt-charter'
import { initialProcessState } from './state'
import { processRejections } from './rejections'
import { takeBack } from './take-back'

type Refused = readonly [Journal, Step, OpenedSitting?]

const nothing: Journal = { state: initialProcessState, events: [] }
const reason = 'مثال توضيحي' as Words
const Q = (n: number) => `M1-Q${n}` as DecisionRef
const enter = (terms: object = {}, text: object = {}): Step =>
  asked('EnterFoundingCharter', charterDraft(terms, text), on('10-20'))
const adopt = (ref: string, decision: DecisionRef): Step =>
  effect(on('11-01'), coalition => adoptCharter({ ref, draft: charterDraft(), decision }, coalition))
const ask = (n = 0x500): Step =>
  asked(
    'AskPersonErasure',
    { person: personOf('a'), completion: commandId(n) },
    on('11-01'),
    commandId(0x400)
  )
const complete: Step = asked(
  'CompletePersonErasure',
  { person: personOf('a') },
  on('11-02'),
  commandId(0x600)
)
const impossible = { than: 'moreThan', fraction: { parts: 1, of: 1 } }
const left = after(open(), association(2), asked('RecordAssociationLeft', { association: 'A2' }, on('11-01')))

/** For each refusal of the table, acts that end in it. */
const producers: { readonly [Tag in keyof typeof processRejections]: Refused } = {
  ProcessAlreadyOpen: [after(open()), open()],
  RulesUnknown: [nothing, open({ rules: 2 })],
  AuthoritativeNotAmongLanguages: [nothing, open({ authoritative: 'en' })],
  AuthoritativeWordingMissing: [nothing, open({ title: { fr: 'Démarche' } })],
  CharterLanguageDiffers: [after(open()), enter({}, { language: 'fr' })],
  CharterTextRefused: [after(open()), enter({}, { blocks: [] })],
  ThresholdOutOfReach: [after(open()), enter({ quorum: impossible })],
  CharterAlreadyEntered: [after(open(), enter()), enter()],
  SittingAlreadyOpened: [after(open()), enter(), { meeting: 'M1', openedAt: on('10-26') }],
  CharterNotInForce: [
    after(open(), enter(), adopt('C2', Q(1))),
    effect(on('11-02'), coalition => confirmCharter({ ref: 'C1', decision: Q(2) }, coalition))
  ],
  LaterCharterAdopted: [
    after(open(), adopt('C1', Q(1)), adopt('C2', Q(2))),
    effect(on('11-02'), coalition => takeBack({ decision: Q(1), reason }, coalition))
  ],
  StageNotNext: [after(open()), asked('EnterStage', { stage: 'adoption', reason }, on('11-01'))],
  RegisterNumberTaken: [after(open()), association(2, on('10-05'), { registerNumber: '1/2011' })],
  AssociationHasLeft: [left, mandate('A2-m1', {}, on('11-02'))],
  OfficeNotOfConvenor: [after(open(), association(2)), mandate('A2-m1', { role: 'convenor' })],
  MandateEndsBeforeItBegins: [after(open()), mandate('A1-m2', { until: '2025-10-01' })],
  CommitmentNotCurrent: [after(open()), mandate('A1-m2', { person: personOf('a'), commitment: hashOf('f') })],
  PersonIsErased: [
    after(open(), ask()),
    asked('ChangePersonDetails', { person: personOf('a'), commitment: hashOf('f') }, on('11-02'))
  ],
  CompletionTaken: [after(open()), ask(0x400)],
  ErasureNotAsked: [after(open()), complete],
  ErasureCompletionDiffers: [after(open(), ask()), complete]
}

describe('every refusal of the process', () => {
  it.each(Object.entries(producers))('%s is given by an act, and names itself', (tag, refused) => {
    const [journal, step, sitting] = refused as Refused
    expect(outcome(journal, step, sitting)).toMatchObject({ tag })
  })

  it.each(Object.entries(processRejections))('%s stands under its own name', (tag, refusal) => {
    expect(refusal.tag).toBe(tag)
  })
})
