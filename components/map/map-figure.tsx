import type { LocatorMap, MapMark } from '#lib/atlas/index.ts';

const RADIUS: Record<MapMark['shape'], number> = { dot: 4, circle: 6, ring: 12, none: 0 };

function Scale({ map }: { readonly map: LocatorMap }) {
  const { length, text } = map.scale;
  const y = map.height - 8;
  return (
    <g class="map-scale">
      <path d={`M8,${y - 4}V${y}H${8 + length}V${y - 4}`} />
      <text x={8} y={y - 7}>
        {text}
      </text>
    </g>
  );
}

interface MapFigureProps {
  /** Null while it is on its way: its room is kept. */
  readonly map: LocatorMap | null;
  readonly width: number;
  readonly height: number;
  /** The mark to be set off, by its id. */
  readonly chosen?: string | null;
}

/** A map as one picture with a description; its room is the same before it comes. */
export function MapFigure({ map, width, height }: MapFigureProps) {
  return (
    <div class="map" style={{ aspectRatio: `${width} / ${height}` }}>
      {map && (
        <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={map.description}>
          <path class="map-land" d={map.land} />
          <path class="map-home" d={map.home} />
          <path class="map-contested" d={map.contested} />
          <path class="map-coast" d={map.coast} />
          <path class="map-borders" d={map.borders} />
          <path class="map-disputed" d={map.disputed} />
          {map.marks
            .filter(({ shape }) => shape !== 'none')
            .map(({ id, shape, x, y }) => (
              <circle key={id} class={`map-mark ${shape}`} cx={x} cy={y} r={RADIUS[shape]} />
            ))}
          {map.labels.map(({ text, x, y, anchor, role }) => (
            <text key={`${text} ${x} ${y}`} class={`role-${role}`} x={x} y={y} text-anchor={anchor}>
              {text}
            </text>
          ))}
          <Scale map={map} />
        </svg>
      )}
    </div>
  );
}
