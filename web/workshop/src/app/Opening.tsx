import { Skeleton } from '../design/index.ts'

/** While the first page is fetched. */
export const Opening = () => (
  <main className="page">
    <h1 className="sr-only">Carnet s’ouvre</h1>
    <Skeleton lines={6} />
  </main>
)
