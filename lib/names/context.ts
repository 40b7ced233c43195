import { parts, type Token } from '#lib/text/index.ts';
import { isRoleNoun, TITLES } from './lexicon/titles.ts';
import type { Block } from './prepare.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** What only persons, states, governments and other actors do. Folded. */
const SPEECH_VERBS = words(`
accused accuses acknowledged added adds admitted admits agreed agrees announced announces argued argues asked asks asserted backed backs blamed
blames called calls claimed claims condemned condemns confirmed confirms criticised criticized criticises cautioned complained concedes conceded
considers considering declared declares declined demanded demands denied denies denounced denounces described describes dismissed ended explained
expressed fears hailed hopes hoped insisted insists noted notes offered opposes opposed ordered pledged pledges praised promised proposed
recognised recognized recalled refused refuses rejected rejects repeated replied reported reports responded responds said says sees signalled
spoke stated states stressed stresses suggested suggests supported supports telephoned threatened threatens told tweeted urged urges
vowed vows wants wanted warned warns welcomed welcomes wrote tells told
`);

/** Verbs that a government does and a town does not, beyond speaking. */
const POLICY_VERBS = words(`
aims annexed arms approved banned believes bought blocked broke cancelled conducted continues controls cut decided deployed does expelled extended
faces funded funds gave gives has have imposed intends intervened invaded is keeps launched lifted maintains mediated needs negotiated
plans planned prepares provides provided pursues pushed recalled relies sanctioned seeks sees sent sells severed shot signed sold sought
stepped supplies supplied suspended tried tries uses used views vetoed was will would wishes withdrew watched watches took takes made makes sided sides knows knew learned learnt found finds lost loses won wins may might must should could can cannot
`);
/** What a government has and a town has not. */
const POLICY_NOUNS = words(`
aggression alliance allies ally ambassador ambassadors ambitions approval approach aims backing claim claims commitment concerns coalition
decision decisions demand demands denial diplomacy diplomats efforts envoy forces foreign goals government influence insistence intentions interests
interference intervention invasion involvement leaders leadership leverage military ministers nuclear objections offensive offer opposition partner
partners patience plan plans policies policy position pressure priorities proposal provision proxies reaction readiness refusal relations
relationship response rhetoric rival rivals role rulers sanctions security stance strategy support threats ties troops war warnings willingness
`);
const PLACE_PREPOSITIONS = words(
  'in at near outside inside around through across toward towards into reached reach visited visit visiting left leaving central downtown southern northern eastern western',
);
/** Before a capital that stands for a government: what one does with governments. */
const RELATION_WORDS = words(`
between with against by from to on and but while whether urging accused accuses accusing blamed criticised criticized condemned backed back
supported led loyal close ties told pressed pressuring persuade convince
`);
const ACTING_WORDS = words(`
led backed loyal close ties relations tensions talks pressure alliance cooperation agreement agreements contacts deal war conflict
dispute rift supported sponsored controlled imposed allied opposed funded armed supplied blamed accused negotiations dialogue
`);
const MIND_NOUNS = words(
  'concern concerns anger fears alarm anxiety hopes unease irritation power government leadership regime rulers elite elites decision-makers policymakers officials',
);

/** Skips adverbs and auxiliaries to the verb of a clause: "has openly called", "still calls". */
function verbAfter(tokens: readonly Token[], last: number): { own: Token; main: Token } | null {
  let own: Token | null = null;
  for (let at = last + 1; at <= last + 4; at++) {
    const token = tokens[at];
    if (!token || token.gap !== 'space' || token.capital) break;
    const adverb =
      token.folded.endsWith('ly') ||
      /^(?:also|still|now|then|never|not|again|yet|just|even|already|soon|long|always|since)$/.test(token.folded);
    if (adverb) continue;
    own ??= token;
    if (SPEECH_VERBS.has(token.folded)) return { own, main: token };
    if (!POLICY_VERBS.has(token.folded)) return own === token ? null : { own, main: own };
  }
  return own && POLICY_VERBS.has(own.folded) ? { own, main: own } : null;
}

