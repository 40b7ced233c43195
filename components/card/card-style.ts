import { MAP_STYLE } from '#components/map/index.ts';

/**
 * The card's own style. Everything of the page is shut out by `all: initial`; colours follow the reader's scheme and are
 * 4.5:1 or better on their ground in both.
 */
export const CARD_STYLE = `${MAP_STYLE}
:host { all: initial !important; }
.live { position: fixed; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card {
  --ground: #fffdf8; --ink: #1d1b18; --soft: #5c574f; --line: #d9d3c6; --accent: #7a4b12; --tint: #f4eee1; --shade: rgb(40 30 10 / 22%);
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px;
  box-sizing: border-box; width: max-content; max-width: min(380px, calc(100vw - 16px)); overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--soft) transparent;
  background: var(--ground); color: var(--ink); color-scheme: light;
  box-shadow: 0 1px 2px var(--shade), 0 8px 28px var(--shade);
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: start;
  overflow-wrap: anywhere; cursor: default; user-select: text;
}
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.sheet {
  inset: auto 0 0 0; width: auto; max-width: none; border-radius: 14px 14px 0 0; border-inline-width: 0; border-block-end-width: 0;
  padding-block-end: env(safe-area-inset-bottom, 0); font-size: 16px;
}
.inside { padding: 11px 14px 12px; display: grid; gap: 7px; }
.sheet h2 { font-size: 19px; }
.sheet .head { align-items: center; }
.sheet .inside { max-width: 640px; margin-inline: auto; padding: 14px 18px 18px; gap: 10px; }
p { margin: 0; }
ul { margin: 0; padding: 0; list-style: none; }
.head { display: flex; align-items: baseline; gap: 2px 8px; flex-wrap: wrap; }
h2 { margin: 0; font-size: 16px; line-height: 1.25; font-weight: 650; min-width: 0; }
.kind { font-size: .86em; color: var(--soft); }
.lead { font-size: 1.03em; }
.label, dt { color: var(--soft); }
.label { font-style: italic; }
dl { margin: 0; display: grid; grid-template-columns: fit-content(6.7em) minmax(0, 1fr); gap: 3px 10px; font-size: .93em; }
dl > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; row-gap: 3px; }
dd { margin: 0; grid-column: 2; }
dt { overflow-wrap: break-word; }
.steps { padding-block-start: 6px; border-block-start: 1px solid var(--line); }
blockquote { margin: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; padding-inline-start: 9px; border-inline-start: 2px solid var(--line); color: var(--soft); font-size: .93em; font-style: italic; }
.said { font-size: .93em; }
.remark { font-size: .9em; color: var(--accent); }
.others { display: grid; gap: 2px; margin-block-start: 2px; color: var(--ink); }
button .kind { display: inline-block; margin-inline-start: 3px; }
.failed { inline-size: 100%; color: var(--accent); }
.failed:empty { position: absolute; }
.small { font-size: .86em; color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: .86em; }
.notice { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; }
button { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0; text-align: start; cursor: pointer; }
.link { color: inherit; text-decoration: underline; text-decoration-color: var(--soft); text-decoration-thickness: 1px; text-underline-offset: .2em; cursor: pointer; }
.link:hover { color: var(--accent); text-decoration-color: currentColor; }
/* A comma stays with the name before it, in the margin if need be: browsers break lines behind a button. */
.one { white-space: nowrap; } .one .link { white-space: normal; }
.more { color: var(--soft); white-space: nowrap; }
.notice button, .wrong button { padding: 4px 9px; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); }
.notice button:hover, .wrong button:hover { border-color: var(--accent); }
.wrong:not([hidden]) { display: grid; gap: 6px; font-size: .93em; padding-block-start: 8px; border-block-start: 1px solid var(--line); }
.wrong ul { display: grid; gap: 5px; }
.wrong button { width: 100%; }
small { display: block; font-size: .9em; color: var(--soft); }
.back, .close { align-self: center; display: inline-grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 6px; color: var(--soft); }
.back { margin-inline-start: -6px; }
.back:dir(rtl) svg { transform: scaleX(-1); }
.close { margin-inline: auto -6px; }
.back:hover, .close:hover { background: var(--tint); color: var(--ink); }
.card:not(.sheet, .held) .close { display: none; }
.sheet button, .sheet .link { padding-block: 6px; }
.sheet .back, .sheet .close { inline-size: 44px; block-size: 44px; padding: 0; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
@media (prefers-color-scheme: dark) {
  .card { --ground: #23211e; --ink: #f1ede5; --soft: #b5aea2; --line: #45413a; --accent: #e3b878; --tint: #302d28; --shade: rgb(0 0 0 / 55%); color-scheme: dark; }
}
@media (forced-colors: active) {
  .card { border: 2px solid CanvasText; }
  .link { text-decoration-color: currentColor; }
  .notice button, .wrong button { border-color: ButtonBorder; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 90ms ease-out; }
  .sheet { animation: rise 140ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
  @keyframes rise { from { transform: translateY(24px); opacity: 0; } }
}
`;
