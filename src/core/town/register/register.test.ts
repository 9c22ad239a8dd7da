import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareGraphs } from './compare.ts'
import { type Graph, type GraphEdge, type GraphNode, NODE_KINDS, refuseEdge } from './graph.ts'
import { layoutMap } from './layout.ts'
import { itemsOf, ROOT, treeOf, UNHELD } from './tree.ts'
import { widthOf, wrap } from './wrap.ts'

const node = (kind: GraphNode['kind'], name: string): GraphNode => ({ id: name, kind, name })
let at = 0
const edge = (from: string, to: string, kind: GraphEdge['kind'] = 'in', role = ''): GraphEdge => ({
  ...{ id: `${from}-${to}-${kind}`, from, to, kind, role, at: at++ },
})
const TOWN: Graph = {
  nodes: [
    ...[node('service', 'Urbanisme'), node('service', 'Culture'), node('person', 'Claire'), node('elected', 'Maire')],
    ...[node('set', 'Parkings'), node('set', 'Vélos'), node('body', 'Agglo')],
  ],
  edges: [
    edge('Urbanisme', 'Claire', 'in', 'Responsable'),
    edge('Culture', 'Claire', 'in', 'Référente'),
    edge('Claire', 'Parkings', 'holds'),
    edge('Culture', 'Parkings', 'backup'),
  ],
}
const outline = (graph: Graph) =>
  [...itemsOf(treeOf(graph))].map(({ key, node, reference }) => (reference ? `→ ${node!.name}` : (node?.name ?? key)))

/** Any graph that acts can make: edges are drawn one after the other, those that cannot be are refused. */
const graphs = fc
  .record({
    nodes: fc.array(
      fc.record({ kind: fc.constantFrom(...NODE_KINDS), name: fc.string({ minLength: 1, maxLength: 60 }) }),
      { maxLength: 25 },
    ),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('in', 'holds', 'backup'), fc.string()), {
      maxLength: 50,
    }),
  })
  .map(({ nodes, edges }): Graph => {
    const graph = { nodes: nodes.map((one, n) => ({ ...one, id: `n${n}` })), edges: [] as GraphEdge[] }
    for (const [n, [a, b, kind, role]] of edges.entries()) {
      const [from, to] = [a, b].map(index => `n${index % Math.max(1, nodes.length)}`) as [string, string]
      if (!refuseEdge(graph, from, to, kind)) graph.edges.push({ id: `e${n}`, from, to, kind, role, at: n })
    }
    return graph
  })

describe('the tree', () => {
  test('each node once, its other places as references, sets that nobody holds apart', () => {
    expect(outline(TOWN)).toEqual([
      ...[ROOT, 'Maire', 'Culture', '→ Claire', '→ Parkings', 'Urbanisme', 'Claire', 'Parkings', 'Agglo'],
      ...[UNHELD, 'Vélos'],
    ])
  })

  test('the order in which the database answers changes nothing', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const turned = { nodes: [...graph.nodes].reverse(), edges: [...graph.edges].reverse() }
        expect(treeOf(turned)).toEqual(treeOf(graph))
      }),
    )
  })

  test('nothing is lost: each node is there once, each edge too', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const items = [...itemsOf(treeOf(graph))]
        const ids = items.filter(({ node, reference }) => node && !reference).map(({ node }) => node!.id)
        expect(ids.sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
        expect(items.flatMap(({ edge }) => edge?.id ?? []).sort()).toEqual(graph.edges.map(({ id }) => id).sort())
      }),
    )
  })

  test('a ring that came from elsewhere is drawn all the same', () => {
    const ring = { nodes: TOWN.nodes.slice(0, 2), edges: [edge('Urbanisme', 'Culture'), edge('Culture', 'Urbanisme')] }
    expect(outline(ring)).toHaveLength(4)
  })
})

