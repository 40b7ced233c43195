const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Endings of words for what somebody is or does. */
const ENDING = /(?:m[ae]n|person|ist|ian|or|er|eur|crat|ologist|grapher|spokes\p{L}+)$/u;
/** Words for what somebody is or does that no ending tells, and those that stand before names with a capital. Singular. */
const ROLES = words(`
accountant activist actor actress adherent administrator admiral adolescent adviser advisor agent aide ally ambassador analyst anchor applicant archbishop
assistant attendant attorney author backbencher banker baron billionaire bishop boss boy brigadier brother cadet candidate captain cardinal chairman
chairperson chairwoman champion chancellor chaplain chef chief clerk cleric coach co-founder colleague colonel combatant commandant commander commissaire
commissioner congressman congresswoman conservative consul consultant contractor controller convict coordinator coroner corporal correspondent councillor
councilor counsel countess cousin critic curator daughter deacon dean debutant defendant deputy descendant detainee detective devotee diplomat director
dissident doctor duchess editor emperor empress employee envoy evacuee executive expert father fellow footballer founder friend fugitive general girl
governor granddaughter grandfather grandmother grandson guard guide guru head headmaster headmistress headteacher heir heiress hostage host hostess
husband imam immigrant independent infant informant inmate inspector interviewee jihadi judge justice king lawmaker lawyer laureate leader lecturer
legend legislator lieutenant maestro magistrate magnate major manager marshal master mayor member mep merchant midfielder migrant militant millionaire
minister mogul monk mother mp mufti native neighbor neighbour nephew niece nominee nomad nonpartisan nun nurse officer official oligarch ombudsman
operative opponent orphan parent participant partner patient patriarch patron pensioner pilot poet policeman policewoman premier president priest prince
princess prodigy professor progressive proponent prosecutor protestant queen rabbi ranger recruit rector referee refugee regent relative representative
republican researcher resident respondent rival rookie scholar secretary senator sergeant servant sheikh sheriff sister skipper solicitor son soldier
speaker spokesman spokesperson spokeswoman spy star striker student substitute sultan superintendent survivor suspect teacher teenager tenant toddler
trainee treasurer trustee twin tycoon umpire uncle aunt veteran victim virtuoso waitress warden whip widow widower wife witness writer ace graduate
ceo cfo coo cto rebel commentator consul-general
chair constable cook landlord landlady barmaid vicar pastor gran grandma granddad grandad mum mom dad hubby pal bride groom lad lady fiancé fiancée
mla mlc mna mpa msp td sho ssp dsp dcp acp dgp ocs ocpd fly-half scrum-half full-back left-back right-back half-back all-rounder prop sous-chef
architect surgeon midwife mechanic apprentice academic intern nanny athlete gymnast jockey astronaut cosmonaut vet paramedic cop chieftain warlord
insurgent recluse celebrity socialite prefect classmate flatmate roommate housemate schoolmate workmate teammate team-mate sub-officer
jesuit franciscan dominican benedictine salesian sufi headman pundit playmaker flanker hooker centre-back center-back wing-back quarterback linebacker cornerback
shortstop smith blacksmith goldsmith locksmith seamstress stewardess postdoc undergraduate postgraduate dropout bodyguard lifeguard shepherd herder
matriarch monarch comic medic mystic eccentric alcoholic sapper commando soprano tenor contralto baritone ballerina diva concierge protégé protégée
registrar bursar burglar beggar provost curate canon friar abbot abbess ayatollah mullah emir viscount viscountess baroness earl marquess knight spouse
lover girlfriend boyfriend fiancée fiance fiancee child baby pupil schoolgirl schoolboy plaintiff claimant complainant bailiff sleuth mastermind kingpin
thief addict hopeful contender incumbent frontrunner front-runner apparatchik heavyweight middleweight lightweight steward runner-up decathlete triathlete
biathlete signing godson goddaughter lodger caregiver attaché
son-in-law daughter-in-law brother-in-law sister-in-law mother-in-law father-in-law
`);
/** Roles only in small letters; with a capital they are of a body's name or of somebody's: "Amnesty International". */
const SMALL_ROLES = words('international');
/** Words with the ending of a doer that are none, met before names. */
const NOBODY =
  /^(?:[\p{L}-]*ment|lee|three|free|coffee|committee|fee|tree|see|agree|former|other|another|after|under|over|never|however|whether|rather|together|either|neither|later|earlier|or|nor|for|per|her|their|your|our|number|member's|order|water|war|weather|matter|paper|letter|summer|winter|september|october|november|december|major|minor|senior|junior|prior|different|recent|present|current|important|government|parliament|moment|statement|agreement|president's|when|then|than|even|often|asian|indian|russian|iranian|syrian|ukrainian|european|american|african|australian|canadian|armenian|azerbaijani|georgian|belgian|italian|brazilian|egyptian|jordanian|libyan|norwegian|austrian|hungarian|romanian|bulgarian|palestinian|christian|million|billion|percent|client|labor|harbor|color|colour|favor|favour|honor|honour|humor|humour|rumor|rumour|factor|sector|motor|error|mirror|terror|horror|vapor|interior|exterior|superior|door|floor|poor|outdoor|indoor|theater|theatre|chamber|fever|liver|silver|gender|leather|thunder|wonder|shoulder|folder|cover|discover|deliver|remember|consider|gather|enter|suffer|differ|prefer|refer|transfer|register|chapter|character|quarter|barrier|easier|cheaper|larger|smaller|bigger|higher|lower|longer|shorter|older|younger|stronger|faster|better|greater|newer|wider|deeper|proper|upper|inner|outer|super|copper|pepper|rubber|timber|lumber|cancer|laser|poster|roster|cluster|disaster|cyber|fiber|fibre|trigger|danger|hunger|anger|finger|ginger|charger|merger|shower|flower|layer|prayer|monster|oyster|counter|encounter|trailer|container|helicopter|newsletter|letter|filter|shelter|winner-take|closer|further|farther|list|exist|persist|assist|resist|insist|consist|twist|mist|fist|wrist|artist's|open|then|women's|men's|human|german|roman|korean|ottoman|norman|asia|median|pedestrian|equestrian|civilian|accident|incident|event|continent|computer|center|power|tower|river|border|corner|dinner|offer|answer|easter|customer|consumer)s?$/iu;

/** Words that compromise may take for nouns before a name, and that end what is said of it. */
export const JOINS =
  /^(?:including|under|like|such|as|than|with|by|and|or|but|while|when|after|before|since|the|a|an|told|over|against|from|into|about|through|without|beating|defeating|featuring|starring|says|said|named|called|following|via|per|both|among|between|its|his|her|their|our|my|your|whose|this|that)$/i;

/** "a Frenchman": somebody by where they are from. */
const FROM_THERE =
  /^(?:(?:English|French|Dutch|Irish|Welsh|Scots|Cornish|Manx)(?:wo)?m[ae]n|Spaniard|Swede|Dane|Finn|Pole|Turk|Briton|Scot|Serb|Croat|Kurd|Icelander|New Zealander|Filipino|Filipina|Latino|Latina)$/;

/** Words for whose somebody is; what somebody does says more. */
const RELATION =
  /^(?:(?:grand)?son|(?:grand)?daughter|wife|husband|(?:grand)?mother|(?:grand)?father|brother|sister|widow(?:er)?|partner|colleague|friend|cousin|nephew|niece|uncle|aunt|twin|ally|rival|successor|predecessor|neighbour|neighbor|hubby|mum|dad|gran|grandma|pal|(?:class|flat|room|house|school|work)mate|(?:son|daughter|brother|sister|mother|father)-in-law)s?$/i;
export const isRelation = (word: string): boolean => RELATION.test(word);

/** Before a role, these belong to it, whatever else they can be: "acting chief executive", "retired colonel". */
export const QUALIFIERS =
  /^(?:acting|former|interim|outgoing|incoming|retired|late|leading|visiting|managing|founding|sitting|ruling|commanding|presiding|investigating|elected|appointed|exiled|jailed|imprisoned|convicted|ousted|deposed|suspended|self-\p{L}+)$/iu;

/** Titles that news cuts short, in full. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'Senator',
    rep: 'Representative',
    gov: 'Governor',
    gen: 'General',
    lt: 'Lieutenant',
    col: 'Colonel',
    maj: 'Major',
    major: 'Major',
    capt: 'Captain',
    sgt: 'Sergeant',
    adm: 'Admiral',
    prof: 'Professor',
    fr: 'Father',
    msgr: 'Monsignor',
    monsignor: 'Monsignor',
    rev: 'Reverend',
    cllr: 'Councillor',
    supt: 'Superintendent',
    insp: 'Inspector',
    justice: 'Justice',
    judge: 'Judge',
  }),
);
/** Titles that tell nothing of what somebody does. */
export const COURTESY =
  /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|hon|datuk|dato|tun|haji|alhaji|hajia|mzee|shri|smt|don|doña|señor|señora|monsieur|madame)$/i;

