const SOMEBODY =
  /^(?:[\p{L}-]*(?:man|woman|men|women|person|ist|ian|or|er|ant|ent|crat|ee|ess|ologist|grapher|ive|general|chief|head|boss|aide|envoy|expert|king|queen|prince|guard|pilot|judge|cleric|critic|analyst|official|spokes\p{L}+|activist|lawyer|captain|doctor|coach|actor|author|poet|nurse|spy|guide|host|ally|rival|son|daughter|wife|husband|mother|father|brother|sister|widow|partner|colleague|friend|resident|student|graduate|veteran|survivor|victim|witness|founder|co-founder|ceo|mp|deputy|secretary|ambassador|diplomat|counsel|attorney|sheriff|mayor|governor|senator|representative|member|fellow|lecturer|candidate|native|refugee|monk|priest|bishop|rabbi|imam))s?$/iu;
/** Words with the ending of a doer that are none, met before names. */
const NOBODY =
  /^(?:[\p{L}-]*ment|lee|three|free|coffee|committee|fee|tree|see|agree|former|other|another|after|under|over|never|however|whether|rather|together|either|neither|later|earlier|or|nor|for|per|her|their|your|our|number|member's|order|water|war|weather|matter|paper|letter|summer|winter|september|october|november|december|major|minor|senior|junior|prior|different|recent|present|current|important|government|parliament|moment|statement|agreement|president's|when|then|than|even|often|asian|indian|russian|iranian|syrian|ukrainian|european|american|african|australian|canadian|armenian|azerbaijani|georgian|belgian|italian|brazilian|egyptian|jordanian|libyan|norwegian|austrian|hungarian|romanian|bulgarian|palestinian|christian|million|billion|percent|client|accident|incident|event|continent|computer|center|power|tower|river|border|corner|dinner|offer|answer|easter|customer|consumer)$/iu;

/** Words that compromise may take for nouns before a name, and that end what is said of it. */
export const JOINS =
  /^(?:including|under|like|such|as|than|with|by|and|or|but|while|when|after|before|since|the|a|an|told|says|said|named|called|following|via|per|both|among|between|its|his|her|their|our|my|your|whose|this|that)$/i;

/** Words for whose somebody is; what somebody does says more. */
const RELATION =
  /^(?:son|daughter|wife|husband|mother|father|brother|sister|widow|partner|colleague|friend|cousin|nephew|niece|uncle|aunt|ally|rival|successor|predecessor|victim|witness|passenger|resident|neighbour|neighbor)s?$/i;
export const isRelation = (word: string): boolean => RELATION.test(word);

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
    rev: 'Reverend',
    cllr: 'Councillor',
    supt: 'Superintendent',
    insp: 'Inspector',
    justice: 'Justice',
    judge: 'Judge',
  }),
);
/** Titles that tell nothing of what somebody does. */
export const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|hon)$/i;

/** Whether a word says what somebody is or does. */
export function saysWho(text: string): boolean {
  const bare = text.replace(/['’]s$|[^\p{L}-]+$/gu, '').replace(/^[^\p{L}]+/u, '');
  return SOMEBODY.test(bare) && !NOBODY.test(bare);
}
