import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NODE_KINDS, nodeBody, nodeName, type RegisterNode, registerDraft } from '../../../contract/register.ts'
import { UnreadableFile } from '../../../core/table/read-result.ts'
import { type GraphEdge, refuseEdge } from '../../../core/town/register/graph.ts'
import { toCsv } from '../export/csv.ts'
import { toFreemind } from '../export/freemind.ts'
import type { RegisterGraph } from '../graph.ts'
import { planDraft } from '../plan-draft.ts'
import { readRegisterCsv } from './csv.ts'
import { draftOf, guessKind, MOST_NODES, type ReadMap } from './draft.ts'
import { readFreemind } from './freemind.ts'
import { readMindmup } from './mindmup.ts'

const RUNS = { numRuns: 40 }
const KNOWN = { town: 'Épône', sets: ['Parcs de stationnement'] }
const bytes = (text: string) => new TextEncoder().encode(text)
const drafted = (read: ReadMap) => {
  const { remarks, ...rest } = draftOf(read, KNOWN)
  return { ...registerDraft.parse(rest), remarks }
}
/** Names instead of ids. */
const told = (read: ReadMap) => {
  const { nodes, edges } = drafted(read)
  const name = (id: string) => nodes.find(node => node.id === id)!.name
  return {
    nodes: nodes.map(({ kind, name }) => `${kind} ${name}`),
    edges: edges.map(({ from, to, kind, role }) => [name(from), kind, name(to), role].filter(Boolean).join(' | ')),
  }
}

/** Any register that people can write: texts come through the contract's own door. */
const text = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength })
const names = text(40).filter(name => nodeName.safeParse(name).success)
const written = fc.record({ role: text(30), remark: text(80), phone: text(20) }, { requiredKeys: [] }).map(body => {
  const read = nodeBody.safeParse(body)
  return read.success ? read.data : {}
})
const bodies = fc
  .tuple(
    written,
    fc.record(
      { mail: fc.constant('accueil@epone.example'), link: fc.webUrl(), absentUntil: fc.constant('2027-03-01') },
      { requiredKeys: [] },
    ),
  )
  .map(([a, b]) => nodeBody.parse({ ...a, ...b }))
const graphs = fc
  .record({
    nodes: fc.array(fc.record({ kind: fc.constantFrom(...NODE_KINDS), name: names, body: bodies }), {
      minLength: 1,
      maxLength: 12,
    }),
    edges: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('in', 'holds', 'backup'), fc.oneof(fc.constant(''), names)),
      { maxLength: 25 },
    ),
  })
  .map(({ nodes, edges }): RegisterGraph => {
    const made = nodes.map((one, n): RegisterNode => ({ ...one, name: nodeName.parse(one.name), id: `n${n}`, seq: 1 }))
    const graph = { nodes: made, edges: [] as GraphEdge[] }
    for (const [n, [a, b, kind, role]] of edges.entries()) {
      const [from, to] = [a, b].map(index => `n${index % made.length}`) as [string, string]
      if (!refuseEdge(graph, from, to, kind))
        graph.edges.push({ id: `e${n}`, from, to, kind, role: role && nodeName.parse(role), at: n })
    }
    return graph
  })

const facts = (graph: Pick<RegisterGraph, 'nodes' | 'edges'>) => ({
  nodes: graph.nodes
    .map(({ id, kind, name, body }) => ({ id, kind, name, body }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  edges: graph.edges.map(({ from, to, kind, role }) => JSON.stringify({ from, to, kind, role })).sort(),
})
/** What an empty town has once the draft is imported. */
function imported(read: ReadMap): Pick<RegisterGraph, 'nodes' | 'edges'> {
  let made = 0
  const { change } = planDraft({ nodes: [], edges: [] }, drafted(read), () => `new${++made}`, '')
  const nodes = change.flatMap(op => (op.op === 'node' ? [{ id: op.id, seq: 1, ...op.now! }] : []))
  const edges = change.flatMap(op => (op.op === 'edge' ? [{ id: op.id, ...op.now! }] : []))
  return { nodes, edges }
}

describe('what Carnet writes, it reads back', () => {
  test('as a FreeMind map: the same graph', () => {
    fc.assert(
      fc.property(graphs, graph => {
        expect(facts(imported(readFreemind(bytes(toFreemind('Épône', graph)))))).toEqual(facts(graph))
      }),
      RUNS,
    )
  })

  test('as a table: the same graph', () => {
    fc.assert(
      fc.property(graphs, graph => {
        expect(facts(imported(readRegisterCsv(bytes(toCsv(graph, 'https://x.example')))))).toEqual(facts(graph))
      }),
      RUNS,
    )
  })

  test('read a second time, nothing is added', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const draft = drafted(readFreemind(bytes(toFreemind('Épône', graph))))
        expect(planDraft(graph, draft, () => 'new', '').change).toEqual([])
      }),
      RUNS,
    )
  })

  test('who is asked in the meantime is found again', () => {
    const [claire, paul] = ['Claire', 'Paul'].map(
      (name, n): RegisterNode => ({ id: `p${n}`, kind: 'person', name, body: {}, seq: 1 }),
    ) as [RegisterNode, RegisterNode]
    const graph = { nodes: [{ ...claire, body: { askInstead: 'p1' } }, paul], edges: [] }
    for (const read of [readFreemind(bytes(toFreemind('Épône', graph))), readRegisterCsv(bytes(toCsv(graph, '')))])
      expect(imported(read).nodes.find(({ name }) => name === 'Claire')!.body).toEqual({ askInstead: 'p1' })
  })
})

