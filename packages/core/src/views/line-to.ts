/** The texts that a text is made of. */
import { type Revision } from '../submission/state'

/** A text that was taken back brings back the words of an earlier one, with the origins that they had then. */
export const lineTo = (line: ReadonlyArray<Revision>): ReadonlyArray<Revision> =>
  line.reduce<ReadonlyArray<Revision>>((so, one) => {
    const back = one.because.kind === 'annulment' ? so.findIndex(old => old.textHash === one.textHash) : -1
    return back === -1 ? [...so, one] : so.slice(0, back + 1)
  }, [])
