import type { Fiche } from '../../core/fiche/fiche.ts'
import type { PublishedColumn, PublishedVersion } from '../published.ts'
import { type Reading, readingsOf } from '../query/kinds.ts'
import { LICENCE_LINKS } from './data-package.ts'

/** CSV on the Web (W3C, 2015): what the columns of the CSV of this name mean. `url` is relative to the metadata. */
export function csvwMetadata(url: string, version: PublishedVersion, fiche: Fiche): object {
  const readings = readingsOf(version)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'fr' }],
    url,
    'dc:title': fiche.title,
    ...(fiche.description !== '' && { 'dc:description': fiche.description }),
    'dc:publisher': fiche.producer,
    'dc:license': { '@id': LICENCE_LINKS[fiche.licence].path },
    'dc:modified': { '@value': version.createdAt.slice(0, 10), '@type': 'xsd:date' },
    ...(fiche.keywords.length > 0 && { 'dcat:keyword': fiche.keywords }),
    tableSchema: { columns: version.columns.map((column, at) => columnOf(column, at, readings[at]!)) },
  }
}

/** Columns are matched by their title; the name is what programs call them, of letters, digits and `_`. */
function columnOf({ name, title, description }: PublishedColumn, at: number, reading: Reading): object {
  return {
    name: `c${at + 1}_${name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\W+/g, '_')}`,
    titles: name,
    ...(title !== name && { 'rdfs:label': title }),
    ...(description !== '' && { 'dc:description': description }),
    datatype: datatypeOf(reading),
    ...(reading.missing.length > 1 && { null: reading.missing }),
  }
}

/** A boolean has one writing of each in CSVW: a column that may have several is text. */
function datatypeOf({ kind, decimalChar, groupChar, trueValues, falseValues }: Reading): unknown {
  if (kind === 'text') return 'string'
  if (kind === 'boolean')
    return trueValues.length === 1 && falseValues.length === 1
      ? { base: 'boolean', format: `${trueValues[0]}|${falseValues[0]}` }
      : 'string'
  if (kind === 'date' || kind === 'datetime') return kind
  const base = kind === 'integer' ? 'integer' : 'decimal'
  if (decimalChar === '.' && groupChar === '') return base
  return { base, format: { decimalChar, ...(groupChar !== '' && { groupChar }) } }
}