describe('maps made elsewhere', () => {
  test('FreeMind: the town in the middle is left out, one person with two hats is one, kinds are guessed', () => {
    const map = `<map version="0.9.0"><!-- fait avec FreeMind -->
      <node TEXT="Mairie d&apos;&#201;p&#244;ne" ID="Freemind_1">
        <node TEXT="Urbanisme" ID="a"><node TEXT="Claire DUVAL" ID="b"><node TEXT="Parcs de stationnement" ID="c"/></node></node>
        <node TEXT="Vie locale" ID="d"><node TEXT="Claire Duval" ID="e"><richcontent TYPE="NOTE"><html><body><p>le mardi</p></body></html></richcontent></node>
          <node TEXT="M. Petit" ID="f"/><node TEXT="Subventions" ID="g"/></node>
        <node TEXT="Communauté urbaine" ID="h" LINK="https://agglo.example"><node ID="i"><richcontent TYPE="NODE"><html><p>Covoiturage</p></html></richcontent></node></node>
        <node TEXT="1re adjointe" ID="j"/><node TEXT=" "/>
      </node></map>`
    expect(told(readFreemind(bytes(map)))).toEqual({
      nodes: [
        ...[
          'service Urbanisme',
          'person Claire DUVAL',
          'set Parcs de stationnement',
          'service Vie locale',
          'person M. Petit',
        ],
        ...['set Subventions', 'body Communauté urbaine', 'set Covoiturage', 'elected 1re adjointe'],
      ],
      edges: [
        ...[
          'Urbanisme | in | Claire DUVAL',
          'Claire DUVAL | holds | Parcs de stationnement',
          'Vie locale | in | Claire DUVAL',
        ],
        ...[
          'Vie locale | in | M. Petit',
          'Vie locale | holds | Subventions',
          'Communauté urbaine | holds | Covoiturage',
        ],
      ],
    })
    expect(drafted(readFreemind(bytes(map))).remarks).toEqual([expect.stringContaining('1 case(s) sans nom')])
    expect(drafted(readFreemind(bytes(map))).nodes.find(({ id }) => id === 'h')!.body).toEqual({
      link: 'https://agglo.example',
    })
  })

  test.each([
    [{ id: 'root', formatVersion: 3, ideas: { 1: { title: 'Organigramme des données', id: 1, ideas: IDEAS() } } }],
    [{ title: 'Épône', id: 1, formatVersion: 2, ideas: IDEAS() }],
  ])('MindMup, format %#', map => {
    const read = readMindmup(bytes(JSON.stringify(map)))
    expect(told(read)).toEqual({
      nodes: ['service Services techniques', 'person Paul LEROY', 'set Éclairage', 'body Syndicat des eaux'],
      edges: ['Services techniques | in | Paul LEROY', 'Paul LEROY | holds | Éclairage'],
    })
    expect(drafted(read).nodes[1]!.body).toEqual({ remark: 'le matin & le soir' })
  })

  test('a table with a column a level, and one with names and what they are under', () => {
    const levels = [
      'Service;Agent;Données',
      ...[
        'Urbanisme;Claire DUVAL;Parcs de stationnement',
        ';;Permis',
        'Urbanisme;;Cadastre',
        'Culture;Claire Duval;Agenda',
      ],
    ]
    const claire = told(readRegisterCsv(bytes(levels.join('\n'))))
    expect(claire.nodes.filter(name => name.startsWith('person'))).toEqual(['person Claire DUVAL'])
    expect(claire.edges).toEqual([
      'Urbanisme | in | Claire DUVAL',
      'Claire DUVAL | holds | Parcs de stationnement',
      'Claire DUVAL | holds | Permis',
      'Urbanisme | holds | Cadastre',
      'Culture | in | Claire DUVAL',
      'Claire DUVAL | holds | Agenda',
    ])
    const names =
      'Nom,Rattaché à,Tél\nUrbanisme,,\nClaire DUVAL,Urbanisme,01 99 00 00 01\nParcs de stationnement,Claire DUVAL,\n'
    const read = readRegisterCsv(bytes(names))
    expect(told(read)).toEqual({
      nodes: ['service Urbanisme', 'person Claire DUVAL', 'set Parcs de stationnement'],
      edges: ['Urbanisme | in | Claire DUVAL', 'Claire DUVAL | holds | Parcs de stationnement'],
    })
    expect(drafted(read).nodes[1]!.body).toEqual({ phone: '01 99 00 00 01' })
  })

  test('what a box does not take goes to the remark', () => {
    const read = readRegisterCsv(bytes('nom;courriel;absence jusqu’au\nClaire;claire chez mairie;après l’été\n'))
    expect(drafted(read).nodes[0]!.body).toEqual({ remark: 'claire chez mairie\naprès l’été' })
  })

  test('rings of a table are left out when they are added', () => {
    const ring = readRegisterCsv(bytes('nom;rattaché à\nUrbanisme;Culture\nCulture;Urbanisme\n'))
    expect(imported(ring).edges).toHaveLength(1)
  })

  test.each([
    ['Mme Petit', 'person'],
    ['Jean-Paul LE GOFF', 'person'],
    ['DUVAL Claire', 'person'],
    ['Mme Petit, adjointe au maire', 'elected'],
    ['Service des sports', 'service'],
    ['GPSEO', 'body'],
    ['Bornes de recharge', 'set'],
  ])('%s is guessed as %s', (name, kind) => {
    expect(guessKind({ children: [] }, name, new Set(), 'service')).toBe(kind)
  })
})

