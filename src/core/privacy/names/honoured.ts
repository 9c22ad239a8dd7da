/**
 * Names that towns give to their streets, schools and halls, and books' authors: alone in a cell they name a place, not somebody of the town.
 * Lower case, without accents, in any order.
 */
const NAMES = `
  victor hugo;jules ferry;jean moulin;jean jaures;louis pasteur;marie curie;pierre et marie curie;pierre curie;emile zola;jules verne;jean mace;simone veil;
  paul bert;leon blum;leon gambetta;georges clemenceau;charles de gaulle;general de gaulle;aristide briand;ferdinand buisson;anatole france;alphonse daudet;
  guy moquet;pablo picasso;claude monet;claude debussy;auguste renoir;pierre auguste renoir;edouard manet;paul cezanne;henri matisse;vincent van gogh;
  jacques prevert;antoine de saint exupery;saint exupery;arthur rimbaud;paul verlaine;charles baudelaire;paul eluard;louis aragon;robert desnos;
  guillaume apollinaire;jean de la fontaine;la fontaine;moliere;jean racine;pierre corneille;jean jacques rousseau;voltaire;denis diderot;
  honore de balzac;gustave flaubert;guy de maupassant;stendhal;george sand;marcel pagnol;marcel proust;jean giono;albert camus;jean paul sartre;
  simone de beauvoir;francoise dolto;francoise giroud;francoise sagan;marguerite yourcenar;marguerite duras;colette;louise michel;olympe de gouges;
  rosa parks;nelson mandela;martin luther king;mahatma gandhi;anne frank;lucie aubrac;raymond aubrac;germaine tillion;genevieve de gaulle anthonioz;
  pierre brossolette;jean zay;pierre mendes france;francois mitterrand;georges pompidou;valery giscard d estaing;jacques chirac;robert schuman;
  jean monnet;salvador allende;maximilien robespierre;napoleon bonaparte;jeanne d arc;henri iv;louis xiv;francois 1er;jacques cartier;
  christophe colomb;marco polo;jacques cousteau;jacques yves cousteau;antoine lavoisier;denis papin;rene descartes;blaise pascal;isaac newton;
  albert einstein;gustave eiffel;louis bleriot;roland garros;jean mermoz;georges guynemer;helene boucher;maryse bastie;adrienne bolland;clement ader;
  edith piaf;georges brassens;jacques brel;leo ferre;barbara;maurice ravel;hector berlioz;georges bizet;camille saint saens;gabriel faure;
  wolfgang amadeus mozart;ludwig van beethoven;camille claudel;auguste rodin;berthe morisot;sonia delaunay;niki de saint phalle;joan miro;
  jean cocteau;gerard philipe;jean vilar;louis jouvet;sarah bernhardt;charlie chaplin;jacques tati;alice guy;josephine baker;agnes varda;
  celestin freinet;maria montessori;jean piaget;jean baptiste lamarck;claude bernard;ambroise pare;rene laennec;emile roux;albert schweitzer;
  louis braille;abbe pierre;saint vincent de paul;mere teresa;henri dunant;jean bouin;emile zatopek;colette besson;alain mimoun;alice milliat;
  suzanne lenglen;marcel cerdan;pierre de coubertin;jean baptiste clement;louise weiss;marcel cachin;maurice thorez;jacques duclos;danielle casanova;
  rene cassin;victor schoelcher;toussaint louverture;aime cesaire;frantz fanon;jean philippe rameau;olivier messiaen;rosa luxemburg;robert doisneau;
  youri gagarine;neil armstrong;thomas pesquet;ada lovelace;irene joliot curie;frederic joliot curie;joliot curie;arnaud beltrame;samuel paty;
  jean rostand;pierre loti;pierre de ronsard;francois rabelais;michel de montaigne;madame de sevigne;alexandre dumas;theophile gautier;alfred de musset;
  alfred de vigny;alphonse de lamartine;francois rene de chateaubriand;joachim du bellay;clement marot;francois villon;maurice genevoix;romain rolland;
  charles peguy;max jacob;missak manouchian;marechal foch;marechal leclerc;general leclerc;marechal joffre;marechal lyautey;jean lurcat;fernand leger
`

const sorted = (words: readonly string[]): string => [...words].sort().join(' ')
const HONOURED: ReadonlySet<string> = new Set(NAMES.split(';').map(name => sorted(name.trim().split(/\s+/))))

/** `words`: lower case, without accents, hyphens as spaces. */
export const isHonoured = (words: readonly string[]): boolean => HONOURED.has(sorted(words))
