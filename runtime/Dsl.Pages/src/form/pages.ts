// The pages of the form: what was asked together stays together, in its order, whatever is asked later.
import type { Question } from '../api/evaluation';

/** Questions that were asked together. */
export interface FormPage {
  topic: string;
  questions: Question[];
}

/** So many questions stand on one page. */
export const MostOnPage = 6;

/** The next page: the first topic of what is left, that on which most money hangs. */
export function nextPage(left: Question[]): FormPage | undefined {
  const first = left[0];
  return first && {
    topic: first.主题,
    questions: left.filter((question) => question.主题 === first.主题).slice(0, MostOnPage),
  };
}
