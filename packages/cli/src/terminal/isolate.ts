/**
 * Mixed runs on a terminal: a name in Arabic beside a reference in Latin reads right when each stands in an isolate
 * of its own (FSI … PDI). Nothing is reordered here, and nothing is added to what goes into a file or a pipe.
 */
const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/** People's words as an isolate, on a terminal; as they are, elsewhere. */
export const isolate =
  (terminal: boolean) =>
  (words: string): string =>
    terminal ? `${firstStrongIsolate}${words}${popIsolate}` : words
