/**
 * Lowers what stands in `build()` and in builders. Every component becomes a function of its own, `$arkui.element(() => ...)`,
 * which the runtime calls again when state that it read has changed; so do `if` and ForEach. Builders run once.
 */
import ts from 'ohos-typescript';
import type { Lowering } from './ets-lower.ts';

const loops = new Set(['ForEach', 'LazyForEach', 'Repeat']);
/** Attributes of Repeat that take a builder. */
const repeatBuilders = new Set(['each', 'template']);
/** Name of the component in a chain that stands apart from it. */
const nodeName = '$node';
const takeName = '$take';

/** The call under a chain of attributes: `Text('x')` of `Text('x').width(1).height(2)`. */
export function chainRoot(node: ts.Node): ts.Node {
  let root = node;
  while (ts.isCallExpression(root) && ts.isPropertyAccessExpression(root.expression)) {
    const receiver = root.expression.expression;
    if (!ts.isCallExpression(receiver) && !ts.isEtsComponentExpression(receiver)) break;
    root = receiver;
  }
  return root;
}

/** `() => expression`. */
export function thunk(factory: ts.NodeFactory, body: ts.ConciseBody): ts.ArrowFunction {
  return factory.createArrowFunction(undefined, undefined, [], undefined, undefined, body);
}

/** The statements of a block that describes components. */
export function lowerUiBlock(lowering: Lowering, block: ts.Block): ts.Block {
  const statements = block.statements.flatMap((statement) => lowerUiStatement(lowering, statement));
  return ts.setTextRange(lowering.factory.createBlock(statements, true), block);
}

function lowerUiStatement(lowering: Lowering, statement: ts.Statement): ts.Statement | ts.Statement[] {
  if (ts.isBlock(statement)) return lowerUiBlock(lowering, statement);
  if (ts.isIfStatement(statement)) return lowerIf(lowering, statement);
  if (ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression)) {
    const root = chainRoot(statement.expression);
    if (ts.isCallExpression(root)) {
      const call = isLoop(root)
        ? lowerLoop(lowering, statement.expression)
        : lowerPlace(lowering, statement.expression, root);
      return ts.setTextRange(lowering.factory.createExpressionStatement(call), statement);
    }
  }
  return ts.visitNode(statement, lowering.visit) as ts.Statement;
}

/** `if (a) A else B` becomes `$arkui.branch(($take) => { if (a) $take(0, () => A); else $take(1, () => B); })`. */
function lowerIf(lowering: Lowering, statement: ts.IfStatement): ts.Statement {
  const { factory } = lowering;
  let index = 0;
  const take = (branch: ts.Statement): ts.Statement => {
    const block = ts.isBlock(branch) ? branch : factory.createBlock([branch]);
    const build = thunk(factory, lowerUiBlock(lowering, block));
    const args = [factory.createNumericLiteral(index++), build];
    return factory.createExpressionStatement(
      factory.createCallExpression(factory.createIdentifier(takeName), undefined, args),
    );
  };
  const lower = (node: ts.IfStatement): ts.IfStatement => {
    const condition = ts.visitNode(node.expression, lowering.visit) as ts.Expression;
    const then = take(node.thenStatement);
    const other = node.elseStatement;
    const otherwise = other === undefined ? undefined : ts.isIfStatement(other) ? lower(other) : take(other);
    return ts.setTextRange(factory.createIfStatement(condition, then, otherwise), node);
  };
  const parameter = factory.createParameterDeclaration(undefined, undefined, takeName);
  const body = factory.createBlock([lower(statement)], true);
  const choose = factory.createArrowFunction(undefined, undefined, [parameter], undefined, undefined, body);
  return ts.setTextRange(factory.createExpressionStatement(lowering.runtimeCall('branch', [choose])), statement);
}

function isLoop(call: ts.CallExpression): boolean {
  return ts.isIdentifier(call.expression) && loops.has(call.expression.text);
}

function lowerLoop(lowering: Lowering, chain: ts.CallExpression): ts.Expression {
  const { factory } = lowering;
  const lower = (node: ts.CallExpression): ts.CallExpression => {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee) && ts.isCallExpression(callee.expression)) {
      const receiver = factory.updatePropertyAccessExpression(callee, lower(callee.expression), callee.name);
      const builds = repeatBuilders.has(callee.name.text);
      const args = node.arguments.map((item) => (builds ? lowerItem(lowering, item) : visited(lowering, item)));
      return factory.updateCallExpression(node, receiver, undefined, args);
    }
    const args = node.arguments.map((item, index) =>
      index === 1 ? lowerItem(lowering, item) : visited(lowering, item),
    );
    return factory.updateCallExpression(node, visited(lowering, callee), undefined, args);
  };
  return lowering.runtimeCall('element', [thunk(factory, lower(chain))]);
}

