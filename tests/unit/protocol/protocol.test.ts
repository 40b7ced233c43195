import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  annotateReply,
  cardReply,
  type Mark,
  mapReply,
  pageState,
  parseMessage,
  type ReaderSettings,
  requestSchema,
  rowsOf,
} from '#lib/protocol/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';

test.each([
  { type: 'knock' },
  { type: 'settings' },
  { type: 'hear-escape' },
  { type: 'escape' },
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
  { type: 'map', entries: Array.from({ length: 301 }, (_, place) => `place-${place}`), width: 340, height: 200, heart: false },
])('anything else is refused', (message) => {
  expect(parseMessage(requestSchema, message)).toBeNull();
});

test('replies are parsed too', () => {
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

const { kinds, markDensity, markStyle, confidence, hoverDelay } = DEFAULTS;
const settings: ReaderSettings = { shown: true, kinds, markDensity, markStyle, confidence, hoverDelay, hidden: 0 };
const marks: Mark[] = [
  { block: 0, start: 0, end: 3, kind: 'place', via: 'name', confidence: 0.9, mention: 0, of: 0 },
  { block: 2, start: 14, end: 30, kind: 'person', via: 'article', confidence: 0.734, mention: 3, of: 1 },
];

test('marks travel as rows of numbers', () => {
  expect(parseMessage(annotateReply, { type: 'marks', marks: rowsOf(marks), settings })).toEqual({ type: 'marks', marks, settings });
  expect(parseMessage(annotateReply, { type: 'marks', marks: [], settings })).toEqual({ type: 'marks', marks: [], settings });
});

test('marks without the settings that they come with, or with some that are none, are refused', () => {
  expect(parseMessage(annotateReply, { type: 'marks', marks: [] })).toBeNull();
  expect(parseMessage(annotateReply, { type: 'marks', marks: [], settings: { ...settings, hoverDelay: -1 } })).toBeNull();
});

test.each([
  ['no list', 'marks'],
  ['a number too few', rowsOf(marks).slice(1)],
  ['no whole number', rowsOf(marks).with(1, 0.5)],
  ['a number below 0', rowsOf(marks).with(2, -1)],
  ['no number', [...rowsOf(marks).slice(1), '7']],
  ['a kind that is none', rowsOf(marks).with(3, 99)],
  ['a via that is none', rowsOf(marks).with(4, 99)],
  ['more than sure', rowsOf(marks).with(5, 1001)],
  ['holes', Array(8)],
])('rows with %s are refused', (_, rows) => {
  expect(parseMessage(annotateReply, { type: 'marks', marks: rows, settings })).toBeNull();
});

test('no message throws', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      (message) => void [requestSchema, annotateReply, cardReply, pageState].map((schema) => parseMessage<unknown>(schema, message)),
    ),
  );
});

test('a map’s lines are lines, and nothing else', () => {
  const lines = { land: 'M0,0l5.5,-3Z', home: '', contested: '', coast: '', borders: '', disputed: '' };
  const map = { width: 340, height: 200, ...lines, marks: [], labels: [], scale: { length: 60, text: '100 km' }, description: '' };
  const reply = (change: object) => ({ type: 'map', map: { ...map, ...change }, beyond: 0 });
  expect(parseMessage(mapReply, reply({}))).toEqual(reply({}));
  for (const path of ['M0,0"/><script>', 'url(#x)', 'M0 0\n', 'C1,1', 'M'.repeat(400_001)])
    for (const line of Object.keys(lines)) expect(parseMessage(mapReply, reply({ [line]: path })), line).toBeNull();
});
