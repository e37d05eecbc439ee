import {
  association,
  charterText,
  coalitionOf,
  convenor,
  convenorHeldBy,
  opening,
  secretary,
  terms
} from '../cast'
import { act, commandOf, on, personOf, type Script } from '../script'

const open = (otherwise: object) => act(convenor, 'OpenProcess', { ...opening, ...otherwise })
const grant = (otherwise: object, circumstances = {}) =>
  act(
    secretary,
    'GrantMandate',
    { association: 'A2', person: { name: 'ن' }, role: 'alternate', from: '2025-10-20', ...otherwise },
    circumstances
  )

export const openings: Script = {
  title: 'how a process begins',
  steps: [
    on('2025-10-20T09:00'),
    act(secretary, 'DefineTheme', { names: { ar: 'محور' } }).refused('ReferenceUnknown', {
      field: 'process',
      details: { kind: 'process' }
    }),
    act(secretary, 'OpenProcess', opening).refused('MandateNotValid', { rule: 3, field: 'actor' }),
    act(convenor, 'OpenProcess', opening, { recordedBy: 'A1-m2' }).refused('MandateNotValid', {
      field: 'recordedBy'
    }),
    open({ mandate: { ...opening.mandate, from: '2025-10-21' } }).refused('MandateNotValid', {
      rule: 3,
      field: 'payload.mandate.from',
      details: { because: 'notYet', date: '2025-10-20' }
    }),
    open({ mandate: { ...opening.mandate, from: '2025-10-01', until: '2025-10-19' } }).refused(
      'MandateNotValid',
      { rule: 3, field: 'payload.mandate.until', details: { because: 'ended', date: '2025-10-20' } }
    ),
    open({ mandate: { ...opening.mandate, until: '2025-10-19' } }).refused('MandateEndsBeforeItBegins', {
      rule: 3,
      field: 'payload.mandate.until',
      details: { from: '2025-10-20' }
    }),
    open({ rules: 2 }).refused('RulesUnknown', { field: 'payload.rules', details: { known: [1] } }),
    open({ languages: ['ar', 'ar'] }).refused('NamedTwice', { field: 'payload.languages' }),
    open({ authoritative: 'zgh' }).refused('AuthoritativeNotAmongLanguages', {
      details: { languages: ['ar', 'fr'] }
    }),
    open({ slogan: { fr: 'devise' } }).refused('AuthoritativeWordingMissing', {
      field: 'payload.slogan',
      details: { authoritative: 'ar' }
    }),
    open({ title: { ar: 'عنوان\u202e' } }).badInput({ 'payload.title.ar': 'BidiOverride' }),
    act(convenor, 'OpenProcess', opening, { recordedAt: '2025-10-20T07:54:00.000Z' }).refused(
      'AfterItWasRecorded',
      { rule: 2, field: 'at' }
    ),
    on('2025-10-20T10:00'),
    ...coalitionOf(3),
    open({}).refused('ProcessAlreadyOpen', { field: 'process' })
  ]
}

export const register: Script = {
  title: 'the register of a process',
  steps: [
    ...coalitionOf(3),
    on('2025-10-21T09:00'),
    act(secretary, 'RegisterAssociation', { names: { ar: 'جمعية' }, registerNumber: '1/2025' }).refused(
      'RegisterNumberTaken',
      { field: 'payload.registerNumber', details: { by: 'A1' } }
    ),
    act(secretary, 'RegisterAssociation', { ref: 'A9', names: { ar: 'جمعية' } }).refused('NumberNotNext', {
      field: 'payload.ref',
      details: { next: 'A4' }
    }),
    act(secretary, 'RegisterReference', {
      title: { ar: 'خطاب العرش' },
      issuer: { ar: 'جهة' },
      kind: 'speech',
      date: '2025-07-29'
    }).gives('ReferenceRegistered'),
    act(secretary, 'RegisterAuthority', {
      names: { ar: 'مجلس، المستوى الجماعي (مثال)' },
      level: 'local',
      office: { ar: 'مكتب الضبط' }
    }).gives('AuthorityRegistered'),
    act(association(2), 'DefineTheme', { names: { ar: 'محور' } }).refused('NotForThisActor', {
      rule: 3,
      field: 'actor',
      details: { by: ['convenor', 'secretary'] }
    }),
    act(secretary, 'DefineTheme', { names: { ar: 'محور' } }, { at: '2025-10-19T10:00' }).refused(
      'PrecedesWhatItRefersTo',
      { rule: 2, field: 'at', details: { refersTo: 'khemisset', since: '2025-10-20T09:00:00.000+01:00' } }
    ),
    act(
      secretary,
      'DefineTheme',
      { names: { ar: 'محور' } },
      {
        at: '2025-10-21T10:06',
        recordedAt: '2025-10-21T09:00:00.000Z'
      }
    ).refused('AfterItWasRecorded', { rule: 2 })
  ]
}