/** The builder of one item: its body describes components, also when it is a single expression. */
function lowerItem(lowering: Lowering, item: ts.Expression): ts.Expression {
  if (!ts.isArrowFunction(item)) return visited(lowering, item);
  const { factory } = lowering;
  const block = ts.isBlock(item.body) ? item.body : factory.createBlock([factory.createExpressionStatement(item.body)]);
  return factory.updateArrowFunction(
    item,
    undefined,
    undefined,
    item.parameters.map((parameter) => lowering.children(parameter)),
    undefined,
    item.equalsGreaterThanToken,
    lowerUiBlock(lowering, block),
  );
}

/**
 * A call that is either a custom component or a builder, which only the runtime knows:
 * `$arkui.place(callee, this, () => [args], { byReference, links, chain })`.
 */
export function lowerPlace(lowering: Lowering, chain: ts.CallExpression, root: ts.CallExpression): ts.Expression {
  const { factory } = lowering;
  const callee = root.expression;
  const receiver = ts.isPropertyAccessExpression(callee)
    ? visited(lowering, callee.expression)
    : factory.createVoidZero();
  const args = factory.createArrayLiteralExpression(root.arguments.map((item) => visited(lowering, item)));
  const only = root.arguments.length === 1 ? root.arguments[0] : undefined;
  const options: ts.ObjectLiteralElementLike[] = [];
  if (only !== undefined && ts.isObjectLiteralExpression(only)) {
    options.push(factory.createPropertyAssignment('byReference', factory.createTrue()));
    const links = linksOf(lowering, only);
    if (links !== undefined) options.push(factory.createPropertyAssignment('links', links));
  }
  if (chain !== root) {
    const parameter = factory.createParameterDeclaration(undefined, undefined, nodeName);
    const body = apart(lowering, chain, root);
    options.push(
      factory.createPropertyAssignment(
        'chain',
        factory.createArrowFunction(undefined, undefined, [parameter], undefined, undefined, body),
      ),
    );
  }
  const values: ts.Expression[] = [visited(lowering, callee), receiver, thunk(factory, args)];
  if (options.length > 0) values.push(factory.createObjectLiteralExpression(options));
  return ts.setTextRange(lowering.runtimeCall('place', values), chain);
}

/** The chain with `$node` in place of its root. */
function apart(lowering: Lowering, node: ts.Expression, root: ts.Node): ts.Expression {
  const { factory } = lowering;
  if (node === root || !ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return factory.createIdentifier(nodeName);
  }
  const receiver = apart(lowering, node.expression.expression, root);
  const callee = factory.createPropertyAccessExpression(receiver, node.expression.name);
  const args = node.arguments.map((item) => visited(lowering, item));
  return ts.setTextRange(factory.createCallExpression(callee, undefined, args), node);
}

/**
 * Where the fields of a literal come from: `() => ({ value: [this, 'count'] })` for `{ value: this.count }` and
 * `{ value: $count }`. A child's `@Link` shares that variable. Undefined when no field comes from one.
 */
export function linksOf(lowering: Lowering, literal: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const { factory } = lowering;
  const links: ts.PropertyAssignment[] = [];
  for (const property of literal.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const source = linkSource(lowering, property.initializer);
    if (source === undefined) continue;
    const pair = factory.createArrayLiteralExpression([source.holder, factory.createStringLiteral(source.name)]);
    links.push(factory.createPropertyAssignment(property.name, pair));
  }
  if (links.length === 0) return undefined;
  return thunk(factory, factory.createParenthesizedExpression(factory.createObjectLiteralExpression(links)));
}

function linkSource(lowering: Lowering, value: ts.Expression): { holder: ts.Expression; name: string } | undefined {
  const { factory } = lowering;
  if (ts.isIdentifier(value)) {
    const name = value.text.replace(/^\$\$?/, '');
    return name !== value.text && lowering.fields.has(name) ? { holder: factory.createThis(), name } : undefined;
  }
  if (!ts.isPropertyAccessExpression(value)) return undefined;
  const holder = value.expression;
  if (holder.kind === ts.SyntaxKind.ThisKeyword) return { holder: factory.createThis(), name: value.name.text };
  return ts.isIdentifier(holder)
    ? { holder: ts.visitNode(holder, lowering.visit) as ts.Expression, name: value.name.text }
    : undefined;
}

function visited(lowering: Lowering, node: ts.Expression): ts.Expression {
  return ts.visitNode(node, lowering.visit) as ts.Expression;
}
