/**
 * What a pointer over names leads to, as a pure reducer.
 *
 *            over name             delay over             card came
 *   idle ───────────────▶ waiting ───────────▶ asking ───────────────▶ open ◀─┐
 *    ▲      leave / esc      │  leave / esc      │   leave / esc      │ leave  │ over name or card
 *    └───────────────────────┴───────────────────┴──────────┐         ▼        │
 *    └───────────────────────── delay over ◀────────────────┴────── leaving ───┘
 *
 * Over another name while a card is open: `open` with `next` set; after the switch delay it becomes `asking`.
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
  | { readonly at: 'asking'; readonly token: number; readonly target: Hovered }
  | { readonly at: 'open'; readonly token: number; readonly target: Hovered; readonly next: Hovered | null }
  | { readonly at: 'leaving'; readonly token: number; readonly target: Hovered };

export type HoverEvent =
  | { readonly type: 'over-name'; readonly target: Hovered }
  | { readonly type: 'over-card' }
  | { readonly type: 'over-nothing' }
  | { readonly type: 'delay-over'; readonly token: number }
  | { readonly type: 'card-came'; readonly token: number }
  | { readonly type: 'card-failed'; readonly token: number }
  /** Esc, a press elsewhere, a scroll of the page away, marks taken away. */
  | { readonly type: 'dismissed' };

export type HoverEffect =
  | { readonly type: 'start-delay'; readonly token: number; readonly delay: 'open' | 'switch' | 'close' }
  | { readonly type: 'ask'; readonly token: number; readonly target: Hovered }
  | { readonly type: 'close' };

export interface HoverStep {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const RESTING: HoverState = { at: 'idle', token: 0 };

const same = (a: Hovered, b: Hovered) => a.mention === b.mention;

/** The state and effects that follow an event. Pure. */
export function hover(state: HoverState, event: HoverEvent): HoverStep {
  const stay: HoverStep = { state, effects: [] };
  const token = state.token + 1;
  switch (event.type) {
    case 'over-name':
      return overName(state, event.target, token);
    case 'over-card':
      if (state.at === 'leaving') return { state: { at: 'open', token, target: state.target, next: null }, effects: [] };
      if (state.at === 'open' && state.next) return { state: { ...state, token, next: null }, effects: [] };
      return stay;
    case 'over-nothing':
      if (state.at === 'waiting' || state.at === 'asking') return { state: { at: 'idle', token }, effects: [] };
      if (state.at === 'open')
        return { state: { at: 'leaving', token, target: state.target }, effects: [{ type: 'start-delay', token, delay: 'close' }] };
      return stay;
    case 'delay-over':
      if (event.token !== state.token) return stay;
      if (state.at === 'waiting')
        return { state: { at: 'asking', token, target: state.target }, effects: [{ type: 'ask', token, target: state.target }] };
      if (state.at === 'open' && state.next)
        return { state: { at: 'asking', token, target: state.next }, effects: [{ type: 'ask', token, target: state.next }] };
      if (state.at === 'leaving') return { state: { at: 'idle', token }, effects: [{ type: 'close' }] };
      return stay;
    case 'card-came':
      if (event.token !== state.token || state.at !== 'asking') return stay;
      return { state: { at: 'open', token: state.token, target: state.target, next: null }, effects: [] };
    case 'card-failed':
      if (event.token !== state.token || state.at !== 'asking') return stay;
      return { state: { at: 'idle', token }, effects: [{ type: 'close' }] };
    case 'dismissed':
      return state.at === 'idle' ? stay : { state: { at: 'idle', token }, effects: [{ type: 'close' }] };
  }
}

function overName(state: HoverState, target: Hovered, token: number): HoverStep {
  const stay: HoverStep = { state, effects: [] };
  const begin = (): HoverStep => ({ state: { at: 'waiting', token, target }, effects: [{ type: 'start-delay', token, delay: 'open' }] });
  switch (state.at) {
    case 'idle':
      return begin();
    case 'waiting':
    case 'asking':
      return same(state.target, target) ? stay : begin();
    case 'open':
      if (same(state.target, target)) return state.next ? { state: { ...state, token, next: null }, effects: [] } : stay;
      if (state.next && same(state.next, target)) return stay;
      return { state: { ...state, token, next: target }, effects: [{ type: 'start-delay', token, delay: 'switch' }] };
    case 'leaving':
      if (same(state.target, target)) return { state: { at: 'open', token, target: state.target, next: null }, effects: [] };
      return {
        state: { at: 'open', token, target: state.target, next: target },
        effects: [{ type: 'start-delay', token, delay: 'switch' }],
      };
  }
}
