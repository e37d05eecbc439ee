/** The page of motions: what each brings when it is adopted, from the table that decides it. */
import { type MotionRow, motions } from '../src/path/motions'

const introduction = `# What a decision brings with it

A meeting's decision is one append: \`DecisionTaken\` in the meeting's stream, then what the motion does to its subject,
each event in the subject's own stream (rule 19). The outcome is of the motion: only one that is **adopted** (of an
amendment also \`adoptedAsModified\`) has effects. With the outcomes \`rejected\`, \`deferred\`, \`referred\` and
\`noDecision\` the append holds \`DecisionTaken\` alone, and the subject is as it was; to put a submission off by vote, the
motion \`defer\` is adopted. Which outcome a count gives is said in [decisions](decisions.md).

**Always** are the events of every adopted motion of its row, unless it is so already (an association that is suspended,
a charter that a meeting stands behind): then \`DecisionTaken\` stands alone. **May follow** are those that come where
there is something for them: amendments that must follow a text, stands that no longer hold, a threshold that is reached.
**Needs** is what the payload of \`Decide\` must say for the motion. The tests hold every decision of their scripts against
this table, and the table against the decisions.

| Subject | Motion | Needs | Always | May follow |
| --- | --- | --- | --- | --- |
`

const code = (names: ReadonlyArray<string>): string =>
  names.length === 0 ? '—' : names.map(name => `\`${name}\``).join(', ')

const line = (subject: string, motion: string, { needs, events, mayFollow }: MotionRow): string =>
  `| ${[subject, motion, code(needs), code(events), code(mayFollow)].join(' | ')} |`

/** `docs/reference/motions.md`. */
export const motionsPage = (madeBy: string): string => {
  const lines = Object.entries(motions).flatMap(([subject, rows]) =>
    Object.entries(rows).map(([motion, row]) => line(subject, motion, row))
  )
  return `${madeBy}\n\n${introduction}${lines.join('\n')}\n`
}
