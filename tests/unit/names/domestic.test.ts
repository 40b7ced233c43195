import { describe, expect, test } from 'vitest';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { read } from '../support/reading.ts';

const glossary = await loadGlossary();
const of = (text: string, start: string) => read(glossary, text, 20190610).filter((line) => line.startsWith(start));

describe("a body by a name that many states' bodies have", () => {
  test.each([
    ['NEW DELHI: The Supreme Court gave India two weeks. Indian lawyers objected.', 'Supreme Court', 'supreme-court-of-india'],
    ['Armenia mourned on Monday. The Ministry of Defence in Yerevan said two soldiers fell.', 'Ministry', 'ministry-of-defence-of-armenia'],
    ['Nigeria has a budget. The National Assembly in Abuja passed it.', 'National Assembly', 'parliament-of-nigeria'],
    ['Nigeria has a budget. The Central Bank in Abuja had asked for it.', 'Central Bank', 'central-bank-of-nigeria'],
    ['In Hong Kong the Legislative Council met. Hong Kong police stood by.', 'Legislative', 'hong-kong-legislative-council'],
  ])('is that of the state which the article is about: %s', (text, start, entry) => {
    expect(of(text, start)).toEqual([`${of(text, start)[0]?.split(' -> ')[0]} -> ${entry} (short)`]);
  });

  test('is that of the owner or the seat beside it, where the article is about several', () => {
    const text = 'India and Pakistan talked. The Foreign Ministry in Islamabad was silent. Pakistan and India will talk again.';
    expect(of(text, 'Foreign Ministry')).toEqual(['Foreign Ministry -> ministry-of-foreign-affairs-of-pakistan (short)']);
  });

  test('is nobody else’s where the glossary lacks it', () => {
    const text =
      "Hong Kong's Labour Party and the Democratic Party urged Carrie Lam to withdraw the bill. Lawmakers in Hong Kong said so. The Labour Party left.";
    expect(of(text, 'Labour')).toEqual(['Labour Party -> "Labour Party" (article)', 'Labour Party -> "Labour Party" (article)']);
    expect(of(text, 'Democratic')).toEqual(['Democratic Party -> democratic-party-hong-kong (short)']);
  });

  test('is left open where two states are named alike and nothing says whose it is', () => {
    expect(of('India and Pakistan talked for a day. The Supreme Court met.', 'Supreme')).toEqual([
      'Supreme Court -> "Supreme Court" (article)',
    ]);
  });

  test('that no other state has is kept in an article about others', () => {
    const text =
      'Syria and Syrian towns were hit. Syrian doctors wept. The Pentagon, USAID and the Royal Air Force said nothing about Syria.';
    expect(of(text, 'Royal')).toEqual(['Royal Air Force -> air-force-of-united-kingdom (name)']);
    expect(of(text, 'USAID')).toEqual(['USAID -> usaid (acronym)']);
  });
});
