import { LinkButton, Table } from '../../../design/index.ts'
import { cellAddress } from '../../shared/cell-address.ts'
import { numbered } from '../../shared/words.ts'
import { usePublication } from '../publication-context.ts'

/** Cells that Excel would run when the CSV is opened: shown as they are, for a person to say that they are texts. */
export function FormulaCells() {
  const { state } = usePublication()
  const { formulas, formulaCount } = state
  if (formulaCount === 0) return null
  const more = formulaCount - formulas.length
  return (
    <div className="stack stack-tight">
      <h4>Cases qui commencent comme une formule</h4>
      <p className="soft prose">
        Elles commencent par =, +, − ou @ : un tableur qui ouvre le CSV pourrait les calculer. Le fichier Excel, lui,
        les garde comme du texte. Vérifiez qu’elles sont bien ce que vous voulez ouvrir.
      </p>
      <Table
        caption="Cases qui commencent comme une formule"
        columns={[
          {
            id: 'row',
            title: 'Ligne',
            cell: ({ row, column }) => (
              <LinkButton to={cellAddress(row + 2, column)} kind="quiet" size="small">
                {numbered(row + 2)}
              </LinkButton>
            ),
          },
          { id: 'column', title: 'Colonne', cell: ({ column }) => column },
          { id: 'value', title: 'Contenu', cell: ({ value }) => <code>{value}</code> },
        ]}
        rows={formulas}
        rowKey={({ row, column }) => `${row} ${column}`}
      />
      {more > 0 && <p className="small soft">et {numbered(more)} autres</p>}
    </div>
  )
}
