/** What a small town hall usually has. Only a proposal: each can be renamed or removed, all of it undone in one click. */
export const USUAL: readonly {
  readonly kind: 'elected' | 'service' | 'body'
  readonly name: string
  readonly under?: string
}[] = [
  { kind: 'elected', name: 'Maire' },
  { kind: 'service', name: 'Direction générale des services' },
  { kind: 'service', name: 'Accueil et état civil', under: 'Direction générale des services' },
  { kind: 'service', name: 'Services techniques', under: 'Direction générale des services' },
  { kind: 'service', name: 'Urbanisme', under: 'Direction générale des services' },
  { kind: 'service', name: 'Finances', under: 'Direction générale des services' },
  { kind: 'service', name: 'Écoles et petite enfance', under: 'Direction générale des services' },
  { kind: 'service', name: 'Vie locale et culture', under: 'Direction générale des services' },
  { kind: 'body', name: 'Intercommunalité' },
]