describe('edges that cannot be', () => {
  test.each([
    ['Parkings', 'Claire', 'in', /rien ne peut en dépendre/],
    ['Urbanisme', 'Vélos', 'in', /dites qui le détient/],
    ['Urbanisme', 'Agglo', 'holds', /n’est pas un jeu de données/],
    ['Claire', 'Urbanisme', 'in', /dans les deux sens/],
    ['Claire', 'Claire', 'in', /dans les deux sens/],
    ['Claire', 'Parkings', 'holds', /déjà rattaché/],
    ['Claire', 'personne', 'in', /n’est plus dans « Qui a quoi »/],
  ] as const)('%s → %s (%s)', (from, to, kind, sentence) => {
    expect(refuseEdge(TOWN, from, to, kind)).toMatch(sentence)
  })

  test('a holder may stand in too for another set, and one set may have two holders', () => {
    expect(refuseEdge(TOWN, 'Claire', 'Vélos', 'backup')).toBeUndefined()
    expect(refuseEdge(TOWN, 'Maire', 'Parkings', 'holds')).toBeUndefined()
  })
})

describe('the drawing', () => {
  const draw = (graph: Graph, folded?: ReadonlySet<string>) =>
    layoutMap(treeOf(graph), {
      label: ({ node, key }) => ({ name: node?.name ?? key, note: node?.kind === 'set' ? 'Publié' : '' }),
      ...(folded && { folded }),
    })

  test('no box is over another, all are in the frame, each node once', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const { boxes, width, height } = draw(graph)
        for (const [n, a] of boxes.entries()) {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
          for (const b of boxes.slice(n + 1))
            expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
              true,
            )
        }
        expect(boxes.flatMap(({ node }) => node?.id ?? []).sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
      }),
    )
  })

  test('a link for each edge and for each branch from the town', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const { links } = draw(graph)
        const tops = treeOf(graph).children.flatMap(top => (top.key === UNHELD ? [top, ...top.children] : [top]))
        expect(links).toHaveLength(graph.edges.length + tops.length)
        for (const { path } of links) expect(path).toMatch(/^M[-\d. ]+C[-\d. ]+$/)
      }),
    )
  })

  test('the same graph gives the same drawing, and a folded branch says how many are in it', () => {
    expect(draw(TOWN)).toEqual(draw({ nodes: [...TOWN.nodes].reverse(), edges: [...TOWN.edges].reverse() }))
    const { boxes } = draw(TOWN, new Set(['Urbanisme']))
    expect(boxes.find(({ key }) => key === 'Urbanisme')).toMatchObject({ hidden: 2, foldable: true })
    expect(boxes.some(({ key }) => key === 'Claire')).toBe(false)
  })

  test('texts are cut to their box, and say so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const lines = wrap(text, 160, 15, 3)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(widthOf(line, 15)).toBeLessThanOrEqual(160)
      }),
    )
    expect(wrap('Direction générale des services', 160, 15, 3)).toEqual(['Direction générale', 'des services'])
    expect(wrap('x'.repeat(200), 160, 15, 2).at(-1)).toMatch(/…$/)
  })
})

test('two states compared: what came, went, changed, and the links', () => {
  const after: Graph = {
    nodes: [
      ...TOWN.nodes.filter(({ id }) => id !== 'Agglo' && id !== 'Claire'),
      { ...TOWN.nodes[2]!, name: 'Claire D.' },
      node('person', 'Paul'),
    ],
    edges: [...TOWN.edges.slice(0, 1), { ...TOWN.edges[2]!, id: 'drawn again' }, edge('Paul', 'Parkings', 'backup')],
  }
  const found = compareGraphs(TOWN, after, ({ name }) => ({ Nom: name }))
  expect(found.came.map(({ name }) => name)).toEqual(['Paul'])
  expect(found.gone.map(({ name }) => name)).toEqual(['Agglo'])
  expect(found.changed.map(({ fields }) => fields)).toEqual([[{ field: 'Nom', was: 'Claire', now: 'Claire D.' }]])
  expect(found.linked).toEqual([{ from: 'Paul', verb: 'supplée', to: 'Parkings', role: '' }])
  expect(found.unlinked).toEqual([
    { from: 'Claire', verb: 'fait partie de', to: 'Culture', role: 'Référente' },
    { from: 'Culture', verb: 'supplée', to: 'Parkings', role: '' },
  ])
  expect(compareGraphs(TOWN, TOWN, () => ({}))).toEqual({ came: [], gone: [], changed: [], linked: [], unlinked: [] })
})
