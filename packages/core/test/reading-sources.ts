/** What a source file imports and what it does that a pure core does not, read from its syntax, not from its letters. */
import * as ts from 'typescript'

export const parsed = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)

const all = (source: ts.SourceFile): ReadonlyArray<ts.Node> => {
  const nodes: Array<ts.Node> = []
  const visit = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return nodes
}

/** Every module that is named, of values and of types. */
export const importedBy = (source: ts.SourceFile): ReadonlyArray<string> =>
  all(source).flatMap(node => {
    const named = moduleNamed(node)
    return named !== undefined && ts.isStringLiteralLike(named) ? [named.text] : []
  })

const moduleNamed = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  return ts.isCallExpression(node) && isLoading(node.expression) ? node.arguments[0] : undefined
}

const isLoading = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require')

/** Of the machine, or of the place where it stands: as free names. */
const globals = new Set([
  'performance',
  'crypto',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'Promise',
  'fetch',
  'require'
])

/** Members that answer otherwise on another machine or at another time. */
const members =
  /^(localeCompare|toLocale\w*|get(Full)?(Year|Month|Date|Day|Hours|Minutes|TimezoneOffset)|Intl)$/

/** What breaks purity or totality, in the order of the file. */
export const impureIn = (source: ts.SourceFile): ReadonlyArray<string> =>
  all(source).flatMap(node => impurity(node) ?? [])

const impurity = (node: ts.Node): string | undefined => {
  if (ts.isThrowStatement(node)) return 'throw'
  if (ts.isAwaitExpression(node)) return 'await'
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'async'
  if (ts.isNewExpression(node))
    return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
      ? 'new Date()'
      : undefined
  if (ts.isPropertyAccessExpression(node)) return memberOf(node)
  return ts.isIdentifier(node) && isFree(node) && globals.has(node.text) ? node.text : undefined
}

const memberOf = ({ name, expression }: ts.PropertyAccessExpression): string | undefined => {
  const whole = `${expression.getText()}.${name.text}`
  if (whole === 'Math.random' || whole === 'Date.now') return whole
  return members.test(name.text) ? name.text : undefined
}

/** Not the name of a member, a field or a type. */
const isFree = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  return ts.isCallExpression(parent) || ts.isNewExpression(parent)
}
