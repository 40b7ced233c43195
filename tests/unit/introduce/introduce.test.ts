import { describe, expect, test } from 'vitest';
import { KINDS, type Kind } from '#lib/glossary/index.ts';
import { introduce, sentenceAround } from '#lib/introduce/index.ts';

function phrase(text: string, name: string, kind: Kind = 'person'): string | null {
  const start = text.indexOf(name);
  return introduce([{ text, start, end: start + name.length }], kind)?.phrase ?? null;
}

describe('an article introduces a name', () => {
  test.each([
    ['US military analyst Rob Lee told reporters that drones matter.', 'Rob Lee', 'US military analyst'],
    [
      'After Armenian Defense Ministry spokeswoman Shushan Stepanyan blamed them, it went on.',
      'Shushan Stepanyan',
      'Armenian Defense Ministry spokeswoman',
    ],
    ['It was won by the opposition lawmaker Jane Doe on Monday.', 'Jane Doe', 'opposition lawmaker'],
    [
      'Fuad Shahbaz, an official at the Centre for Strategic Communications think-tank in Baku, told us so.',
      'Fuad Shahbaz',
      'an official at the Centre for Strategic Communications think-tank in Baku',
    ],
    ['It would send a mission led by its secretary general, Stanislav Zas.', 'Stanislav Zas', 'secretary general'],
    ['“We saw it,” said Maria Lopez, a nurse from Goris, who had fled.', 'Maria Lopez', 'a nurse from Goris'],
    ['Also the head of the water board, Pia Strand, has spoken.', 'Pia Strand', 'head of the water board'],
    ['The Secretary for Education Dr Amos Tolai apologised.', 'Amos Tolai', 'Secretary for Education'],
    ['Ivo Brand of the Civic Union and Lea Horn of the Greens left.', 'Ivo Brand', 'of the Civic Union'],
    ['“No,” said Ruth Amadi, 58, of Gladstone.', 'Ruth Amadi', '58, of Gladstone'],
    ['It was said by Kofi Mensa, who teaches politics in Accra, on Monday.', 'Kofi Mensa', 'who teaches politics in Accra'],
    ['Sir Hugh Lyle (Con, Mid-Wessex) rose.', 'Hugh Lyle', 'Con, Mid-Wessex'],
    ['A spokesman for the army, Lieutenant Colonel Ade Obi, declined.', 'Ade Obi', 'spokesman for the army'],
    ['Prosecuting, Sunita Ray said that he ran.', 'Sunita Ray', 'Prosecuting'],
    ['The architect is Selin Kaya.', 'Selin Kaya', 'architect'],
    ["The store's manager, one Titus Mulu, has fled.", 'Titus Mulu', "store's manager"],
    ['She was the daughter of a silk dyer, Rahim Aka, who fled.', 'Rahim Aka', 'silk dyer'],
    ['In the valley a farmer named Toribio Huanca digs.', 'Toribio Huanca', 'farmer'],
    ['Gabor Szent is a senior fellow at the Forum and teaches in Pest.', 'Gabor Szent', 'a senior fellow at the Forum'],
    [
      'She worked for Sofia Levit, an ethnographer evacuated from Minsk, who paid in bread.',
      'Sofia Levit',
      'an ethnographer evacuated from Minsk',
    ],
    ['It was founded by Olavo Reis, whose family holds the shares.', 'Olavo Reis', 'whose family holds the shares'],
    ['Mum-of-five Doreen Huxley, 74, sang.', 'Doreen Huxley', 'Mum-of-five'],
    ['Sen. Paz Uy asked for more.', 'Paz Uy', 'Senator'],
    ['Major Ben Okai, spokesman for the army, said so.', 'Ben Okai', 'Major, spokesman for the army'],
    ['Their daughter, Ana Pop, a cellist in Leipzig, survives her.', 'Ana Pop', 'a cellist in Leipzig'],
    ['Counsel for the farmers, M. K. Nair, told the bench.', 'M. K. Nair', 'Counsel for the farmers'],
    ['The bank named Ada Kalu as head of its business in Accra.', 'Ada Kalu', 'head of its business in Accra'],
    ['Rosa Quill, a planetary scientist at Kew who took no part, notes three.', 'Rosa Quill', 'a planetary scientist at Kew'],
    ["Elected were the DAB's Ben Chan and others.", 'Ben Chan', 'of DAB'],
    ["Namibia's Minister of Works, Erik Ndele, shook hands.", 'Erik Ndele', "Namibia's Minister of Works"],
    ["It was said by the Afghan team's coach, Ali Mehr.", 'Ali Mehr', "Afghan team's coach"],
    ['Democracy camp councillors Alvin Young and Fay Chung won.', 'Alvin Young', 'Democracy camp councillor'],
    ['The driver, named by state television as Zoran Perko, told them so.', 'Zoran Perko', 'driver'],
    ['She and a night watchman named Vano kept it running.', 'Vano', 'night watchman'],
    ['Acting chief executive Kila Vagi said so.', 'Kila Vagi', 'Acting chief executive'],
    ['“No,” said Toby Clarke of brokers Petrie & Sons.', 'Toby Clarke', 'of brokers Petrie & Sons'],
    ['Kay Lund, a junior at Mettau High School, collected 212 signatures.', 'Kay Lund', 'a junior at Mettau High School'],
    ['Ida Moor, a midwife with forearms like a stevedore, rings.', 'Ida Moor', 'a midwife with forearms like a stevedore'],
    [
      'It was found by Sara Wolde, then a doctoral student at Mekel University, in salt.',
      'Sara Wolde',
      'then a doctoral student at Mekel University',
    ],
    ['So says Rene Fonte, project manager with the state Agency of Roads.', 'Rene Fonte', 'project manager with the state Agency of Roads'],
    ['So did the parish clerk, a Mrs Beryl Wag, with cake.', 'Beryl Wag', 'parish clerk'],
    ['The bishop of the province, Monsignor Aurel Viz, prays.', 'Aurel Viz', 'bishop of the province'],
    ['“It was foretold,” said Fr. Ambo Kats, a Jesuit who runs a radio.', 'Ambo Kats', 'a Jesuit'],
    ['SAN PABLO - President Hugo Paz will go.', 'Hugo Paz', 'President'],
    ['Left-back Dimo Ilev could follow the former England international Cal Prew.', 'Dimo Ilev', 'Left-back'],
    ['Left-back Dimo Ilev could follow the former England international Cal Prew.', 'Cal Prew', 'former England international'],
    ['Albion have completed the signing of winger Sou Bah from Midt Town.', 'Sou Bah', 'winger'],
    ['Analysts including Wana Zim of Lilongwe-based Kuza Advisory agree.', 'Wana Zim', 'of Lilongwe-based Kuza Advisory'],
    ['Chris Finch, for the prosecution, put it at more.', 'Chris Finch', 'for the prosecution'],
    ['Rod Vane KC, defending, disagreed.', 'Rod Vane', 'defending'],
    ['The supplier, a Spaniard named Joaco Urre, is at large.', 'Joaco Urre', 'Spaniard'],
    ['Gil Lambe, 66, of no fixed address, pleaded guilty.', 'Gil Lambe', '66, of no fixed address'],
    ['Hamad Shakib was a retired police officer.', 'Hamad Shakib', 'a retired police officer'],
    ['A nephew, Zurab, survives her.', 'Zurab', 'nephew'],
    [
      'Edward Yiu of the Architectural, Surveying and Landscape constituency won.',
      'Edward Yiu',
      'of the Architectural, Surveying and Landscape constituency',
    ],
  ])('%s', (text, name, expected) => {
    expect(phrase(text, name)).toBe(expected);
  });

  test.each([
    ['On Thursday Jane Doe went to the market and bought bread.', 'Jane Doe'],
    ['Jane Doe, however, stayed at home.', 'Jane Doe'],
    ['Yesterday Jane Doe, Rob Lee and others met.', 'Jane Doe'],
    ['He saw the tower before Jane Doe did.', 'Jane Doe'],
    ['Elected were Jane Doe, the Union’s Ann Mak and nonpartisan Rob Lee.', 'Jane Doe'],
    ['Jane Doe, 61, walked out of the prison at noon.', 'Jane Doe'],
    ['She is survived by Jane Doe, three sons and a daughter.', 'Jane Doe'],
  ])('or does not: %s', (text, name) => {
    expect(phrase(text, name)).toBeNull();
  });

  test.each<[string, string, Kind, string | null]>([
    ['It was built by the Portuguese builder Mota-Engil.', 'Mota-Engil', 'organisation', 'Portuguese builder'],
    ['A loan came from Zantel, a telecoms company in Zanzibar that lends.', 'Zantel', 'organisation', 'a telecoms company in Zanzibar'],
    ['Koruna Rail, which runs the line, declined.', 'Koruna Rail', 'organisation', 'which runs the line'],
    ['It honours the Tagaeri, an indigenous people who live in Yasuni.', 'Tagaeri', 'group', 'an indigenous people'],
    ['They fled to Malika, a suburb of Dakar.', 'Malika', 'place', 'a suburb of Dakar'],
    ['He sang in The Patience of Mud, a film of 71 minutes.', 'Patience of Mud', 'thing', 'a film of 71 minutes'],
    ['Bonds of Zantel, a shock to many, fell.', 'Zantel', 'organisation', null],
  ])('of any kind: %s', (text, name, kind, expected) => {
    expect(phrase(text, name, kind)).toBe(expected);
  });

  test('where it tells a role, not where it is named first', () => {
    const text = 'Ann Pop, who mapped the stars from a henhouse. Ann Pop, a Georgian astronomer, has died.';
    const places = [...text.matchAll(/Ann Pop/g)].map(({ index }) => ({ text, start: index, end: index + 7 }));
    expect(introduce(places, 'person')?.phrase).toBe('a Georgian astronomer');
  });

  test('in the sentence that holds the name', () => {
    const text = 'It rained. The analyst Rob Lee of the U.S. Navy stayed. He left.';
    const at = text.indexOf('Rob');
    expect(sentenceAround(text, at, at + 7).sentence).toBe('The analyst Rob Lee of the U.S. Navy stayed.');
  });

  test('and whatever the text, nothing is thrown', () => {
    for (const kind of KINDS)
      for (const text of ['', 'Rob Lee', '\uD800 Rob Lee', 'x'.repeat(5000), '(((('])
        expect(() => introduce([{ text, start: 0, end: Math.min(3, text.length) }], kind)).not.toThrow();
  });
});
