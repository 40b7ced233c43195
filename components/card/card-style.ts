import { MAP_STYLE } from '#components/map/index.ts';

/**
 * The card's own style. Everything of the page is shut out by `all: initial`; colours follow the reader's scheme and are
 * 4.5:1 or better on their ground in both.
 */
export const CARD_STYLE = `${MAP_STYLE}
:host { all: initial; }
.card {
  --ground: #fffdf8; --ink: #1d1b18; --soft: #5c574f; --line: #d9d3c6; --accent: #7a4b12; --shade: rgb(40 30 10 / 22%);
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
  box-sizing: border-box; width: max-content; max-width: min(380px, calc(100vw - 16px)); overflow: auto; overscroll-behavior: contain;
  background: var(--ground); color: var(--ink); color-scheme: light;
  box-shadow: 0 1px 2px var(--shade), 0 8px 28px var(--shade);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: start; direction: ltr;
  overflow-wrap: anywhere; cursor: default;
}
.inside { padding: 11px 14px 12px; display: grid; gap: 7px; }
.head { display: flex; align-items: baseline; gap: 8px; flex-wrap: wrap; }
h2 { margin: 0; font-size: 16px; line-height: 1.25; font-weight: 650; }
.kind { font-size: 12px; color: var(--soft); }
.lead { margin: 0; font-size: 14.5px; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 3px 10px; font-size: 13px; }
dt { color: var(--soft); }
dd { margin: 0; }
blockquote { margin: 0; padding-inline-start: 9px; border-inline-start: 2px solid var(--line); color: var(--soft); font-size: 13px; font-style: italic; }
.foot { display: flex; gap: 10px; flex-wrap: wrap; justify-content: space-between; font-size: 12px; color: var(--soft); }
.remark { margin: 0; font-size: 12.5px; color: var(--accent); }
a { color: inherit; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
@media (prefers-color-scheme: dark) {
  .card { --ground: #23211e; --ink: #f1ede5; --soft: #b5aea2; --line: #45413a; --accent: #e3b878; --shade: rgb(0 0 0 / 55%); color-scheme: dark; }
}
@media (forced-colors: active) { .card { border: 2px solid CanvasText; } }
@media (prefers-reduced-motion: no-preference) { .card { animation: appear 90ms ease-out; } @keyframes appear { from { opacity: 0; } } }
`;
