/** The references in a receipt: what an act made or is about, and all that its append speaks of. */

interface References {
  readonly ref?: string
  readonly refs: ReadonlyArray<string>
}

/**
 * `ref` is what the act made, else the one thing that it is about; never what only followed from it, as an amendment
 * that became moot. `refs` are the references of all its events.
 */
export const referencesOf = (
  payload: object,
  events: ReadonlyArray<{ readonly type: string; readonly data: unknown }>
): References => {
  const refs = [...new Set(events.flatMap(({ data }) => wordsAt(data, 'ref')))]
  const [ref] = [
    ...wordsAt(payload, 'ref'),
    ...partsOf(payload),
    ...about.flatMap(field => wordsAt(payload, field)),
    ...events.filter(({ type }) => madeUnasked.includes(type)).flatMap(({ data }) => wordsAt(data, 'ref'))
  ]
  return { ...(ref === undefined ? {} : { ref }), refs }
}

/** The fields that name what an act is about, the nearest first. */
const about = ['amendment', 'collision', 'merge', 'submission', 'decision']

/** Made under a reference that the payload does not name: the convenor, and the minutes of a meeting. */
const madeUnasked = ['AssociationRegistered', 'MinutesDrafted']

/** A split makes its parts. */
const partsOf = (payload: object): ReadonlyArray<string> =>
  'parts' in payload && Array.isArray(payload.parts)
    ? payload.parts.flatMap((part: unknown) => wordsAt(part, 'ref'))
    : []

const wordsAt = (data: unknown, field: string): ReadonlyArray<string> => {
  if (typeof data !== 'object' || data === null) return []
  const found: unknown = Object.entries(data).find(([key]) => key === field)?.[1]
  return typeof found === 'string' ? [found] : []
}
