/** What a scan keeps: comments always go; `code` blanks the contents of strings too. */
export type Keep = 'strings' | 'code';

/** The two languages differ in their long strings: `R"tag(...)tag"` in C++, `` `...` `` in ArkTS. */
export type Language = 'cpp' | 'ets';

const comment = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/;
const doubleQuoted = /"(?:\\[\s\S]|[^"\\\n])*"/;
const singleQuoted = /'(?:\\[\s\S]|[^'\\\n])*'/;
const template = /`(?:\\[\s\S]|[^`\\])*`/;
const rawString = /R"([^()\\\s]{0,16})\([\s\S]*?\)\1"/;
// An apostrophe after a digit separates digits (1'000'000) and opens no character.
const character = new RegExp(`(?<![0-9a-fA-F])${singleQuoted.source}`);

const tokens: Record<Language, RegExp> = {
  cpp: anyOf(comment, rawString, doubleQuoted, character),
  ets: anyOf(comment, doubleQuoted, singleQuoted, template),
};

function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'g');
}

/** The text of a source file, what is not code blanked. Line breaks stay, so that lines keep their numbers. */
export function sourceText(text: string, language: Language, keep: Keep): string {
  return text.replace(tokens[language], (token) => {
    if (token.startsWith('//') || token.startsWith('/*')) return blank(token);
    return keep === 'strings' ? token : token.charAt(0) + blank(token.slice(1, -1)) + token.slice(-1);
  });
}

function blank(token: string): string {
  return token.replace(/[^\n]/g, ' ');
}

/** The line, counted from 1, of an offset into a text. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
