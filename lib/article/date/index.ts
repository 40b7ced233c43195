/** The day an article was published, by all that its page says of it. */
export { dateInHead, dateInPage } from './publication.ts';
