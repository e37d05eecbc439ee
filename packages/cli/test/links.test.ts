/** Every relative link of the documentation leads to a file that is there, and to a heading that is in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { markdownIn, root } from './documents'

const pages = [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...markdownIn('docs'),
  ...['core', 'adapters', 'cli'].map(name => `packages/${name}/README.md`)
]

const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** What is read as Markdown: not what stands in fences and code spans. */
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** The anchor of a heading, as the forges make it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')

const anchorsIn = (page: string): ReadonlySet<string> => {
  const headings = read(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#+ (.*)$/gm)
  return new Set([...headings].map(([, heading = '']) => anchorOf(heading.replaceAll('`', ''))))
}

/** The relative links of a page, as it writes them. */
const linksIn = (page: string): ReadonlyArray<string> =>
  [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter(link => !/^[a-z]+:/.test(link))

const leadsNowhere = (page: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : relative(root, resolve(root, dirname(page), path))
  if (target.startsWith('..') || !existsSync(join(root, target))) return true
  return anchor !== undefined && !(target.endsWith('.md') && anchorsIn(target).has(anchor))
}

describe('the links of the documentation', () => {
  it('are many, so that this test reads something', () => {
    expect(pages.flatMap(linksIn).length).toBeGreaterThan(500)
  })

  it.each(pages)('lead somewhere: %s', page => {
    expect(linksIn(page).filter(link => leadsNowhere(page, link))).toEqual([])
  })

  it('name modules of the packages that are there', () => {
    const named = pages.flatMap(page =>
      [...read(page).matchAll(/['`]@ardiya\/(core|adapters)\/([a-z/-]+)['`]/g)].map(
        ([, name = '', path = '']) => `packages/${name}/src/${path}.ts`
      )
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  it('lead from the index of docs/ to every page that is not one of many', () => {
    const fromIndexes = ['docs/README.md', 'docs/spec/README.md'].flatMap(index =>
      linksIn(index).map(link => relative(root, resolve(root, dirname(index), link)))
    )
    const unreached = markdownIn('docs').filter(
      page => !page.startsWith('docs/adr/') && page !== 'docs/README.md' && !fromIndexes.includes(page)
    )
    expect(unreached).toEqual([])
  })
})
