/** The pages of the catalogue, made from the codecs, the tables of the path and the doc comments. */
import { join } from 'node:path'
import { amendmentCommands } from '../src/amendment/commands'
import { amendmentEvents } from '../src/amendment/events'
import { endorsementCommands } from '../src/endorsement/commands'
import { endorsementEvents } from '../src/endorsement/events'
import { inputCodec } from '../src/intake/inputs'
import { type EventTable } from '../src/kernel/event'
import { type CommandTable } from '../src/kernel/command'
import { meetingCommands } from '../src/meeting/commands'
import { meetingEvents } from '../src/meeting/events'
import { type CommandName, commandTable, isCommandName } from '../src/path/command-table'
import { pathCommands } from '../src/path/commands'
import { eventTable } from '../src/path/event-table'
import { platformCommands } from '../src/platform/commands'
import { platformEvents } from '../src/platform/events'
import { processCommands } from '../src/process/commands'
import { processEvents, retractionEvents } from '../src/process/events'
import { submissionCommands } from '../src/submission/commands'
import { submissionEvents } from '../src/submission/events'
import { type Schema, schemaOf } from '../src/path/schema'
import { entriesIn, type Entry, shapeComments } from './comments'
import { bare, type Field, fieldsOf, holds, spelledOut } from './notation'
import { motionsPage } from './motions'
import { shapes } from './shapes-with-names'
import { inWhichStage, whatItReads, whoGives } from './who-and-when'

export interface Page {
  readonly path: string
  readonly text: string
}

const folder = join(__dirname, '..', '..', '..', 'docs', 'reference')

export const pages = (): ReadonlyArray<Page> => [
  { path: join(folder, 'events.md'), text: eventsPage() },
  { path: join(folder, 'commands.md'), text: commandsPage() },
  { path: join(folder, 'shapes.md'), text: shapesPage() },
  { path: join(folder, 'motions.md'), text: motionsPage(madeBy) }
]

const madeBy = '<!-- Made from the codecs by `npm run docs`; a change here is overwritten. -->'

interface Chapter<T> {
  readonly title: string
  readonly stream: string
  readonly file: string
  readonly table: T
}

const eventChapters: ReadonlyArray<Chapter<EventTable>> = [
  { title: 'The process', stream: 'process-<slug>', file: 'process/events.ts', table: processEvents },
  { title: 'Meetings', stream: 'meeting-<slug>.M1', file: 'meeting/events.ts', table: meetingEvents },
  {
    title: 'Submissions',
    stream: 'submission-<slug>.P1',
    file: 'submission/events.ts',
    table: submissionEvents
  },
  {
    title: 'Amendments',
    stream: 'submission-<slug>.P1',
    file: 'amendment/events.ts',
    table: amendmentEvents
  },
  {
    title: 'Stands',
    stream: 'submission-<slug>.P1',
    file: 'endorsement/events.ts',
    table: endorsementEvents
  },
  { title: 'Platforms', stream: 'platform-<slug>.V1', file: 'platform/events.ts', table: platformEvents },
  {
    title: 'In any stream',
    stream: '',
    file: 'process/events.ts',
    table: retractionEvents
  }
]

const commandChapters: ReadonlyArray<Chapter<CommandTable>> = [
  { title: 'The process', stream: '', file: 'process/commands.ts', table: processCommands },
  { title: 'Meetings', stream: '', file: 'meeting/commands.ts', table: meetingCommands },
  { title: 'Decisions', stream: '', file: 'path/commands.ts', table: pathCommands },
  { title: 'Submissions', stream: '', file: 'submission/commands.ts', table: submissionCommands },
  { title: 'Amendments', stream: '', file: 'amendment/commands.ts', table: amendmentCommands },
  { title: 'Stands', stream: '', file: 'endorsement/commands.ts', table: endorsementCommands },
  { title: 'Platforms', stream: '', file: 'platform/commands.ts', table: platformCommands }
]

const noEntry: Entry = { said: '', fields: {} }

const eventsPage = (): string =>
  page([
    '# Events',
    madeBy,
    `What is recorded: ${Object.keys(eventTable).length} types, each in version 1. Here stands what \`data\` holds; what stands around it is the same for all and is written down in [the envelope](../spec/envelope.md). Shapes with a name are on [a page of their own](shapes.md); which events follow from which decision is said in [motions](motions.md). \`ardiya schema events TYPE\` prints the JSON Schema of an event, and an example of each stands in \`docs/spec/fixtures/events/\`.`,
    'All of this is stored for ever: a type is never renamed, and a changed shape gets a new version beside the old one.',
    ...eventChapters.flatMap(({ title, stream, file, table }) => {
      const entries = entriesIn(file)
      return [
        `## ${title}`,
        stream === '' ? 'In the stream of the entry.' : `In \`${stream}\`.`,
        ...Object.entries(table).flatMap(([type, codec]) => {
          const { said, fields } = entries[type] ?? noEntry
          return [
            `### ${type}`,
            said,
            fieldTable(fieldsOf(bare(codec, 'open')), fields, 'The data is empty.')
          ]
        })
      ]
    })
  ])

