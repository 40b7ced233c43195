/** Settings, drawn. */

export type { CommandKey } from './key-list.tsx';
export { type Notice, OptionsView } from './options/options-view.tsx';
export { type PageStanding, PopupView, wordStanding } from './popup-view.tsx';
export { PrivacyView } from './privacy-view.tsx';
export { WelcomeView } from './welcome-view.tsx';
