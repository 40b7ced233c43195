/** Who and where in an article, drawn. */
export { KIND_HEADINGS, PanelView, type Place } from './panel-view.tsx';
