/**
 * What a pointer over names, a key or a tap leads to, as a pure reducer.
 *
 *            over name             delay over             card came
 *   idle ───────────────▶ waiting ───────────▶ asking ───────────────▶ open ◀─┐
 *    ▲      leave / esc      │  leave / esc      │   leave / esc      │ leave  │ over name or card
 *    └───────────────────────┴───────────────────┴──────────┐         ▼        │
 *    └───────────────────────── delay over ◀────────────────┴────── leaving ───┘
 *
 * A pointer in motion is not at rest: each fast movement over a name begins its delay anew. Over another name while a card
 * is open: `open` with `next` set; after the switch delay it becomes `asking`. A pointer that leaves a name towards the card
 * is on the bridge: `leaving`, with a longer delay. A card called by key or tap is `held`: no pointer closes or changes it.
 * Every interaction has a token; a delay or an answer with an older token changes nothing.
 */
export interface Hovered {
  readonly mention: number;
  /** Which line of the name, where it is broken over several, is under the pointer. */
  readonly rect: number;
}

export type HoverState =
  | { readonly at: 'idle'; readonly token: number }
  | { readonly at: 'waiting'; readonly token: number; readonly target: Hovered }
  | { readonly at: 'asking'; readonly token: number; readonly target: Hovered; readonly held: boolean }
  | { readonly at: 'open'; readonly token: number; readonly target: Hovered; readonly next: Hovered | null; readonly held: boolean }
  | { readonly at: 'leaving'; readonly token: number; readonly target: Hovered };

export type HoverEvent =
  /** `fast`: the pointer is in motion. */
  | { readonly type: 'over-name'; readonly target: Hovered; readonly fast: boolean }
  | { readonly type: 'over-card' }
  | { readonly type: 'over-nothing' }
  /** Off the name, on the way to its card. */
  | { readonly type: 'on-bridge' }
  | { readonly type: 'delay-over'; readonly token: number }
  | { readonly type: 'card-came'; readonly token: number }
  | { readonly type: 'card-failed'; readonly token: number }
  /** By key or tap: at once, and until dismissed. */
  | { readonly type: 'called'; readonly target: Hovered }
  /** The reader has something to do in the card, or no longer. */
  | { readonly type: 'held' }
  | { readonly type: 'let-go' }
  /** Esc, a press elsewhere, a scroll of the page away, marks taken away. */
  | { readonly type: 'dismissed' };

export type Delay = 'open' | 'switch' | 'close' | 'bridge';

export type HoverEffect =
  | { readonly type: 'start-delay'; readonly token: number; readonly delay: Delay }
  | { readonly type: 'ask'; readonly token: number; readonly target: Hovered }
  | { readonly type: 'close' };

export interface HoverStep {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const RESTING: HoverState = { at: 'idle', token: 0 };

const same = (a: Hovered, b: Hovered) => a.mention === b.mention;
const isHeld = (state: HoverState) => (state.at === 'open' || state.at === 'asking') && state.held;

/** The state and effects that follow an event. Pure. */
export function hover(state: HoverState, event: HoverEvent): HoverStep {
  const stay: HoverStep = { state, effects: [] };
  const token = state.token + 1;
  // A card of an earlier name may still be there while the next is waited for.
  const end: HoverStep = { state: { at: 'idle', token }, effects: [{ type: 'close' }] };
  switch (event.type) {
    case 'over-name':
      return isHeld(state) ? stay : overName(state, event.target, event.fast, token);
    case 'over-card':
      if (state.at === 'leaving') return { state: { at: 'open', token, target: state.target, next: null, held: false }, effects: [] };
      if (state.at === 'open' && state.next) return { state: { ...state, token, next: null }, effects: [] };
      return stay;
    case 'over-nothing':
    case 'on-bridge': {
      if (isHeld(state)) return stay;
      if (state.at === 'waiting' || state.at === 'asking') return end;
      const bridge = event.type === 'on-bridge';
      if (state.at === 'open' || (state.at === 'leaving' && bridge))
        return {
          state: { at: 'leaving', token, target: state.target },
          effects: [{ type: 'start-delay', token, delay: bridge ? 'bridge' : 'close' }],
        };
      return stay;
    }
    case 'delay-over':
      if (event.token !== state.token) return stay;
      if (state.at === 'waiting') return ask(state.target, token, false);
      if (state.at === 'open' && state.next) return ask(state.next, token, false);
      return state.at === 'leaving' ? end : stay;
    case 'called':
      return ask(event.target, token, true);
    case 'card-came':
      if (event.token !== state.token || state.at !== 'asking') return stay;
      return { state: { at: 'open', token: state.token, target: state.target, next: null, held: state.held }, effects: [] };
    case 'card-failed':
      return event.token === state.token && state.at === 'asking' ? end : stay;
    case 'held':
      if (state.at !== 'open' && state.at !== 'leaving') return stay;
      return { state: { at: 'open', token, target: state.target, next: null, held: true }, effects: [] };
    case 'let-go':
      return state.at === 'open' && state.held ? { state: { ...state, held: false }, effects: [] } : stay;
    case 'dismissed':
      return state.at === 'idle' ? stay : end;
  }
}

const ask = (target: Hovered, token: number, held: boolean): HoverStep => ({
  state: { at: 'asking', token, target, held },
  effects: [{ type: 'ask', token, target }],
});

function overName(state: HoverState, target: Hovered, fast: boolean, token: number): HoverStep {
  const stay: HoverStep = { state, effects: [] };
  const begin: HoverStep = { state: { at: 'waiting', token, target }, effects: [{ type: 'start-delay', token, delay: 'open' }] };
  const change = (from: Hovered): HoverStep => ({
    state: { at: 'open', token, target: from, next: target, held: false },
    effects: [{ type: 'start-delay', token, delay: 'switch' }],
  });
  switch (state.at) {
    case 'idle':
      return begin;
    case 'waiting':
      return same(state.target, target) && !fast ? stay : begin;
    case 'asking':
      return same(state.target, target) ? stay : begin;
    case 'open':
      if (same(state.target, target)) return state.next ? { state: { ...state, token, next: null }, effects: [] } : stay;
      return state.next && same(state.next, target) && !fast ? stay : change(state.target);
    case 'leaving':
      if (same(state.target, target)) return { state: { at: 'open', token, target: state.target, next: null, held: false }, effects: [] };
      return change(state.target);
  }
}