export const mandates: Script = {
  title: 'mandates and who may act',
  steps: [
    ...coalitionOf(4),
    on('2025-10-21T09:00'),
    grant({ association: 'A9' }).refused('ReferenceUnknown', { details: { kind: 'association' } }),
    grant({ role: 'secretary' }).refused('OfficeNotOfConvenor', { rule: 3, details: { convenor: 'A1' } }),
    grant({ until: '2025-10-01' }).refused('MandateEndsBeforeItBegins', { field: 'payload.until' }),
    grant({
      keys: [
        { type: 'ssh-ed25519', key: 'AAAA' },
        { type: 'ssh-ed25519', key: 'AAAA' }
      ]
    }).refused('NamedTwice', { field: 'payload.keys' }),
    grant({ from: '2025-10-25', until: '2025-10-30' }).gives('MandateGranted'),
    act(association(2, 2), 'AskPersonErasure', { person: personOf('nobody') }).refused('MandateNotValid', {
      rule: 3,
      field: 'actor.mandate',
      details: { because: 'notYet', date: '2025-10-21' }
    }),
    act(
      association(2, 2),
      'AskPersonErasure',
      { person: personOf('nobody') },
      { at: '2025-10-31T10:00' }
    ).refused('MandateNotValid', { details: { because: 'ended', date: '2025-10-31' } }),
    act({ ...association(2), mandate: 'A3-m1' as never } as never, 'AskPersonErasure', {
      person: personOf('nobody')
    }).refused('MandateNotValid', { details: { because: 'ofAnother', date: '2025-10-21' } }),
    act(secretary, 'RevokeMandate', { mandate: 'A3-m7', reason: 'سبب' }).refused('ReferenceUnknown', {
      details: { kind: 'mandate' }
    }),
    act(secretary, 'RevokeMandate', { mandate: 'A3-m1', reason: 'سبب' }).gives('MandateRevoked'),
    act(secretary, 'RevokeMandate', { mandate: 'A3-m1', reason: 'سبب' }).gives(),
    act(association(3), 'RecordAssociationLeft', { association: 'A3' }).refused('MandateNotValid', {
      details: { because: 'revoked', date: '2025-10-21' }
    }),
    act(association(2), 'RecordAssociationLeft', { association: 'A2' }, { recordedBy: 'A1-m2' }).refused(
      'EvidenceMissing',
      { rule: 3, field: 'evidence', details: { actor: 'A2-m1' } }
    ),
    act(association(2), 'RecordAssociationLeft', { association: 'A2' }, { recordedBy: 'A4-m1' }).refused(
      'MayNotRecordForOthers',
      { rule: 3, field: 'recordedBy', details: { role: 'representative' } }
    ),
    act(association(2), 'RecordAssociationLeft', { association: 'A4' }).refused('NotForThisActor', {
      rule: 3,
      field: 'payload.association'
    }),
    act(
      association(2),
      'RecordAssociationLeft',
      { association: 'A2' },
      {
        recordedBy: 'A1-m2',
        evidence: { kind: 'paper' }
      }
    ).gives('AssociationLeft'),
    act(secretary, 'RecordAssociationLeft', { association: 'A2' }).gives(),
    grant({}).refused('AssociationHasLeft', { rule: 3, details: { association: 'A2' } }),
    act(association(2), 'AskPersonErasure', { person: personOf('nobody') }).refused('AssociationMayNotAct', {
      rule: 3,
      field: 'actor.association',
      details: { standing: 'left' }
    }),
    act(convenorHeldBy('A1-m2'), 'DefineTheme', { names: { ar: 'محور' } }).refused('MandateNotValid', {
      details: { because: 'ofAnother', date: '2025-10-21' }
    })
  ]
}

