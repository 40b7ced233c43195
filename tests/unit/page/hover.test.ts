import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HoverEffect, type HoverEvent, type HoverState, hover, RESTING } from '#lib/page/index.ts';

const name = (mention: number): HoverEvent => ({ type: 'over-name', target: { mention, rect: 0 }, fast: false });
const past = (mention: number): HoverEvent => ({ type: 'over-name', target: { mention, rect: 0 }, fast: true });
const called = (mention: number): HoverEvent => ({ type: 'called', target: { mention, rect: 0 } });
const bridge: HoverEvent = { type: 'on-bridge' };
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

  test('of the name before is closed where the pointer leaves while the next is asked for', () => {
    // The card of 1 is still drawn while that of 2 is on its way.
    for (const way of [
      [name(1), 'delay', 'card', name(2), 'delay', nothing],
      [name(1), 'delay', 'card', name(2), 'delay', name(3), nothing],
    ] as const) {
      const { state, effects } = play(...way);
      expect(state.at).toBe('idle');
      expect(effects.at(-1)).toEqual({ type: 'close' });
    }
  });

  test('waits until the pointer rests: each fast movement begins the delay anew', () => {
    const first = play(past(1)).state;
    const moving = hover(first, past(1));
    expect(moving.effects).toEqual([{ type: 'start-delay', token: moving.state.token, delay: 'open' }]);
    expect(hover(moving.state, { type: 'delay-over', token: first.token }).state.at).toBe('waiting');
    const slow = hover(moving.state, name(1));
    expect(slow.effects).toEqual([]);
    expect(hover(slow.state, { type: 'delay-over', token: moving.state.token }).state.at).toBe('asking');
  });

  test('stays for a pointer on the bridge, for longer than for one that left', () => {
    const { state, effects } = play(name(1), 'delay', 'card', bridge);
    expect(effects.at(-1)).toMatchObject({ type: 'start-delay', delay: 'bridge' });
    expect(hover(state, bridge).effects).toMatchObject([{ type: 'start-delay', delay: 'bridge' }]);
    expect(hover(state, onCard).state).toMatchObject({ at: 'open', target: { mention: 1 } });
    expect(hover(state, { type: 'delay-over', token: state.token }).state.at).toBe('idle');
  });

  test('that was called by key or tap comes at once and stays, wherever the pointer goes', () => {
    const { state, effects } = play(called(1), 'card', nothing, name(2), 'delay', bridge, 'delay');
    expect(state).toMatchObject({ at: 'open', target: { mention: 1 }, held: true });
    expect(effects.map((effect) => effect.type)).toEqual(['ask']);
    expect(hover(state, { type: 'dismissed' }).state.at).toBe('idle');
    expect(play(called(1), 'card', { type: 'let-go' }, nothing, 'delay').state.at).toBe('idle');
  });

  test('in which the reader has something to do stays', () => {
    expect(play(name(1), 'delay', 'card', nothing, { type: 'held' }, 'delay', nothing).state).toMatchObject({ at: 'open', held: true });
  });

  test('that does not come leaves nothing behind', () => {
    const asked = play(name(1), 'delay').state;
    expect(hover(asked, { type: 'card-failed', token: asked.token }).state.at).toBe('idle');
  });
});

const anyEvent = (token: number): fc.Arbitrary<HoverEvent> =>
  fc.oneof(
    fc.integer({ min: 0, max: 3 }).map(name),
    fc.integer({ min: 0, max: 3 }).map(past),
    fc.integer({ min: 0, max: 3 }).map(called),
    fc.constant(bridge),
    fc.constant<HoverEvent>({ type: 'held' }),
    fc.constant<HoverEvent>({ type: 'let-go' }),
    fc.constant(nothing),
    fc.constant(onCard),
    fc.constant<HoverEvent>({ type: 'dismissed' }),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'delay-over', token: stale })),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'card-came', token: stale })),
    fc.integer({ min: 0, max: token }).map((stale): HoverEvent => ({ type: 'card-failed', token: stale })),
  );

test('whatever happens, leaving and waiting ends in rest without a card, and tokens never go back', () => {
  fc.assert(
    fc.property(fc.array(anyEvent(60), { maxLength: 60 }), (events) => {
      let state = RESTING;
      let drawn = false;
      const give = (event: HoverEvent) => {
        const step = hover(state, event);
        expect(step.state.token).toBeGreaterThanOrEqual(state.token);
        if (state.at === 'asking' && step.state.at === 'open') drawn = true;
        if (step.effects.some(({ type }) => type === 'close')) drawn = false;
        state = step.state;
      };
      for (const event of events) give(event);
      give({ type: 'card-failed', token: state.token });
      give({ type: 'let-go' });
      give(nothing);
      give({ type: 'delay-over', token: state.token });
      expect(state.at).toBe('idle');
      expect(drawn).toBe(false);
    }),
  );
});
