import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

const FOLDER =
  process.env.CARNET_PROFILES ??
  new URL('../../../../shared/data/interop/frictionless-profiles-2.0', import.meta.url).pathname

/** The JSON profiles of Frictionless v2, where this machine has them. */
export const hasProfiles = existsSync(FOLDER)

const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } })
addFormats.default(ajv)
const checks = new Map<string, ValidateFunction>()

/** What a profile finds wrong in a descriptor. */
export function faults(profile: 'datapackage' | 'tableschema', descriptor: unknown): readonly unknown[] {
  const check = checks.get(profile) ?? ajv.compile(JSON.parse(readFileSync(join(FOLDER, `${profile}.json`), 'utf8')))
  checks.set(profile, check)
  return check(descriptor) ? [] : (check.errors ?? [])
}