/** Whether the words after a name are what an actor does: it says, calls, denies. */
export function speaksAfter(tokens: readonly Token[], last: number): boolean {
  const verb = verbAfter(tokens, last);
  return verb !== null && SPEECH_VERBS.has(verb.main.folded);
}

/**
 * Whether a capital or a seat of government stands for those who govern there (metonymy; Markert and Nissim 2002 call it
 * place-for-people). Read from the clause: what it does, what it has, what is done with it. `coordinate` is how the seat
 * right before "and" was read ("in Moscow and Tehran"), or null where there is none.
 */
export function readsAsGovernment(block: Block, first: number, last: number, building: boolean, coordinate: boolean | null): boolean {
  const { tokens } = block;
  const own = tokens[last];
  const before = tokens[first - 1];
  const article = before?.folded === 'the' && tokens[first]?.gap === 'space';
  const lead = article ? tokens[first - 2] : before;
  const tied = tokens[first]?.gap === 'space' || tokens[first]?.gap === 'hyphen';
  const next = tokens[last + 1];
  if (own?.possessive && next && POLICY_NOUNS.has(next.folded)) return true;
  if (
    next?.gap === 'hyphen' &&
    /^(?:backed|led|sponsored|controlled|supported|installed|friendly|aligned|allied|brokered)$/.test(next.folded)
  )
    return true;
  if (tokens[first]?.gap === 'hyphen' && /^(?:pro|anti)$/.test(before?.folded ?? '')) return true;
  if (coordinate !== null) return coordinate;
  const placed = tied && lead !== undefined && PLACE_PREPOSITIONS.has(lead.folded);
  if (placed) {
    const noun = tokens[first - (article ? 3 : 2)];
    return lead.folded === 'in' && noun !== undefined && MIND_NOUNS.has(noun.folded);
  }
  const verb = verbAfter(tokens, last);
  if (verb && (!tied || lead === undefined || !RELATION_WORDS.has(lead.folded) || /^(?:and|but|while|whether)$/.test(lead.folded))) {
    // "Moscow was hit by a blizzard" is the town: being and having count only for buildings and before a speech verb.
    if (SPEECH_VERBS.has(verb.main.folded)) return true;
    if (!/^(?:is|was|has|have)$/.test(verb.own.folded)) return true;
    if (verb.own.folded !== verb.main.folded || building) return true;
    const after = tokens
      .slice(last + 1, last + 6)
      .some((token) =>
        /^(?:been|considering|considered|seeking|trying|preparing|ready|willing|unwilling|keen|reluctant|alliance|agreed|refused)$/.test(
          token.folded,
        ),
      );
    return after;
  }
  const relative = next?.gap === 'comma' && /^(?:which|who)$/.test(next.folded);
  if (relative && verbAfter(tokens, last + 1)) return true;
  if (tied && lead && RELATION_WORDS.has(lead.folded)) {
    for (let at = first - 2; at >= Math.max(0, first - 6); at--) {
      const token = tokens[at];
      if (token && ACTING_WORDS.has(token.folded)) return true;
      if (parts(tokens[at + 1]?.gap ?? 'space')) break;
    }
    if (SPEECH_VERBS.has(lead.folded)) return true;
  }
  return building;
}

/** Words right before a name that say it is a person: "President", "analyst". Gives the first such token, or -1. */
export function titleBefore(tokens: readonly Token[], first: number): number {
  let at = first - 1;
  let found = -1;
  while (at >= 0) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next || token.possessive) break;
    if (next.gap !== 'space' && next.gap !== 'dot' && next.gap !== 'hyphen') break;
    if (!TITLES.has(token.folded) && !(found < 0 && !token.capital && isRoleNoun(token.folded))) break;
    found = at;
    at--;
  }
  return found;
}

/** Whether a preposition of place stands right before ("in", "near"). */
export function placedBefore(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  return before !== undefined && tokens[first]?.gap === 'space' && PLACE_PREPOSITIONS.has(before.folded);
}

/** Whether what says or does something to others ("said", "denies"). Folded. */
export const isSpeechVerb = (folded: string): boolean => SPEECH_VERBS.has(folded);

/** Whether a place may follow ("in", "near", "visited"). Folded. */
export const isPlacePreposition = (folded: string): boolean => PLACE_PREPOSITIONS.has(folded);
