/** How to report what is wrong, drawn. */
export { SupportView } from './support-view.tsx';
