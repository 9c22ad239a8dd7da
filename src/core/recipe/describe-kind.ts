import type { ValueKind } from '../values/kind.ts'

/** What writing the cells of a column as one kind of value does, in plain French. */
export function describeKind(kind: ValueKind, options: Readonly<Record<string, unknown>> | undefined): string {
  switch (kind) {
    case 'date':
      return options?.format === undefined
        ? 'Met les dates au format 2021-03-05'
        : 'Met les dates au format que le modèle attend'
    case 'datetime':
      return options?.format === undefined
        ? 'Met les dates et les heures au format 2021-03-05T14:30:00'
        : 'Met les dates et les heures au format que le modèle attend'
    case 'period':
      return 'Met les périodes au format 2021-01-01/2021-12-31'
    case 'year':
      return 'Écrit les années en quatre chiffres'
    case 'time':
      return 'Met les heures au format 14:30:00'
    case 'number':
      return 'Écrit les nombres avec un point et sans espace (1250.5)'
    case 'integer':
      return 'Écrit les nombres entiers en chiffres'
    case 'boolean':
      return 'Écrit « oui » et « non » comme le modèle les attend'
    case 'null-word':
      return 'Vide les cases qui disent qu’il n’y a rien (« néant », « n/a »…)'
    case 'siren':
      return 'Écrit les numéros SIREN sans espace, avec leurs 9 chiffres'
    case 'siret':
      return 'Écrit les numéros SIRET sans espace, avec leurs 14 chiffres'
    case 'insee':
      return 'Écrit les codes INSEE avec leurs 5 caractères'
    case 'postcode':
      return 'Écrit les codes postaux avec leurs 5 chiffres'
    case 'phone':
      return 'Écrit les numéros de téléphone sous une même forme'
    case 'email':
      return 'Met au propre les adresses de courriel'
    case 'url':
      return 'Met au propre les adresses de pages internet'
    case 'street':
      return 'Met au propre les noms de rues'
    case 'town':
      return 'Écrit les noms de communes comme dans la liste officielle'
    case 'century':
      return 'Écrit les siècles sous une même forme'
    case 'latitude':
      return 'Écrit les latitudes en degrés, avec un point (48.9537)'
    case 'longitude':
      return 'Écrit les longitudes en degrés, avec un point (1.8135)'
    case 'lonlat':
      return 'Écrit les positions sous la forme que le modèle attend'
    case 'hours':
      return 'Met les horaires sous la forme attendue'
    case 'text':
      return 'Retire les espaces en trop et les signes invisibles'
    case 'mojibake':
      return 'Rétablit les accents abîmés'
    case 'enum':
      return 'Écrit les valeurs comme dans la liste du modèle'
    case 'choices':
      return 'Écrit les choix comme dans la liste du modèle'
  }
}