const commandsPage = (): string =>
  page([
    '# Commands',
    madeBy,
    `What can be asked: ${Object.keys(commandTable).length} commands. The tables say what people give as \`payload\`; around it stand \`name\`, \`actor\` and where needed \`id\`, \`at\`, \`recordedBy\` and \`evidence\` (\`ardiya schema commands NAME\` prints all of it as JSON Schema). What is left out here but stands in the command as it is recorded, intake finds or makes: it is listed under each table, and \`ardiya schema commands NAME --recorded\` prints it.`,
    'Who an act is done for needs a mandate valid on its date; who types it for somebody else needs evidence (rule 3). What a decision *reads* is the expectation of its append: if any of it moved meanwhile, the command is decided again (rule 16). Where a number is taken, the number before it must exist and the number itself must not; so it is with the next platform, so that no freeze slips in between.',
    ...commandChapters.flatMap(({ title, file, table }) => {
      const entries = entriesIn(file)
      return [
        `## ${title}`,
        ...Object.keys(table)
          .filter(isCommandName)
          .flatMap(name => command(name, entries[name] ?? noEntry))
      ]
    })
  ])

const command = (name: CommandName, { said, fields }: Entry): ReadonlyArray<string> => {
  const given = fieldsOf(bare(inputCodec(name), 'closed'))
  const recorded = fieldsOf(bare(commandTable[name], 'open'))
  const made = recorded.filter(({ name: field }) => !given.some(each => each.name === field))
  const filled = recorded.filter(
    ({ name: field, optional }) => !optional && given.some(each => each.name === field && each.optional)
  )
  return [
    `### ${name}`,
    said,
    `- **Given by** ${whoGives(name)}\n- **Stage** ${inWhichStage(name)}\n- **Reads** ${whatItReads(name)}`,
    fieldTable(given, fields, 'The payload is empty.'),
    filled.length === 0 ? '' : `Left out, intake fills in ${listed(filled)}.`,
    made.length === 0 ? '' : `As recorded also: ${made.map(recordedField(fields)).join('; ')}.`
  ]
}

const listed = (fields: ReadonlyArray<Field>): string => fields.map(({ name }) => `\`${name}\``).join(', ')

const recordedField =
  (notes: Readonly<Record<string, string>>) =>
  ({ name, optional, holds: held }: Field): string =>
    `\`${name}\`${optional ? ' (optional)' : ''}: ${held}${notes[name] === undefined ? '' : ` – ${notes[name].replace(/\.$/, '')}`}`

const fieldTable = (
  fields: ReadonlyArray<Field>,
  notes: Readonly<Record<string, string>>,
  empty: string
): string =>
  fields.length === 0
    ? empty
    : [
        '| field | holds |',
        '|---|---|',
        ...fields.map(
          ({ name, optional, holds: held }) =>
            `| \`${name}\`${optional ? ' *(optional)*' : ''} | ${cell(held)}${notes[name] === undefined ? '' : `. ${cell(notes[name])}`} |`
        )
      ].join('\n')

const cell = (text: string): string => text.replaceAll('|', '\\|')

const shapesPage = (): string => {
  const said = shapeComments()
  return page([
    '# Shapes and values',
    madeBy,
    'What stands in several events and commands. Absent is left out; `null` is never written; what a later version adds is kept.',
    '## Shapes',
    ...Object.entries(shapes).flatMap(([name, codec]) => [
      `### ${name}`,
      said[name] ?? '',
      shapeOf(bare(codec, 'open'))
    ]),
    '## Values',
    'Strings and numbers with a meaning of their own.',
    ...Object.entries(allDefinitions()).flatMap(([name, schema]) => [
      `### ${name}`,
      (name === 'Level' ? undefined : (said[name] ?? said[name.charAt(0).toLowerCase() + name.slice(1)])) ??
        '',
      valueOf(schema)
    ])
  ])
}

const shapeOf = (schema: Schema): string => {
  if ('properties' in schema) return fieldTable(fieldsOf(schema), {}, 'Empty.')
  return Array.isArray(schema['anyOf'])
    ? `One of:\n\n${(schema['anyOf'] as ReadonlyArray<Schema>).map(each => `- ${holds(each)}`).join('\n')}`
    : `One of ${spelledOut(schema)}`
}

/** Every definition that a schema of the catalogue refers to, by name. */
const allDefinitions = (): Readonly<Record<string, Schema>> => {
  const codecs = [...Object.values(eventTable), ...Object.values(commandTable), ...Object.values(shapes)]
  const found = Object.assign({}, ...codecs.map(codec => schemaOf(codec, 'open')['$defs'] ?? {})) as Record<
    string,
    Schema
  >
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const valueOf = (schema: Schema): string => {
  const limits = ['minimum', 'maximum', 'minLength', 'minProperties', 'description']
    .filter(keyword => keyword in schema)
    .map(keyword => `${keyword === 'description' ? '' : `${keyword} `}${String(schema[keyword])}`)
  const pattern = typeof schema['pattern'] === 'string' ? [`\`${schema['pattern']}\``] : []
  const kind =
    'properties' in schema || 'propertyNames' in schema ? spelledOut(schema) : String(schema['type'] ?? '')
  return `${[kind, ...pattern, ...limits].join(', ')}.`
}

const page = (parts: ReadonlyArray<string>): string => `${parts.filter(part => part !== '').join('\n\n')}\n`
