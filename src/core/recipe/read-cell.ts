import type { Native } from '../table/table.ts'
import type { ValueKind } from '../values/kind.ts'
import { type ReadValueOptions, readValue } from '../values/read-value.ts'
import type { Reading } from '../values/reading.ts'
import type { StepWorld } from './outcome.ts'

/** One cell as a step reads it: what the step says, what Excel held, and what is known of the town. */
export function readCell(
  kind: ValueKind,
  text: string,
  native: Native | undefined,
  options: Readonly<Record<string, unknown>> | undefined,
  { addresses, communes, town }: StepWorld,
): Reading {
  const known: ReadValueOptions = {
    ...(options as ReadValueOptions | undefined),
    ...(native && { native }),
    ...(communes && { communes }),
    ...(addresses && { addresses }),
    ...(town?.department && { department: town.department }),
    ...(town?.box && { box: town.box }),
  }
  return readValue(kind, text, known)
}
