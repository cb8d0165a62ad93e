// The subject that is being asked: in this page only, gone when it is left.
import { reactive } from 'vue';
import { askNext, type Facts, type Question, type QuestionsAnswer } from '../api/evaluation';
import { copyOf, withAnswer, type Answer } from './facts';
import { nextPage, type FormPage } from './pages';

/** From where a fact is known. */
export interface FactSource {
  name: string;
  date: string;
}

interface Session {
  facts: Facts | null;
  /** Of what was known at the start. */
  source: FactSource | null;
  /** How many facts the form was given at the start. */
  started: Facts | null;
  policy: string;
  pages: FormPage[];
  /** The page that is shown. */
  at: number;
  answer: QuestionsAnswer | null;
}

const blank = (): Session => ({ facts: null, source: null, started: null, policy: '', pages: [], at: 0, answer: null });

export const session = reactive<Session>(blank());

/** Begins with what is known of a subject. */
export function begin(facts: Facts, source: FactSource | null, policy = ''): void {
  Object.assign(session, blank(), { facts: copyOf(facts), started: copyOf(facts), source, policy });
}

/** Forgets everything. */
export function forget(): void {
  Object.assign(session, blank());
}

/** Takes the answers of a page and asks on; false where nothing is left to ask. */
export async function submit(answers: [Question, Answer][]): Promise<boolean> {
  let facts = session.facts ?? {};
  for (const [question, answer] of answers) facts = withAnswer(facts, question, answer);
  const answer = await askNext(facts, session.policy);
  // Only what the service could read becomes part of the facts.
  Object.assign(session, { facts, answer });
  if (session.at + 1 < session.pages.length) {
    session.at += 1;
    return true;
  }
  const page = nextPage(answer.问答.问题);
  if (!page) return false;
  session.pages.push(page);
  session.at = session.pages.length - 1;
  return true;
}
