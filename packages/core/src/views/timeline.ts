/** The timeline: every event in the order in which it was recorded, with when it happened, who did it and who typed it. */
import { defineView } from './view'

export const timelineView = defineView({
  name: 'timeline',
  purpose: 'every event in the order of recording',
  needs: 'timeline',
  about: { kind: 'none' },
  dated: false,
  show: ({ timeline }) => ({ events: timeline })
})
