// Where the sentences that clauses rest on stand in the document: blanks and line breaks make no difference.

/** A piece of the document; with the clauses that quote it. */
export interface TextPiece {
  text: string;
  clauses: string[];
  /** The clauses whose first quotation begins here. */
  starts: string[];
}

/** The document in pieces, in order: joined they are the document. */
export function piecesOf(text: string, clauses: { 条款: string; 原文: string[] }[]): TextPiece[] {
  const { letters, places } = lettersOf(text);
  const quoted = clauses.flatMap((clause) => clause.原文.map((quote, index) => ({ clause: clause.条款, isFirst: index === 0, ...find(letters, places, quote) })))
    .filter((range) => range.end > 0);
  const cuts = [...new Set([0, text.length, ...quoted.flatMap((range) => [range.start, range.end])])].sort((left, right) => left - right);
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const over = quoted.filter((range) => range.start <= start && range.end > start);
    return {
      text: text.slice(start, cuts[index + 1]),
      clauses: [...new Set(over.map((range) => range.clause))],
      starts: over.filter((range) => range.isFirst && range.start === start).map((range) => range.clause),
    };
  });
  return pieces.filter((piece) => piece.text !== '');
}

/** The letters of a text without blanks, and where each stands. */
function lettersOf(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let place = 0; place < text.length; place++) {
    if (/\s/.test(text.charAt(place))) continue;
    letters += text.charAt(place);
    places.push(place);
  }
  return { letters, places };
}

/** From where to where a quotation stands; an end of 0 where it does not. */
function find(letters: string, places: number[], quote: string): { start: number; end: number } {
  const wanted = quote.replace(/\s/g, '');
  const at = wanted === '' ? -1 : letters.indexOf(wanted);
  return at < 0 ? { start: 0, end: 0 } : { start: places[at] ?? 0, end: (places[at + wanted.length - 1] ?? -1) + 1 };
}
