/** Settings, drawn. */
export { type CommandKey, type PageStanding, PopupView } from './popup-view.tsx';
export { WelcomeView } from './welcome-view.tsx';
