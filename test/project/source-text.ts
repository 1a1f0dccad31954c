/** What a scan keeps: comments always go; `code` blanks the contents of strings too. */
export type Keep = 'strings' | 'code';

/** The two languages differ in their long strings: `R"tag(...)tag"` in C++, `` `...` `` in ArkTS. */
export type Language = 'cpp' | 'ets';

// An apostrophe after a digit separates digits (1'000'000) and opens no character.
const cpp = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\[\s\S]|[^'\\\n])*'/g;
const ets = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g;

/** The text of a source file with everything blanked that is not code. Line breaks stay, so that lines keep their numbers. */
export function sourceText(text: string, language: Language, keep: Keep): string {
  return text.replace(language === 'cpp' ? cpp : ets, (token) => {
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
