/** `@Link` and `@ObjectLink` fields have no value of their own: whoever uses the component must pass them. */
import ts from 'ohos-typescript';
import { decoratorNames } from './ui-syntax.ts';
import type { Report } from './ui-syntax.ts';

const TWO_WAY = ['Link', 'ObjectLink'];

/** Reports each use of a custom component in `file` that leaves out a two-way field. */
export function linkFindings(file: ts.SourceFile, checker: ts.TypeChecker, report: Report): void {
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isEtsComponentExpression(node)) && ts.isIdentifier(node.expression)) {
      const struct = structOf(node.expression, checker);
      if (struct !== undefined) {
        checkUse(node, struct, report);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function structOf(name: ts.Identifier, checker: ts.TypeChecker): ts.StructDeclaration | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  const target =
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target?.declarations?.find((declaration) => ts.isStructDeclaration(declaration));
}

function checkUse(
  use: ts.CallExpression | ts.EtsComponentExpression,
  struct: ts.StructDeclaration,
  report: Report,
): void {
  const [argument] = use.arguments;
  const properties = argument !== undefined && ts.isObjectLiteralExpression(argument) ? argument.properties : [];
  const passed = new Set(properties.map((property) => property.name?.getText()));
  for (const member of struct.members) {
    const kind = decoratorNames(member).find((name) => TWO_WAY.includes(name));
    const field = member.name?.getText();
    if (kind !== undefined && field !== undefined && !passed.has(field)) {
      report(
        use,
        'ui-link-passed',
        `@${kind} field '${field}' of ${struct.name?.text ?? 'the component'} must be passed`,
      );
    }
  }
}
