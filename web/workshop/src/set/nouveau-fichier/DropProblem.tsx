import { Notice } from '../../design/index.ts'

export const DropProblem = ({ problem }: { readonly problem: string | undefined }) =>
  problem === undefined ? null : (
    <Notice kind="error" title="Ce fichier ne peut pas servir" live>
      <p>{problem}</p>
    </Notice>
  )
