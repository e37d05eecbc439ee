/** The doc comments of the sources: what an export, an event, a command or a field means, in the words of the code. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as ts from 'typescript'

const source = join(__dirname, '..', 'src')

/** A table of events or commands as it is written: each entry's comment, and the comments of fields inside it. */
export interface Entry {
  readonly said: string
  readonly fields: Readonly<Record<string, string>>
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.ES2022, true)

const commentOn = (node: ts.Node): string => {
  const text = node.getSourceFile().text
  const from = node.getFullStart()
  const before = [
    ...(ts.getTrailingCommentRanges(text, from) ?? []),
    ...(ts.getLeadingCommentRanges(text, from) ?? [])
  ]
  const last = before.at(-1)
  const raw = last === undefined ? '' : text.slice(last.pos, last.end)
  return raw.startsWith('/**')
    ? raw
        .slice(3, -2)
        .split('\n')
        .map(line => line.replace(/^\s*\*?\s?/, '').trim())
        .join(' ')
        .trim()
    : ''
}

const declarations = (file: ts.SourceFile): ReadonlyArray<readonly [ts.Node, ts.VariableDeclaration]> =>
  file.statements.flatMap(statement =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(declared => [statement, declared] as const)
      : []
  )

/** The comment on every `const` of a file, by its name. */
const commentsIn = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    declarations(parse(file)).map(([statement, { name }]) => [name.getText(), commentOn(statement)])
  )

/** The entries of the tables (`export const xEvents = { … }`) of a file. */
export const entriesIn = (file: string): Readonly<Record<string, Entry>> =>
  Object.fromEntries(
    declarations(parse(file)).flatMap(([, { initializer }]) =>
      initializer !== undefined && ts.isObjectLiteralExpression(initializer)
        ? initializer.properties
            .filter(ts.isPropertyAssignment)
            .map(entry => [
              entry.name.getText(),
              { said: commentOn(entry), fields: fieldComments(entry.initializer) }
            ])
        : []
    )
  )

const fieldComments = (within: ts.Node): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && commentOn(node) !== '') found[node.name.getText()] = commentOn(node)
    ts.forEachChild(node, look)
  }
  look(within)
  return found
}

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(source, folder), { withFileTypes: true }).flatMap(each =>
    each.isDirectory()
      ? filesIn(join(folder, each.name))
      : each.name.endsWith('.ts') && !each.name.endsWith('.test.ts')
        ? [join(folder, each.name)]
        : []
  )

/** What a stored shape or value means, by its name: the comment of the file that the slices publish it in. */
export const shapeComments = (): Readonly<Record<string, string>> => {
  const published = filesIn('.').filter(file =>
    /(^|\/)(ids|events|decision|charter|primitives|envelope|stream-name|directory|text|operation|resolution|collision)\.ts$/.test(
      file
    )
  )
  return Object.assign({}, ...published.map(file => spoken(commentsIn(file))))
}

const spoken = (comments: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(comments).filter(([, said]) => said !== ''))
