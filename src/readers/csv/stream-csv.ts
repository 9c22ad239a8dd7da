import iconv from 'iconv-lite'
import { type ReadOptions, UnreadableFile } from '../../core/table/read-result.ts'
import { decodeText, detectEncoding, encodingName, refuseBinary } from '../text/decode.ts'
import { isLegacy } from '../text/legacy.ts'
import { ByteRecords } from './byte-records.ts'
import { CellDecoder } from './cell-decoder.ts'
import { type Dialect, detectDialect, SAMPLE_LENGTH } from './dialect.ts'
import { checkSize, mendedRemark, separatorLine, separatorRemark } from './read-csv.ts'
import { RecordScanner, UNFINISHED } from './scan.ts'

/** Rows in order; `firstLine` is the number of the first one as a spreadsheet shows it, blank records counted. */
export interface CsvBatch {
  readonly cells: string[][]
  readonly firstLine: number
}

export interface CsvStream extends AsyncIterable<CsvBatch> {
  /** As known so far: certain once every batch was read. */
  readonly encoding: string
  readonly delimiter: string
  /** French sentences; complete once every batch was read. */
  readonly warnings: readonly string[]
}

/**
 * Reads delimited bytes as they come, in constant memory: the rule is that of `readCsv`, and so are the rows. Encoding and dialect are
 * found on the first 256 kB; cells that disagree later are read truly and told. Iterate once. Throws `UnreadableFile`, now or while
 * iterating.
 */
export async function openCsvStream(chunks: AsyncIterable<Uint8Array>, options: ReadOptions = {}): Promise<CsvStream> {
  const source = chunks[Symbol.asyncIterator]()
  const head = await readHead(source)
  if (!head.whole && head.bytes.length === 0) throw new UnreadableFile('Ce fichier est vide.')
  refuseBinary(head.bytes)
  const sample = cutAtLine(head)
  const encoding = options.encoding === undefined ? detectEncoding(sample).encoding : encodingName(options.encoding)
  const { text } = decodeText(sample, encoding)
  const separator = separatorLine(text)
  const delimiter = options.delimiter ?? separator?.delimiter
  const dialect = detectDialect(text.slice(separator?.length ?? 0), delimiter === undefined ? {} : { delimiter })
  return new Reading(dialect, encoding, inAsciiKin(encoding, withHead(head.bytes, source)), separator?.length ?? 0)
}

interface Head {
  readonly bytes: Uint8Array
  readonly whole: boolean
}

async function readHead(source: AsyncIterator<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = []
  for (let size = 0; size < SAMPLE_LENGTH; ) {
    const { done, value } = await source.next()
    if (done) return { bytes: Buffer.concat(parts), whole: true }
    parts.push(value)
    size += value.length
  }
  return { bytes: Buffer.concat(parts), whole: false }
}

/** A letter cut in two at the end of the sample would look like another encoding. Wide encodings are cut at four bytes. */
function cutAtLine({ bytes, whole }: Head): Uint8Array {
  if (whole) return bytes
  const end = bytes.lastIndexOf(10)
  const wide = /^utf-(16|32)/.test(detectEncoding(bytes.subarray(0, 4096)).encoding)
  return wide || end <= 0 ? bytes.subarray(0, bytes.length - (bytes.length % 4)) : bytes.subarray(0, end + 1)
}

async function* withHead(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  for (;;) {
    const { done, value } = await source.next()
    if (done) return
    yield value
  }
}

/** Encodings where a delimiter is not one byte are rewritten in UTF-8 first; the others are read as they are. */
function inAsciiKin(encoding: string, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  return encoding === 'utf-8' || isLegacy(encoding) ? chunks : rewritten(encoding, chunks)
}

