/** A map's own style; its colours keep names at 4.5:1 and lines that matter at 3:1, light and dark. */
export const MAP_STYLE = `
.map {
  --sea: #dbe7ee; --land: #f3efe4; --home: #fbe3b5; --contested: #f6e9cd; --coast: #7d95a3; --border: #8d8473; --dispute: #8a3b1c;
  --name: #57503f; --home-name: #5a3a06; --mark: #a32a12; --halo: #f6f1e5;
  display: block; margin: 0; border-radius: 6px; overflow: hidden; background: var(--sea); border: 1px solid var(--line, #d9d3c6);
}
.map svg { display: block; width: 100%; height: auto; direction: ltr; }
.map-land { fill: var(--land); } .map-home { fill: var(--home); } .map-contested { fill: var(--contested); }
.map-coast, .map-borders, .map-disputed { fill: none; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.map-coast { stroke: var(--coast); stroke-width: 0.7; }
.map-borders { stroke: var(--border); stroke-width: 0.9; }
.map-disputed { stroke: var(--dispute); stroke-width: 1.2; stroke-dasharray: 3.5 2.5; }
.map text { font-family: inherit; fill: var(--name); stroke: var(--halo); stroke-width: 2.4; stroke-linejoin: round; paint-order: stroke; }
.map .role-land { font-size: 10px; } .map .role-note { font-size: 10px; font-style: italic; fill: var(--dispute); }
.map .role-home { font-size: 11px; font-weight: 600; fill: var(--home-name); }
.map .role-subject { font-size: 12px; font-weight: 700; fill: var(--mark); }
.map-mark { fill: var(--mark); stroke: var(--halo); stroke-width: 1.4; }
.map-mark.circle { fill: none; stroke: var(--mark); stroke-width: 1.8; }
.map-mark.ring { fill: none; stroke: var(--dispute); stroke-width: 1.6; stroke-dasharray: 3.5 2.5; }
.map-scale path { fill: none; stroke: var(--name); stroke-width: 1.2; }
.map-scale text { font-size: 9.5px; }
.map-empty { background: var(--sea); }
@media (prefers-color-scheme: dark) {
  .map {
    --sea: #1a2730; --land: #35332d; --home: #5a4a2a; --contested: #463e2b; --coast: #67828f; --border: #8b8474; --dispute: #f0a583;
    --name: #c9c2b3; --home-name: #f3d9a4; --mark: #ffb59b; --halo: #24221d;
  }
}
@media (forced-colors: active) {
  .map { forced-color-adjust: none; --sea: Canvas; --land: Canvas; --home: Canvas; --contested: Canvas; --coast: GrayText; --border: CanvasText;
    --dispute: CanvasText; --name: CanvasText; --home-name: CanvasText; --mark: CanvasText; --halo: Canvas; border: 1px solid CanvasText; }
  .map-home { stroke: CanvasText; stroke-width: 1.8; }
}
`;