/** Ranks that stand before a name and tell less than the post that stands before them. */
export const RANK =
  /^(?:(?:lieutenant|colonel|major|general|captain|brigadier|commander|commodore|admiral|rear|vice|air|chief|sergeant|corporal|inspector|constable|detective|superintendent)\s*)+$/i;

const singularOf = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/(?<!s)s$/, '');

/** Whether a word says what somebody is or does. With a capital inside a sentence only a known role does: "Howard Sattler" is none. */
export function saysWho(text: string, opensSentence = false): boolean {
  const bare = text.replace(/['’]s$|[^\p{L}-]+$/gu, '').replace(/^[^\p{L}]+/u, '');
  const lower = bare.toLowerCase();
  const last = lower.split('-').at(-1) ?? lower;
  const stem = lower.replace(/^(?:under|step|arch|vice|sub)(?=\p{L}{4})/u, '');
  const known = [lower, last, stem].some((word) => ROLES.has(word) || ROLES.has(singularOf(word)));
  if (known || FROM_THERE.test(bare)) return true;
  const capital = /^\p{Lu}/u.test(bare) && !opensSentence;
  return !capital && (SMALL_ROLES.has(singularOf(lower)) || (ENDING.test(singularOf(lower)) && !NOBODY.test(lower)));
}

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['ies', 'y'],
]);

/** "pan-democracy camp councillors" before the first of several names: what each of them is. */
export function singular(phrase: string): string {
  const found = /^(.*?)(\p{L}+?)(men|women|ies|s)$/u.exec(phrase);
  if (!found) return phrase;
  const [, before = '', stem = '', ending = ''] = found;
  const single = `${stem}${PLURALS.get(ending) ?? ''}`;
  return /ss$|us$|is$/.test(phrase) || !saysWho(single) ? phrase : before + single;
}