async function* rewritten(encoding: string, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  for await (const chunk of chunks) yield Buffer.from(decoder.write(asBuffer(chunk)), 'utf8')
  yield Buffer.from(decoder.end() ?? '', 'utf8')
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

class Reading implements CsvStream {
  readonly delimiter: string
  private readonly decoder: CellDecoder
  private readonly scanner: RecordScanner
  private readonly quick: ByteRecords | undefined
  private readonly mended: number[] = []
  private line = 1
  private nuls = false

  constructor(
    dialect: Dialect,
    private readonly given: string,
    private readonly chunks: AsyncGenerator<Uint8Array>,
    private skip: number,
  ) {
    this.delimiter = dialect.delimiter
    this.decoder = new CellDecoder(isLegacy(given) ? given : 'utf-8')
    this.scanner = new RecordScanner({ ...dialect, delimiter: binary(dialect.delimiter) })
    const simple = !dialect.skipInitialSpace && dialect.escape === 'double' && dialect.delimiter.charCodeAt(0) < 0x80
    if (simple)
      this.quick = new ByteRecords(dialect.delimiter.charCodeAt(0), dialect.quote.charCodeAt(0), this.decoder.decode)
  }

  get encoding(): string {
    return this.given === 'utf-8' ? this.decoder.encoding : this.given
  }

  get warnings(): string[] {
    const { strays, strayEncoding } = this.decoder
    const mixed = strays > 0 && this.encoding === 'utf-8'
    return [
      ...(this.skip > 0 ? [separatorRemark] : []),
      ...(mixed
        ? [
            `${strays} cellules ne sont pas en UTF-8 comme le reste du fichier : je les ai lues comme « ${strayEncoding} ». Vérifiez leurs lettres accentuées.`,
          ]
        : []),
      ...(this.nuls ? ['Ce fichier contient des caractères nuls, invisibles à l’écran : je les ai gardés.'] : []),
      ...mendedRemark(this.mended),
    ]
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CsvBatch> {
    let pending: Buffer[] = []
    let held = 0
    // A record longer than what is held is tried again only when twice as much is there: the cost stays linear.
    let wanted = 0
    let first = true
    for await (const chunk of this.chunks) {
      pending.push(asBuffer(chunk))
      held += chunk.length
      if (held < wanted) continue
      const bytes = pending.length === 1 ? pending[0]! : Buffer.concat(pending)
      const start = first ? this.beginning(bytes) : 0
      first = false
      const { rows, end } = this.rows(bytes, start, false)
      if (rows.length > 0) yield this.batch(rows)
      pending = [bytes.subarray(end)]
      held = bytes.length - end
      wanted = rows.length === 0 ? held * 2 : 0
    }
    const rest = Buffer.concat(pending)
    const { rows } = this.rows(rest, 0, true)
    if (rows.length > 0) yield this.batch(rows)
    if (this.line === 1)
      throw new UnreadableFile('Ce fichier ne contient aucune ligne : j’attendais au moins une ligne de titres.')
  }

  private batch(cells: string[][]): CsvBatch {
    const firstLine = this.line
    for (const [n, row] of cells.entries()) checkSize(row, firstLine + n)
    this.line += cells.length
    return { cells, firstLine }
  }

  /** After the byte order marks and the `sep=` line. */
  private beginning(bytes: Buffer): number {
    let at = 0
    while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3
    return at + this.skip
  }

  private rows(bytes: Buffer, start: number, final: boolean): { rows: string[][]; end: number } {
    const rows: string[][] = []
    this.nuls ||= bytes.includes(0)
    const sure = this.quick === undefined ? 0 : wholeLines(bytes)
    let opened = false
    let at = start
    while (at < bytes.length) {
      if (this.quick !== undefined && at < sure) at = this.quick.read(bytes, at, sure, rows)
      if (at >= bytes.length) break
      // No line ends in what is left: its record goes on in the next bytes.
      if (this.quick !== undefined && at >= sure && !final) break
      if (!opened) this.scanner.open(bytes.toString('latin1'), final)
      opened = true
      const next = this.scanned(at, rows)
      if (next === UNFINISHED) break
      at = next
    }
    return { rows, end: at }
  }

  /** One record that the quick way leaves. */
  private scanned(at: number, rows: string[][]): number {
    const before = this.scanner.mended
    const next = this.scanner.next(at)
    if (next === UNFINISHED) return UNFINISHED
    rows.push(this.scanner.cells.map(cell => this.decoder.decodeBinary(cell)))
    if (this.scanner.mended > before) this.mended.push(this.line + rows.length - 1)
    return next
  }
}

const binary = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

/** Where the last line that surely ends here ends: after an LF, or after a CR with something behind it. */
function wholeLines(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(10)
  const cr = bytes.lastIndexOf(13)
  return Math.max(lf, cr === bytes.length - 1 ? -1 : cr) + 1
}
