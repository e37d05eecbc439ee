/** What the record holds as references, in the words of the minutes. */
import { type AssociationRef, type MandateRef } from '../../kernel/envelope'
import { type Localized } from '../../kernel/primitives'
import { type Coalition } from '../../process/coalition'
import { type Wording } from './wording'
import { wordingIn } from './wording-in'

/** How the draft names what the record holds as references. */
export interface Naming {
  readonly words: Wording
  /** `A3` and the association's name in the language of the minutes, where it is known. */
  readonly association: (ref: AssociationRef) => string
  /** The person's token: the name is put in where the minutes are shown (guarantees.md §6). */
  readonly person: (mandate: MandateRef) => string
  readonly localized: (texts: Localized) => string
}

/** Names in the authoritative language. */
export const namingOf = (
  { authoritative, mandate }: Coalition,
  names: (association: AssociationRef) => Localized | undefined
): Naming => {
  const localized = (texts: Localized): string =>
    oneLine(texts[authoritative] ?? Object.values(texts)[0] ?? '')
  return {
    words: wordingIn(authoritative),
    association: ref => {
      const name = names(ref)
      return name === undefined ? ref : `${ref} ${localized(name)}`
    },
    person: ref => {
      const holder = mandate(ref)
      return holder === undefined ? ref : `{${holder.person}}`
    },
    localized
  }
}

/** People's words without their line breaks, as a block of a text takes them. */
export const oneLine = (words: string): string => words.split(/\s+/).join(' ').trim()
