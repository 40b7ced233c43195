import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotateReply, cardReply, pageState, parseMessage, requestSchema } from '#lib/protocol.ts';

test.each([
  { type: 'knock' },
  { type: 'settings' },
  {
    type: 'annotate',
    page: 'p',
    blocks: ['a', ''],
    day: 20201018,
    choices: [
      { from: 'ganja', to: null },
      { from: 'georgia', to: 'georgia-us' },
    ],
    parts: [{ from: 1, day: null }],
  },
  { type: 'entry', page: 'p', entry: 'ganja' },
  { type: 'introduction', page: 'p', mention: 3 },
  { type: 'annotate', page: 'p', blocks: [], day: null, choices: [], parts: [] },
  { type: 'card', page: 'p', mention: 0 },
  { type: 'report', report: { entry: 'ganja', name: 'Ganja', day: null, card: 'Ganja' } },
])('a request passes: %o', (request) => {
  expect(parseMessage(requestSchema, request)).toEqual(request);
});

test.each([
  null,
  'knock',
  {},
  { type: 'storage' },
  { type: 'annotate', page: '', blocks: [], day: null, choices: [] },
  { type: 'annotate', page: 'p', blocks: 'text', day: null, choices: [] },
  { type: 'annotate', page: 'p', blocks: [1], day: null, choices: [] },
  { type: 'annotate', page: 'p', blocks: [], day: '2020', choices: [] },
  { type: 'annotate', page: 'p', blocks: Array.from({ length: 20_001 }, () => ''), day: null, choices: [] },
  { type: 'annotate', page: 'p', blocks: [], day: null, choices: [{ from: '', to: null }] },
  { type: 'annotate', page: 'p', blocks: [], day: null, choices: Array.from({ length: 301 }, () => ({ from: 'a', to: null })) },
  { type: 'annotate', page: 'p', blocks: [], day: null, choices: [], parts: [{ from: -1, day: null }] },
  { type: 'annotate', page: 'p', blocks: [], day: null, choices: [], parts: Array.from({ length: 201 }, () => ({ from: 0, day: null })) },
  { type: 'entry', page: 'p', entry: 'x'.repeat(201) },
  { type: 'card', page: 'p', mention: -1 },
  { type: 'report', report: { entry: '', name: 'Ganja', day: null, card: '' } },
  { type: 'report', report: { entry: 'ganja', name: 'Ganja', day: 20201018, card: 'x'.repeat(20_001) } },
  { type: 'card', page: 'p', mention: 1.5 },
  { type: 'card', page: 'p'.repeat(65), mention: 0 },
])('anything else is refused', (message) => {
  expect(parseMessage(requestSchema, message)).toBeNull();
});

test('replies are parsed too', () => {
  expect(
    parseMessage(annotateReply, {
      type: 'marks',
      marks: [{ block: 0, start: 0, end: 3, kind: 'place', via: 'name', confidence: 0.9, mention: 0, of: 0 }],
    }),
  ).not.toBeNull();
  expect(
    parseMessage(annotateReply, {
      type: 'marks',
      marks: [{ block: 0, start: 0, end: 3, kind: 'animal', via: 'name', confidence: 0.9, mention: 0, of: 0 }],
    }),
  ).toBeNull();
  expect(parseMessage(cardReply, { type: 'forgotten' })).toEqual({ type: 'forgotten' });
  expect(parseMessage(cardReply, { type: 'card', card: { title: '<b>' } })).toBeNull();
  const state = {
    type: 'state',
    state: 'marked',
    names: 3,
    kinds: { place: 3 },
    anyway: false,
    article: { page: 'p', title: '' },
    current: null,
  };
  expect(parseMessage(pageState, state)).toEqual(state);
  expect(parseMessage(pageState, { ...state, names: -1 })).toBeNull();
});

test('no message throws', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      (message) => void [requestSchema, annotateReply, cardReply, pageState].map((schema) => parseMessage<unknown>(schema, message)),
    ),
  );
});
