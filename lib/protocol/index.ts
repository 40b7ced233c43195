/** Every message between the page, the background and the extension's pages; parsed at both ends. */
export { type Mark, rowsOf } from './mark-rows.ts';
export { forInner, type PageRequest, type PageState, pageRequestSchema, pageState } from './page-requests.ts';
export { parseMessage } from './parse-message.ts';
export type { ReaderSettings } from './reader-settings.ts';
export {
  type AnnotateReply,
  annotateReply,
  type CardReply,
  type CastReply,
  cardReply,
  castReply,
  type FindReply,
  findReply,
  type IntroductionReply,
  introductionReply,
  type MapReply,
  mapReply,
  type SentMarks,
  type SettingsReply,
  type SubscribeReply,
  settingsReply,
  subscribeReply,
} from './replies.ts';
export { type ArticleRequest, FROM_PAGES, LONGEST_ARTICLE, MOST_BLOCKS, type Request, requestSchema } from './requests.ts';
