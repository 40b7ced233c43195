/** Settings, drawn. */
export { type PageStanding, PopupView } from './popup-view.tsx';
