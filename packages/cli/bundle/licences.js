/** What the libraries within the bundle ask for: that their licences go with it. */
'use strict'
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** The licences of the libraries that files are of, by name. */
const licencesOf = (root, files) =>
  [...new Set(files.flatMap(libraryOf))]
    .sort()
    .map(folder => licenceOf(join(root, folder)))
    .join('\n')

const libraryOf = file => file.match(/^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []

const licenceOf = folder => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim()
  return `=== ${name} ${version} ===\n\n${text}\n`
}

module.exports = { licencesOf }
