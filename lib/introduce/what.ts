import { nounsBefore } from './before.ts';
import type { Introduced } from './model.ts';
import type { Term } from './terms.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Nouns for what a body, a people, a place or a thing is. Singular. */
const NOUNS: Readonly<Record<Exclude<Introduced, 'person'>, ReadonlySet<string>>> = {
  organisation: words(`
agency airline alliance arm army association authority band bank battalion body brand brigade broadcaster brokerage builder bureau carmaker carrier chain
chamber channel charity church clinic club coalition college commission committee company confederation conglomerate consortium consultancy contractor
cooperative council court daily department developer distributor division employer exchange exporter faction family federation firm force forum
foundation fund giant group hospital importer initiative institute institution insurer investor label lender league magazine maker manufacturer militia
miner ministry movement museum network newspaper operator orchestra order organisation organization outlet partnership party plant platform portal
producer provider publisher refiner regiment regulator restaurant retailer school sect service shipbuilder shipyard site sponsor squad squadron start-up
startup station studio subsidiary supermarket supplier syndicate team theatre think-tank trader tribunal troupe trust unit union university utility
watchdog website weekly wing workshop`),
  group: words('caste clan community dynasty family group minority nation people sect tribe'),
  place: words(`
airfield airport area avenue base bay beach bridge building camp canal capital castle checkpoint church city commune constituency county crossing dam
desert district enclave estate factory farm field forest fort garden glacier gorge governorate harbour hill hospital hotel island islet junction
lagoon lake market mine mosque mountain museum neighbourhood neighborhood oasis outpost palace park peninsula plain plant plateau port prison province
quarter ranch range refinery region reservoir resort restaurant river road school sea settlement shrine site slum spring square stadium state station
strait street stretch suburb summit temple terminal territory theatre town township university valley village volcano ward wetland zone`),
  thing: words(`
act agreement aircraft album algorithm antibiotic app application asteroid award bill boat book bomb brand breed cartoon car chatbot chip code comedy comet
competition conference console constellation contest cult currency cyclone deal disease dish documentary drama drone drug engine event exercise ferry
festival fighter film fish frigate fruit game gun helicopter holiday hurricane index journal language law locomotive magazine medal medicine method
missile mission model moon motorcycle musical newspaper novel opera operation orchid pact paper parasite phone pistol plan planet plant plane play
poem pill policy prize probe process product programme program project rocket robot rifle satellite scheme scripture serial series ship show sitcom
song spacecraft species sport star statue storm submarine study supplement survey symphony system tablet tank tanker technique telescope tool torpedo
tournament trade train trawler treaty treatment truck typhoon vaccine vehicle vessel virus warship weapon work yacht`),
};

const singularOf = (word: string) => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
const isNoun = (kind: Exclude<Introduced, 'person'>, word: string) => {
  const last = word.toLowerCase().split('-').at(-1) ?? '';
  return NOUNS[kind].has(word.toLowerCase()) || NOUNS[kind].has(singularOf(last));
};

/** Where the noun of a phrase ends its group: before what it is of, in, or does. */
const BEHIND_NOUN =
  /\s(?:of|in|on|at|for|from|to|with|by|near|that|which|who|whose|where|when|based|founded|owned|run|made|led|built|known)\s/;

/** "a state-owned lender in Kyiv which …": up to the relative clause, if its noun is one for this kind. */
function described(kind: Exclude<Introduced, 'person'>, phrase: string): string | null {
  const whole = phrase.split(/\s(?:which|who|whose|that|where)\s/)[0]?.trim() ?? '';
  const group = `${whole} `.split(BEHIND_NOUN)[0]?.trim() ?? '';
  const noun = group.split(/\s+/).at(-1) ?? '';
  return /^\p{Ll}/u.test(noun) && isNoun(kind, noun) && whole.length <= 120 ? whole : null;
}

/** What a sentence says that a body, a people, a place or a thing is: right behind its name or right before it. */
export function readWhat(
  sentence: string,
  terms: readonly Term[],
  start: number,
  end: number,
  kind: Exclude<Introduced, 'person'>,
): string | null {
  const behind = sentence.slice(end);
  const apposed =
    /^(?:['’]s)?\s*(?:\([^()]{1,60}\))?(?:,\s+|\s+(?:is|was)\s+|\s+[—–]\s+)((?:an?|the|one of)\s+[^,.;:()—–“”"]{3,160})/u.exec(behind)?.[1];
  const after = apposed ? described(kind, apposed) : null;
  if (after) return after;
  const before = nounsBefore(sentence, terms, start);
  const noun = before?.split(/\s+/).at(-1) ?? '';
  if (before && /^\p{Ll}/u.test(noun) && isNoun(kind, noun)) return before;
  return (
    /^,\s+(which\s+(?!(?:is|was|has|had|have|said|says|did|will|would)\b)[^,.;:!?()—–"“”]{8,110})(?=[,.;:!?—–)]|$)/u
      .exec(behind)?.[1]
      ?.trim() ?? null
  );
}