function IDEAS() {
  const note = { note: { index: 3, text: 'le matin &amp; <b>le soir</b>' } }
  const paul = { title: 'Paul LEROY', id: 4, attr: note, ideas: { 1: { title: 'Éclairage', id: 5 } } }
  return {
    '-1': { title: 'Syndicat des eaux', id: 3 },
    '1': { title: 'Services techniques', id: 2, ideas: { 1: paul } },
  }
}

describe('hostile files are refused with a sentence', () => {
  const nested = (open: string, close: string, many: number) => `${open.repeat(many)}${close.repeat(many)}`
  test.each([
    ['<!DOCTYPE map [<!ENTITY x SYSTEM "file:///etc/passwd">]><map><node TEXT="&x;"/></map>', /DOCTYPE/],
    [`<!DOCTYPE m [${'<!ENTITY a "b">'.repeat(1000)}]><map/>`, /DOCTYPE/],
    ['<map><node TEXT="&x;"/></map>', /XML correct/],
    ['<map><node TEXT="a"></map>', /XML correct/],
    ['<svg/>', /sans carte mentale/],
    [`<map>${nested('<node TEXT="a">', '</node>', 600)}</map>`, /500 niveaux/],
    [`<map><node TEXT="a">${'<node TEXT="b"/>'.repeat(MOST_NODES)}</node></map>`, /plus de 2000 cases/],
  ])('%.60s', (text, sentence) => {
    expect(() => readFreemind(bytes(text))).toThrow(UnreadableFile)
    expect(() => readFreemind(bytes(text))).toThrow(sentence)
  })

  test.each([
    ['{', /carte mentale/],
    ['[1]', /carte mentale/],
    [
      `${nested('{"ideas":{"1":', '}}', 1900)}`.replace('{"ideas":{"1":}}', '{"title":"a"}'),
      /500 niveaux|carte mentale/,
    ],
    [
      JSON.stringify({
        title: 'a',
        ideas: Object.fromEntries(Array.from({ length: MOST_NODES }, (_, n) => [n + 1, { title: 'b' }])),
      }),
      /plus de 2000 cases/,
    ],
  ])('MindMup %.40s', (text, sentence) => {
    expect(() => readMindmup(bytes(text))).toThrow(UnreadableFile)
    expect(() => readMindmup(bytes(text))).toThrow(sentence)
  })

  test('names of JSON that programs use for themselves are names', () => {
    const text = '{"title":"Épône","__proto__":{"x":1},"ideas":{"1":{"title":"__proto__"},"2":{"title":"constructor"}}}'
    expect(drafted(readMindmup(bytes(text))).nodes.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
  })

  test('a table without the columns awaited says what was read', () => {
    expect(() => readRegisterCsv(bytes('a;b\n1;2\n'))).toThrow(/« a », « b » ; j’attendais/)
  })
})

test('a table never makes a spreadsheet compute', () => {
  const graph = {
    nodes: [{ id: 'a', kind: 'person' as const, name: '=HYPERLINK("x")', body: { remark: '-1+1' }, seq: 1 }],
    edges: [],
  }
  expect(toCsv(graph, '')).toContain(`;"'=HYPERLINK(""x"")";`)
  expect(toCsv(graph, '')).toContain(`'-1+1`)
})
