/** Words that a firm, an association, a place or a thing has in its name, and a person's name has not. Lower case, without accents. */
const WORDS = `
  boulangerie boulanger patisserie patissier boucherie charcuterie traiteur epicerie primeur fromagerie poissonnerie cave caviste chocolaterie confiserie
  restaurant bar cafe brasserie pizzeria pizza creperie kebab burger sushi snack bistrot bistro auberge hotel gite camping tabac presse loto pmu
  pharmacie opticien optique optic audition laboratoire cabinet clinique ehpad hopital coiffure coiffeur barbier salon institut beaute onglerie esthetique
  spa tatouage parfumerie pressing laverie retouche couture mercerie chaussures chausseur cordonnerie bijouterie horlogerie joaillerie maroquinerie
  vetements pret porter mode boutique magasin bazar librairie papeterie imprimerie reprographie photo jouets jouet fleurs fleuriste fleur jardinerie
  pepiniere pepinieres animalerie toilettage veterinaire garage auto autos automobile automobiles carrosserie pneus pneu controle technique moto motos
  cycles velo velos station essence taxi taxis ambulance ambulances transport transports demenagement location immobilier immobiliere agence assurance
  assurances mutuelle banque credit caisse poste notaire notaires avocat avocats huissier comptable expertise conseil conseils formation ecole auto-ecole
  supermarche hypermarche superette marche market drive discount plomberie plombier chauffage electricite electricien menuiserie menuisier maconnerie
  macon couverture couvreur charpente peinture peintre platrerie carrelage carreleur serrurerie isolation renovation batiment btp construction
  constructions travaux paysagiste paysage paysages espaces verts terrassement ramonage nettoyage proprete services service multiservices informatique
  telecom communication web studio sarl sas sasu eurl snc sci scp selarl ei eirl gaec earl scea sa scop gie holding groupe societe ste ets
  etablissement etablissements entreprise entreprises cie compagnie maison maisons fils freres pere associes france international europe
  association assoc asso amicale comite club union federation foyer section cercle groupement syndicat syndicale collectif ligue amis ami apel fcpe peep
  parents anciens combattants jeunes sport sportif sportive sports football foot rugby tennis judo karate basket hand handball volley petanque boules
  gymnastique gym danse musique chorale orchestre harmonie fanfare theatre cinema culture culturel culturelle loisirs fetes fete solidarite secours
  croix rouge restos coeur aide entraide scouts eclaireurs guides chasse chasseurs peche pecheurs randonnee marcheurs nature environnement patrimoine
  ecologie jardins jardin familiaux vergers potager apiculture course athletisme natation plongee aviron voile cyclisme escalade equitation poney
  echecs bridge scrabble belote tarot couleurs arts art artistes atelier ateliers creations creation
  mairie commune ville hotel-de-ville departement region communaute agglomeration metropole prefecture ministere office centre pole plateforme relais
  point espace salle gymnase stade piscine complexe terrain dojo mediatheque bibliotheque ludotheque creche creches halte garderie micro-creche maternelle
  elementaire primaire college lycee universite campus groupe-scolaire groupe scolaire cantine periscolaire eglise chapelle temple mosquee synagogue
  cimetiere presbytere lavoir moulin chateau ferme domaine manoir villa residence foyer-logement residences immeuble tour batiments logement logements
  parking parc square place placette rue avenue boulevard impasse chemin allee route cours quai pont passage sentier sente ruelle cite clos lotissement
  quartier hameau lieu-dit carrefour rond-point gare arret zone za zi zac rn rd
  saint sainte st ste notre dame monument statue fontaine croix calvaire buste plaque tableau tombe
  super general generale municipal municipale communal communale intercommunal intercommunale departemental departementale regional nationale national
  multi accueil petite enfance assistantes maternelles ram rpe lieu police gendarmerie pompiers caserne sdis tresor tresorerie impots
  concert spectacle exposition reunion permanence travaux marche-aux-puces brocante vide-grenier
  chez les aux du au et-fils
  collectivite conseil cooperative fondation ong societes sncf edf police nationale equipe equipes agents riverains habitants voisins locataires
  prestataire prestataires fournisseur fournisseurs titulaire sans standard astreinte urgences urgence regie personnel groupement services plantes
  gfa sivom sivu sictom smictom epci epic gip spl sem syndic copropriete coproprietaires pole-emploi tribunal bd bld av ave imp rte sq lotissements
  production productions editions edition presse radio television journal gazette hebdo
`

const NOT_PEOPLE: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

/** Halves of family names: « Saint-Martin », « La Croix ». */
const IN_NAMES = new Set(['saint', 'sainte', 'croix', 'notre', 'dame', 'cite', 'france'])

const known = (word: string): boolean =>
  NOT_PEOPLE.has(word) || (word.endsWith('s') && NOT_PEOPLE.has(word.slice(0, -1)))

/** « halte-garderie » is a thing when a part of it is. */
export const isThingWord = (word: string): boolean =>
  known(word) ||
  (word.includes('-') && word.split('-').some(part => part.length > 3 && !IN_NAMES.has(part) && known(part)))
