/** What a reader reports of a card that is wrong: a text to be sent by hand. Pure. */
export { CONTACT } from './contact.ts';
export { mailOf, type Report, reportSchema, reportText } from './report.ts';
