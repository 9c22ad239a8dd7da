import type { Native } from '../table/table.ts'
import { certain, type Reading } from '../values/reading.ts'
import type { StepWorld } from './outcome.ts'
import type { ValueKind } from './step.ts'

// Stand-in until `core/values` is there.
export function readCell(
  _kind: ValueKind,
  text: string,
  _native: Native | undefined,
  _options: Readonly<Record<string, unknown>> | undefined,
  _world: StepWorld,
): Reading {
  return certain(text.trim())
}
