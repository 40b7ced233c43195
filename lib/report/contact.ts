/**
 * Where reports of wrong facts go: an e-mail address, or null while there is none. The one place to set it; the support page and its
 * mail link follow.
 */
export const CONTACT: string | null = null;
