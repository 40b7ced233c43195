import { expect, test } from 'vitest';
import { addsTo, type Card, cardOf, cardOfEntry } from '#lib/card/index.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { introduce } from '#lib/introduce/index.ts';
import { annotate } from '#lib/names/index.ts';
import { recogniser } from '../support/reading.ts';

/** The bundled glossary, as the reader has it. */
const glossary = await loadGlossary();
const DAY = 20201018;

/** The card of the last mention of a name in a text. */
function cardIn(text: string, surface: string): Card {
  const mentions = annotate({ blocks: [text], day: DAY }, glossary, recogniser);
  const mention = mentions.findLast((found) => found.surface === surface);
  if (!mention) throw new Error(`"${surface}" is no name in "${text}"; names are ${mentions.map((found) => found.surface).join(', ')}`);
  const alike = mentions.filter((other) => (mention.entry === null ? other.bearer === mention.bearer : other.entry === mention.entry));
  const said = introduce(
    alike.map(({ start, end }) => ({ text, start, end })),
    mention.kind,
  );
  return cardOf({ mention, day: DAY, count: alike.length, introduction: said }, glossary);
}
const line = (card: Card, label: string) => card.lines.find((found) => found.label === label)?.texts.join('; ') ?? '';
const steps = (card: Card, rel: string) => card.steps.find((found) => found.rel === rel)?.to.map(({ name }) => name) ?? [];

const NEWS =
  'Secretary of State Mike Pompeo spoke with Joe Biden. While Ankara has openly called for war in Nagorno-Karabakh, the Minsk Group met. ' +
  'Azeri troops shelled Ganja, where Bayraktar TB2 drones were seen, and ?anl?urfa. Pompeo left. ' +
  'US military analyst Rob Lee told reporters that the front had moved. However, Lee added that Georgian authorities closed their sky.';

test('Mike Pompeo: his office that day, when it ended, what he was before; his surname opens the same card', () => {
  const card = cardIn(NEWS, 'Mike Pompeo');
  expect(card).toMatchObject({ title: 'Mike Pompeo', lead: 'US Secretary of State, since April 2018', count: 2, remark: null });
  expect(line(card, 'later')).toBe('left office 20 January 2021');
  expect(line(card, 'before')).toBe('Director of the CIA 2017 to 2018; US Representative for Kansas 2011 to 2017');
  expect(steps(card, 'predecessor')).toEqual(['Rex Tillerson']);
  expect(steps(card, 'successor')).toEqual(['Antony Blinken']);
  const short = cardIn(NEWS, 'Pompeo');
  expect(short).toMatchObject({ title: 'Mike Pompeo', lead: card.lead, met: null });
});

test('Joe Biden: a candidate then, President later', () => {
  const card = cardIn(NEWS, 'Joe Biden');
  expect(card.lead).toBe('Democratic candidate for US president, election of 3 November 2020');
  expect(line(card, 'later')).toMatch(/^President of the United States 2021 to 2025/);
  expect(line(card, 'before')).toMatch(/^Vice President .*2009 to 2017; US Senator for Delaware 1973 to 2009/);
});

test('Ankara: here the government, and what it is besides', () => {
  const card = cardIn(NEWS, 'Ankara');
  expect(card).toMatchObject({ here: true, lead: 'the government of Turkey, then under President Recep Tayyip Erdoğan' });
  expect(line(card, 'about')).toMatch(/^Capital of Turkey/);
  expect(card.place).not.toBeNull();
});

test('Nagorno-Karabakh: whose it is held to be, who held it then, what came later', () => {
  const card = cardIn(NEWS, 'Nagorno-Karabakh');
  expect(card.lead).toMatch(/internationally recognised as part of Azerbaijan/);
  expect(line(card, 'then')).toMatch(
    /held mainly by the unrecognised Republic of Artsakh, backed by Armenia; war with Azerbaijan since 27 September 2020/,
  );
  expect(line(card, 'later')).toMatch(/2020.*2023/);
});

test('the Minsk Group: its full name, what it does, who chaired it', () => {
  const card = cardIn(NEWS, 'Minsk Group');
  expect(card.title).toBe('OSCE Minsk Group');
  expect(card.lead).toMatch(/mediation over Nagorno-Karabakh.*chaired by Russia, the United States and France/);
});

test('Ganja: the city, and nothing of any plant', () => {
  const card = cardIn(NEWS, 'Ganja');
  expect(card.lead).toMatch(/^City in western Azerbaijan/);
  expect(card.facts).toEqual(['about 335,000 people']);
  expect(JSON.stringify(card)).not.toMatch(/cannabis|plant/i);
});

test('Azeri: of the state and of the people, with steps to both', () => {
  const card = cardIn(NEWS, 'Azeri');
  expect(card).toMatchObject({ name: 'Azerbaijan', title: 'Azerbaijani', lead: 'of Azerbaijan, or of its people' });
  expect(steps(card, 'country')).toEqual(['Azerbaijan']);
  expect(steps(card, 'people')).toEqual(['Azerbaijanis']);
});

test('Lee: what the article says of Rob Lee, with its sentence', () => {
  const card = cardIn(NEWS, 'Lee');
  expect(card).toMatchObject({ title: 'Rob Lee', entry: null, lead: 'US military analyst', count: 2 });
  expect(card.quote?.sentence).toMatch(/^US military analyst Rob Lee told reporters/);
});

test('Bayraktar TB2, a damaged name, and Georgia', () => {
  expect(cardIn(NEWS, 'Bayraktar TB2').lead).toBe('Armed drone made by Baykar in Turkey, in service since 2014');
  expect(steps(cardIn(NEWS, 'Bayraktar TB2'), 'made-by')).toEqual(['Baykar']);
  expect(cardIn(NEWS, '?anl?urfa')).toMatchObject({ title: 'Şanlıurfa', remark: 'repaired' });
  const georgia = cardIn('Georgia closed its sky.', 'Georgia');
  expect(georgia.lead).toMatch(/South Caucasus/);
  expect(steps(georgia, 'holders')).toEqual(['President Salome Zourabichvili', 'Prime Minister Giorgi Gakharia']);
});

test('every step of a card leads to a card, as of the same day', () => {
  for (const surface of ['Mike Pompeo', 'Ankara', 'Azeri', 'Bayraktar TB2'])
    for (const { to } of cardIn(NEWS, surface).steps)
      for (const { id } of to) {
        const entry = glossary.byId(id);
        expect(entry && cardOfEntry(entry, DAY, 0, glossary).lead, id).toBeTruthy();
      }
});

test('the article’s own words stand beside an entry only where they add to it', () => {
  const card = { title: 'Bashar al-Assad', lead: 'President of Syria, since July 2000', lines: [] };
  expect(addsTo({ phrase: 'Syrian President' }, card)).toBe(false);
  expect(addsTo({ phrase: 'a trained eye doctor' }, card)).toBe(true);
  expect(addsTo({ phrase: 'air force against Syrian President' }, card)).toBe(false);
});
