/** A live document to an Article: blocks with their nodes, date, language, title. Reads the DOM, never writes it. */
export { type ExtractOptions, extractArticle, extractInSteps } from './extract.ts';
export { readsAsEnglish } from './language.ts';
export { type Article, type ArticleBlock, type ArticleDate, type DateSource, type TextRun, unmasked } from './model.ts';
export { nameOf, plain } from './plain.ts';
export { parentOf, type TreeOf } from './tree.ts';
