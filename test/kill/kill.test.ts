import { expect, test } from 'vitest'
import { aTown } from '../../src/journal/for-tests.ts'
import { describeStores } from '../../src/store/stores-for-tests.ts'
import { killAndRead } from './kill.ts'

/** `npm run kill` does it a thousand times. */
describeStores('killed without notice while four people write', (open, engine) => {
  const kills = engine === 'sqlite' ? 50 : 10
  test(`${kills} times: what was acknowledged is there, and nothing is half there`, async () => {
    const { world, folder, databaseUrl } = await open()
    await aTown(world)
    const { acknowledged, faults } = await killAndRead({ folder, databaseUrl }, kills)
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThan(kills)
  }, 600_000)
})
