import { markedNames, type Tab } from '#lib/commands/browsers.ts';

/** Milliseconds within which a page that changed is marked again, on a busy machine. */
export const MARKED_SOON = { timeout: 15_000 };

/** The texts of the marks on a tab's page now, each on one line. */
export async function markedTexts(tab: Tab): Promise<string[]> {
  return (await markedNames(tab)).map(({ text }) => text.replace(/\s+/g, ' '));
}

/** Paragraphs of an article about Chad that none of the fixture pages holds: enough of them to be one. */
export const CHAD = [
  'N’Djamena was quiet on Tuesday after Idriss Déby had died at the front, as the army said, and his son Mahamat Déby had taken over the state for eighteen months.',
  'In Paris the government of Emmanuel Macron, for which Chad is the closest ally in the Sahel, spoke of exceptional circumstances and asked for a peaceful transition before long.',
  'The African Union in Addis Ababa was slower. Moussa Faki, himself from Chad, had to weigh the rule against coups against the war with Boko Haram around the lake.',
  'Rebels who had come over the border from Libya were said to be three hundred kilometres north of the capital, and to have halted there while their dead were counted.',
  'Niger and Sudan closed their borders for a day, opened them again, and sent their condolences; in Khartoum the generals were said to follow the matter with some attention.',
];

/** An expression that makes an article of paragraphs as a script of a page does, without markup. */
export const articleOf = (paragraphs: readonly string[], title = 'A transition of eighteen months') => `(() => {
  const article = document.createElement('article');
  const heading = document.createElement('h1');
  heading.textContent = ${JSON.stringify(title)};
  article.append(heading);
  for (const text of ${JSON.stringify(paragraphs)}) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    article.append(paragraph);
  }
  return article;
})()`;
