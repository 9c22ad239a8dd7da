import type { Model } from '../../core/models/model.ts'
import type { World } from '../../store/world.ts'
import { collectionSheet } from '../../writers/collection-sheet/collection-sheet.ts'
import { workbookToXlsx } from '../../writers/xlsx/workbook-to-xlsx.ts'
import type { Attachment } from '../letters/letter.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The collection sheet of a theme, kept: what was shown is what leaves. */
export async function sheetOf(world: World, model: Model, departments: readonly string[] = []): Promise<Attachment> {
  const bytes = await workbookToXlsx(collectionSheet(model, departments))
  return { name: sheetName(model), type: XLSX, sha256: await world.blobs.put(bytes), size: bytes.byteLength }
}

export const sheetName = ({ title }: Model): string =>
  `${title.replace(/[/\\:*?"<>|]+/g, ' ').trim()} - feuille à remplir.xlsx`
