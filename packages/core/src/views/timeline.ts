/** The timeline: every event in the order in which it was recorded, with when it happened, who did it and who typed it. */
import { present } from './entry'
import { aboutByEvent } from './timeline-about'
import { defineView } from './view'

export const timelineView = defineView({
  name: 'timeline',
  purpose: 'every event in the order of recording',
  needs: 'timeline',
  about: { kind: 'none' },
  dated: false,
  show: ({ timeline, states }) => {
    const about = aboutByEvent(states)
    return { events: timeline.map(row => ({ ...row, ...present('about', about.get(row.id)) })) }
  }
})
