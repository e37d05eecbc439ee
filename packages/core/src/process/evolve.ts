/** What each event changes in what is known of the process. Total: an entry of another stream changes nothing. */
import { type Occurred } from '../kernel/event'
import { datedBy } from './dated'
import { type ProcessEvent, type RetractionEvent } from './events'
import { associationOf } from './numbers'
import {
  type AssociationEntry,
  type MandateEntry,
  type PersonEntry,
  type ProcessState,
  type StandingEntry
} from './state'

type Event = Occurred<ProcessEvent | RetractionEvent>
type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>

export const evolveProcess = (state: ProcessState, event: Event): ProcessState => {
  const dated = datedBy(event)
  switch (event.type) {
    case 'ProcessOpened':
      return opened(state, event)
    case 'CharterAdopted':
      return { ...state, charters: [...state.charters, { ...dated, ...event.data }] }
    case 'CharterConfirmed':
      return confirmed(state, event)
    case 'StageEntered':
      return { ...state, stages: [...state.stages, { ...dated, ...event.data }] }
    case 'ThemeDefined':
      return { ...state, themes: [...state.themes, { ...dated, ...event.data }] }
    case 'ReferenceRegistered':
      return { ...state, references: [...state.references, { ...dated, ...event.data }] }
    case 'AuthorityRegistered':
      return { ...state, authorities: [...state.authorities, { ...dated, ...event.data }] }
    case 'AssociationRegistered':
      return registered(state, event)
    case 'AssociationSuspended':
      return stood(state, event.data, data => ({ ...dated, kind: 'suspended', ...data }))
    case 'AssociationReinstated':
      return stood(state, event.data, data => ({ ...dated, kind: 'reinstated', ...data }))
    case 'AssociationLeft':
      return stood(state, event.data, data => ({ ...dated, kind: 'left', ...data }))
    case 'MandateGranted':
      return granted(state, event)
    case 'MandateRevoked':
      return revoked(state, event)
    case 'PersonDetailsChanged':
      return described(state, event)
    case 'PersonErasureAsked':
      return erasureAsked(state, event)
    case 'PersonErased':
      return erased(state, event)
    case 'EntryRetracted':
      return state
  }
}

const opened = (state: ProcessState, event: Of<'ProcessOpened'>): ProcessState => ({
  ...state,
  opened: { ...datedBy(event), ...event.data, process: event.process },
  stages: [...state.stages, { ...datedBy(event), stage: 'gathering' }]
})

const confirmed = (state: ProcessState, event: Of<'CharterConfirmed'>): ProcessState => {
  const { version, decision } = event.data
  return {
    ...state,
    charters: state.charters.map(charter =>
      charter.version === version ? { ...charter, confirmed: { ...datedBy(event), decision } } : charter
    )
  }
}

const registered = (state: ProcessState, event: Of<'AssociationRegistered'>): ProcessState => ({
  ...state,
  associations: [...state.associations, { ...datedBy(event), ...event.data, standings: [], mandates: [] }]
})

const stood = <D extends { readonly association: string }>(
  state: ProcessState,
  { association, ...data }: D,
  entryOf: (data: Omit<D, 'association'>) => StandingEntry
): ProcessState =>
  onAssociation(state, association, entry => ({ ...entry, standings: [...entry.standings, entryOf(data)] }))

const onAssociation = (
  state: ProcessState,
  ref: string,
  change: (entry: AssociationEntry) => AssociationEntry
): ProcessState => {
  const entry = associationOf(state, ref)
  if (entry === undefined) return state
  const associations = [...state.associations]
  associations[associations.indexOf(entry)] = change(entry)
  return { ...state, associations }
}

const granted = (state: ProcessState, event: Of<'MandateGranted'>): ProcessState => {
  const mandate: MandateEntry = { ...datedBy(event), ...event.data, revoked: [] }
  return known(
    onAssociation(state, mandate.association, entry => ({
      ...entry,
      mandates: [...entry.mandates, mandate]
    })),
    event
  )
}

const revoked = (state: ProcessState, event: Of<'MandateRevoked'>): ProcessState => {
  const { mandate: ref, reason } = event.data
  const revocation = { ...datedBy(event), reason }
  const strike = (entry: MandateEntry): MandateEntry =>
    entry.ref === ref ? { ...entry, revoked: [...entry.revoked, revocation] } : entry
  const [association = ''] = ref.split('-')
  return onAssociation(state, association, entry => ({ ...entry, mandates: entry.mandates.map(strike) }))
}

/** A mandate makes its holder known, unless an earlier one did. */
const known = (state: ProcessState, event: Of<'MandateGranted'>): ProcessState => {
  const { person: ref, commitment } = event.data
  if (Object.hasOwn(state.persons, ref)) return state
  return withPerson(state, { ref, commitment, details: [{ ...datedBy(event), commitment }] })
}

const described = (state: ProcessState, event: Of<'PersonDetailsChanged'>): ProcessState => {
  const { person, commitment } = event.data
  return onPerson(state, person, entry => ({
    ...entry,
    commitment,
    details: [...entry.details, { ...datedBy(event), commitment }]
  }))
}

const erasureAsked = (state: ProcessState, event: Of<'PersonErasureAsked'>): ProcessState => {
  const { completion } = event.data
  const { actor, recordedBy } = event
  return onPerson(state, event.data.person, entry => ({
    ...entry,
    erasure: { asked: { ...datedBy(event), completion, actor, recordedBy } }
  }))
}

const erased = (state: ProcessState, event: Of<'PersonErased'>): ProcessState =>
  onPerson(state, event.data.person, entry =>
    entry.erasure === undefined ? entry : { ...entry, erasure: { ...entry.erasure, done: datedBy(event) } }
  )

const onPerson = (
  state: ProcessState,
  ref: string,
  change: (entry: PersonEntry) => PersonEntry
): ProcessState => {
  const entry = state.persons[ref]
  return entry === undefined ? state : withPerson(state, change(entry))
}

const withPerson = (state: ProcessState, entry: PersonEntry): ProcessState => ({
  ...state,
  persons: { ...state.persons, [entry.ref]: entry }
})
