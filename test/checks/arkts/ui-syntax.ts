/** Reading the parts of a UI page that only ArkTS has: decorators of any node, and chains of attributes. */
import ts from 'ohos-typescript';

/** Reports `node` under one of the rules. */
export type Report = (node: ts.Node, rule: string, message: string) => void;

/** Names of the decorators of a node, without their arguments. */
export function decoratorNames(node: ts.Node): string[] {
  return (ts.getAllDecorators(node) ?? []).map(({ expression }) => {
    const called = ts.isCallExpression(expression) ? expression.expression : expression;
    return ts.isIdentifier(called) ? called.text : '';
  });
}

/** The component under a chain of attributes: `Text('x')` of `Text('x').width(1)`. */
export function rootCall(statement: ts.Node): ts.Expression | undefined {
  if (!ts.isExpressionStatement(statement)) {
    return undefined;
  }
  let node = statement.expression;
  while (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const receiver = node.expression.expression;
    if (!ts.isCallExpression(receiver) && !ts.isEtsComponentExpression(receiver)) {
      break;
    }
    node = receiver;
  }
  return node;
}