export const persons: Script = {
  title: 'persons, and their erasure',
  steps: [
    ...coalitionOf(3),
    on('2025-10-21T09:00'),
    grant({ person: { name: 'مندوب' } }, { called: 'the alternate of A2' }).gives('MandateGranted'),
    act(secretary, 'ChangePersonDetails', {
      person: personOf('the alternate of A2'),
      details: { name: 'مندوب', phone: '0600000000' }
    }).gives('PersonDetailsChanged'),
    act(secretary, 'ChangePersonDetails', { person: personOf('nobody'), details: { name: 'ن' } }).refused(
      'ReferenceUnknown',
      { field: 'payload.person', details: { kind: 'person' } }
    ),
    act(
      association(2),
      'AskPersonErasure',
      {
        person: personOf('the alternate of A2'),
        completion: commandOf('asked')
      },
      { called: 'asked' }
    ).refused('CompletionTaken', { rule: 20, field: 'payload.completion' }),
    act(secretary, 'CompletePersonErasure', { person: personOf('the alternate of A2') }).refused(
      'ErasureNotAsked',
      { rule: 20 }
    ),
    act(association(2), 'AskPersonErasure', {
      person: personOf('the alternate of A2'),
      completion: commandOf('erased')
    }).gives('PersonErasureAsked'),
    grant({ person: personOf('the alternate of A2') }).refused('PersonIsErased', { rule: 20 }),
    act(secretary, 'CompletePersonErasure', { person: personOf('the alternate of A2') }).refused(
      'ErasureCompletionDiffers',
      { rule: 20, field: 'id', details: { completion: commandOf('erased') } }
    ),
    act(
      secretary,
      'CompletePersonErasure',
      { person: personOf('the alternate of A2') },
      {
        called: 'erased'
      }
    ).gives('PersonErased'),
    act(association(2), 'AskPersonErasure', { person: personOf('the alternate of A2') }).gives()
  ]
}

export const charterDrafts: Script = {
  title: 'the founding charter',
  steps: [
    ...coalitionOf(3),
    on('2025-10-21T09:00'),
    act(convenor, 'EnterFoundingCharter', {
      text: { ...charterText(), language: 'fr' },
      terms: terms()
    }).refused('CharterLanguageDiffers', { details: { authoritative: 'ar' } }),
    act(convenor, 'EnterFoundingCharter', {
      text: { ...charterText(), blocks: [] },
      terms: terms()
    }).refused('CharterTextRefused', { field: 'payload.text' }),
    act(convenor, 'EnterFoundingCharter', {
      text: charterText(),
      terms: terms({ quorum: { than: 'moreThan', fraction: { parts: 1, of: 1 } } })
    }).refused('ThresholdOutOfReach', { field: 'payload.terms.quorum', details: { parts: 1, of: 1 } }),
    act(secretary, 'EnterFoundingCharter', { text: charterText(), terms: terms() }).refused(
      'NotForThisActor',
      {
        details: { by: ['convenor'] }
      }
    ),
    act(convenor, 'EnterFoundingCharter', { text: charterText(), terms: terms() }).gives('CharterAdopted'),
    act(convenor, 'EnterFoundingCharter', { text: charterText(), terms: terms() }).refused(
      'CharterAlreadyEntered',
      { details: { inForce: 'C1' } }
    )
  ]
}
