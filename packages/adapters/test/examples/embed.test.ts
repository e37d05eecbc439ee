import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from './embed'

const page = readFileSync(join(__dirname, '../../../../docs/how-to/embed.md'), 'utf8')
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''

describe('docs/how-to/embed.md', () => {
  it('shows the program that is compiled with these tests', () => {
    expect(block('ts')).toBe(readFileSync(join(__dirname, 'embed.ts'), 'utf8'))
  })

  it('shows what the program prints', async () => {
    const lines: string[] = []
    await main(line => lines.push(line))
    expect(lines.join('\n')).toBe(block('text').trimEnd())
  })
})
