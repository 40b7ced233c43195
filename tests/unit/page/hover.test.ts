import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HoverEffect, type HoverEvent, type HoverState, hover, RESTING } from '#lib/page/index.ts';

const name = (mention: number): HoverEvent => ({ type: 'over-name', target: { mention, rect: 0 } });
const nothing: HoverEvent = { type: 'over-nothing' };
const onCard: HoverEvent = { type: 'over-card' };

/** Feeds events; "delay" and "card" answer the newest token, as the page does when nothing is stale. */
function play(...events: (HoverEvent | 'delay' | 'card')[]): { state: HoverState; effects: HoverEffect[] } {
  let state = RESTING;
  const effects: HoverEffect[] = [];
  for (const event of events) {
    const given: HoverEvent =
      event === 'delay' ? { type: 'delay-over', token: state.token } : event === 'card' ? { type: 'card-came', token: state.token } : event;
    const step = hover(state, given);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

describe('a card', () => {
  test('opens after the delay and the answer', () => {
    const { state, effects } = play(name(1), 'delay', 'card');
    expect(state).toMatchObject({ at: 'open', target: { mention: 1 }, next: null });
    expect(effects.map((effect) => effect.type)).toEqual(['start-delay', 'ask']);
  });

  test('does not open for a pointer that only passes', () => {
    expect(play(name(1), nothing, 'delay').state.at).toBe('idle');
    expect(play(name(1), name(2), name(3), nothing).effects.some((effect) => effect.type === 'ask')).toBe(false);
  });

  test('stays while the pointer crosses to it', () => {
    expect(play(name(1), 'delay', 'card', nothing, onCard, 'delay').state).toMatchObject({ at: 'open', target: { mention: 1 } });
  });

  test('closes when it is left', () => {
    const { state, effects } = play(name(1), 'delay', 'card', nothing, 'delay');
    expect(state.at).toBe('idle');
    expect(effects.at(-1)).toEqual({ type: 'close' });
  });

  test('changes to a neighbour after the short delay, not at once', () => {
    expect(play(name(1), 'delay', 'card', name(2)).state).toMatchObject({ at: 'open', target: { mention: 1 }, next: { mention: 2 } });
    expect(play(name(1), 'delay', 'card', name(2), 'delay', 'card').state).toMatchObject({ at: 'open', target: { mention: 2 } });
    expect(play(name(1), 'delay', 'card', name(2), name(1), 'delay').state).toMatchObject({
      at: 'open',
      target: { mention: 1 },
      next: null,
    });
  });

  test('is closed by Esc wherever it stands', () => {
    for (const before of [[name(1)], [name(1), 'delay'], [name(1), 'delay', 'card'], [name(1), 'delay', 'card', nothing]] as const) {
      const { state, effects } = play(...before, { type: 'dismissed' });
      expect(state.at).toBe('idle');
      expect(effects.at(-1)).toEqual({ type: 'close' });
    }
  });

  test('of an older hover is dropped', () => {
    const asked = play(name(1), 'delay').state;
    const moved = hover(asked, name(2)).state;
    expect(hover(moved, { type: 'card-came', token: asked.token })).toEqual({ state: moved, effects: [] });
    expect(hover(moved, { type: 'delay-over', token: asked.token })).toEqual({ state: moved, effects: [] });
  });

  test('that does not come leaves nothing behind', () => {
    const asked = play(name(1), 'delay').state;
    expect(hover(asked, { type: 'card-failed', token: asked.token }).state.at).toBe('idle');
  });
});

const anyEvent = (token: number): fc.Arbitrary<HoverEvent> =>
  fc.oneof(
    fc.integer({ min: 0, max: 3 }).map(name),
    fc.constant(nothing),
    fc.constant(onCard),
    fc.constant<HoverEvent>({ type: 'dismissed' }),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'delay-over', token: stale })),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'card-came', token: stale })),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'card-failed', token: stale })),
  );

test('whatever happens, leaving and waiting ends in rest, and tokens never go back', () => {
  fc.assert(
    fc.property(fc.array(anyEvent(60), { maxLength: 60 }), (events) => {
      let state = RESTING;
      for (const event of events) {
        const step = hover(state, event);
        expect(step.state.token).toBeGreaterThanOrEqual(state.token);
        state = step.state;
      }
      state = hover(state, nothing).state;
      state = hover(state, { type: 'delay-over', token: state.token }).state;
      expect(state.at).toBe('idle');
    }),
  );
});
