/** One command of a CMake file. */
export interface CMakeCommand {
  /** In lower case: `add_library`. */
  name: string;
  /** Arguments with quotes taken off, variables not yet replaced. */
  arguments: string[];
}

/** Splits the text of a CMakeLists.txt into commands. Comments are dropped; text that is no command is skipped. */
export function cmakeCommands(text: string): CMakeCommand[] {
  const commands: CMakeCommand[] = [];
  const tokens = tokenize(text);
  for (let index = 0; index + 1 < tokens.length; index++) {
    const name = tokens[index];
    if (name === undefined || name.kind !== 'word' || tokens[index + 1]?.kind !== 'open') continue;
    const values: string[] = [];
    let depth = 1;
    for (index += 2; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      if (token.kind === 'open') depth++;
      else if (token.kind === 'close' && --depth === 0) break;
      else if (token.kind === 'word') values.push(token.text);
    }
    commands.push({ name: name.text.toLowerCase(), arguments: values });
  }
  return commands;
}

interface Token {
  kind: 'word' | 'open' | 'close';
  text: string;
}

const pattern = new RegExp(
  [
    /#\[(=*)\[[\s\S]*?\]\1\]/, // bracket comment
    /#[^\n]*/, // comment
    /\[(=*)\[([\s\S]*?)\]\2\]/, // bracket argument: group 3
    /"((?:\\[\s\S]|[^"\\])*)"/, // quoted argument: group 4
    /((?:\\[\s\S]|\$\{[^}]*\}|[^\s()#"\\])+)/, // bare argument: group 5
    /([()])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [all, , , bracket, quoted, bare, paren] = match;
    if (all.startsWith('#')) continue;
    if (paren !== undefined) tokens.push({ kind: paren === '(' ? 'open' : 'close', text: paren });
    else tokens.push({ kind: 'word', text: bracket ?? (quoted ?? bare ?? '').replace(/\\([\s\S])/g, '$1') });
  }
  return tokens;
}
