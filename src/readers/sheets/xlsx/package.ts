import { UnreadableFile } from '../../../core/table/read-result.ts'
import type { Zip } from '../../zip/unzip.ts'
import { scanPart } from '../xml/part.ts'
import { END, OPEN } from '../xml/scanner.ts'

export interface Relation {
  /** Last word of its type: 'worksheet', 'sharedStrings', 'styles', 'officeDocument'… the same in strict and transitional files. */
  readonly type: string
  readonly part: string
}

/** Parts of an Office Open XML package, found by their relations (ECMA-376 Part 2), in any letter case. */
export class Package {
  private readonly byLowerCase: Map<string, string>

  constructor(private readonly zip: Zip) {
    this.byLowerCase = new Map(zip.names.map(name => [name.toLowerCase().replace(/^\//, ''), name]))
  }

  /** Undefined when there is no such part. */
  read(part: string): Uint8Array | undefined {
    const name = this.zip.has(part) ? part : this.byLowerCase.get(part.toLowerCase())
    return name === undefined ? undefined : this.zip.read(name)
  }

  need(part: string): Uint8Array {
    const bytes = this.read(part)
    if (bytes === undefined)
      throw new UnreadableFile(`Ce classeur est abîmé : il lui manque sa partie « ${part.slice(0, 100)} ».`)
    return bytes
  }

  find(pattern: RegExp): string | undefined {
    return this.all(pattern)[0]
  }

  /** In the order of their numbers: sheet2 before sheet10. */
  all(pattern: RegExp): string[] {
    const order = new Intl.Collator('fr', { numeric: true })
    return [...this.byLowerCase.keys()].filter(name => pattern.test(name)).sort(order.compare)
  }

  /** Relations of a part ('' for the package) by id. External targets are never followed. */
  relations(part: string): Map<string, Relation> {
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const bytes = this.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
    const found = new Map<string, Relation>()
    if (bytes === undefined) return found
    const xml = scanPart(bytes)
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN || xml.name !== 'Relationship' || xml.attribute('TargetMode') === 'External') continue
      const type = xml.attribute('Type')
      found.set(xml.attribute('Id'), {
        type: type.slice(type.lastIndexOf('/') + 1),
        part: resolve(folder, xml.attribute('Target')),
      })
    }
    return found
  }
}

/** A label inside the archive, never a path of the disk. */
function resolve(folder: string, target: string): string {
  const parts: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).replaceAll('\\', '/').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  }
  return parts.join('/')
}
