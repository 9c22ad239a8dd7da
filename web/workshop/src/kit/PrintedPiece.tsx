import { Fragment } from 'react'
import type { KitPiece } from '../../../../src/contract/kit.ts'
import { type Block, blocksOf, linksIn } from '../../../../src/contract/kit-blocks.ts'

/** The text as a page: seen under the box, and alone on paper. */
export const PrintedPiece = ({ body }: { readonly body: string }) => (
  <div className="kit-page prose">
    <Written body={body} />
  </div>
)

/** A text of the town: its titles, lists and addresses. */
export const Written = ({ body }: { readonly body: string }) => <Blocks blocks={blocksOf(body)} />

/** The same, of a text that is read already. */
export const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  grouped(blocks).map((block, at) => (
    <Fragment key={at}>{Array.isArray(block) ? <Items items={block} /> : <One block={block} />}</Fragment>
  ))

type Item = Extract<Block, { type: 'item' }>
/** Items that follow one another are one list. */
function grouped(blocks: readonly Block[]): (Exclude<Block, Item> | Item[])[] {
  const groups: (Exclude<Block, Item> | Item[])[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.type !== 'item') groups.push(block)
    else if (Array.isArray(last)) last.push(block)
    else groups.push([block])
  }
  return groups
}

const Items = ({ items }: { readonly items: readonly Item[] }) => (
  <ul>
    {items.map(({ text }, at) => (
      <li key={at}>
        <Line text={text} />
      </li>
    ))}
  </ul>
)

/** Below the page's own title. */
function One({ block }: { readonly block: Exclude<Block, Item> }) {
  if (block.type === 'title') {
    const Title = (['h2', 'h3', 'h4'] as const)[block.level - 1]!
    return <Title>{block.text}</Title>
  }
  return (
    <p>
      {block.lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          <Line text={line} />
        </Fragment>
      ))}
    </p>
  )
}

const Line = ({ text }: { readonly text: string }) =>
  linksIn(text).map(({ text: part, href }, at) => (
    <Fragment key={at}>{href === undefined ? part : <a href={href}>{part}</a>}</Fragment>
  ))

/** The poster fills its sheet of paper. Its words are those of the box above, for who does not see it. */
export const PosterSheet = ({ piece }: { readonly piece: KitPiece }) => (
  <figure className="kit-poster">
    <img
      src={`/api/atelier/kit/affiche.svg?version=${piece.version}-${piece.body.length}`}
      alt="L’affiche, avec le texte ci-dessus et un QR code qui mène au portail"
    />
  </figure>
)
