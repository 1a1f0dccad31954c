/**
 * Lowers builders that are given to attributes (`.bindMenu(this.menu)`, `.tabBar(this.bar(1))`): they become functions, which
 * the runtime calls when the content is shown. Also `this.count!!`, and the builder of a CustomDialogController.
 */
import ts from 'ohos-typescript';
import { decoratorName } from './ets-lower.ts';
import type { Lowering } from './ets-lower.ts';
import { chainRoot, lowerPlace, lowerUiBlock, thunk } from './ets-lower-ui.ts';

const valuesName = '$values';

/** The function or method has `@Builder`. */
export function isBuilder(node: ts.FunctionDeclaration | ts.MethodDeclaration): boolean {
  return ts.getAllDecorators(node).some((item) => ['Builder', 'LocalBuilder'].includes(decoratorName(item)));
}

/** Name of a declaration; empty for none. */
export function nameOf(node: { name?: ts.Node | undefined }): string {
  return node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : '';
}

/** Names of a struct's builders: methods, and fields that hold one. */
export function builderNames(members: readonly ts.ClassElement[]): Set<string> {
  const names = new Set<string>();
  for (const member of members) {
    const builds = ts.isMethodDeclaration(member)
      ? isBuilder(member)
      : ts.getAllDecorators(member).some((item) => decoratorName(item) === 'BuilderParam');
    if (builds) names.add(nameOf(member));
  }
  return names;
}

/** A builder in an argument of a built-in component or of its attributes, as a function; undefined for anything else. */
export function builderArgument(lowering: Lowering, node: ts.Node): ts.Expression | undefined {
  const { factory } = lowering;
  if (ts.isCallExpression(node) && isBuilderName(lowering, node.expression) && isArgument(node)) {
    const call = factory.createExpressionStatement(lowerPlace(lowering, node, node));
    return ts.setTextRange(thunk(factory, factory.createBlock([call])), node);
  }
  if (!ts.isPropertyAccessExpression(node) || !isBuilderName(lowering, node) || !isArgument(node)) return undefined;
  // Not called here: the runtime gives the arguments, and `this` stays that of the struct.
  const values = factory.createIdentifier(valuesName);
  const place = lowering.runtimeCall('place', [
    factory.createPropertyAccessExpression(factory.createThis(), node.name),
    factory.createThis(),
    thunk(factory, values),
  ]);
  const rest = factory.createParameterDeclaration(
    undefined,
    factory.createToken(ts.SyntaxKind.DotDotDotToken),
    valuesName,
  );
  const body = factory.createBlock([factory.createExpressionStatement(place)]);
  return ts.setTextRange(factory.createArrowFunction(undefined, undefined, [rest], undefined, undefined, body), node);
}

function isBuilderName({ builders, functions }: Lowering, node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return functions.has(node.text);
  const ofThis = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
  return ofThis && builders.has(node.name.text);
}

/** The node is an argument, or stands in an object or array that is one. */
function isArgument(node: ts.Node): boolean {
  const parent = node.parent as ts.Node | undefined;
  if (parent === undefined) return false;
  if (ts.isCallExpression(parent)) {
    return (parent.arguments as readonly ts.Node[]).includes(node) && ts.isEtsComponentExpression(chainRoot(parent));
  }
  if (ts.isEtsComponentExpression(parent)) {
    // A custom component takes the function itself.
    const built = ts.isIdentifier(parent.expression) && (parent.arguments as readonly ts.Node[]).includes(node);
    return built && builtInOptions.has(parent.expression.text);
  }
  const inside =
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isConditionalExpression(parent);
  return inside && isArgument(parent);
}

/** Built-in components with builders among their options. */
const builtInOptions = new Set(['ListItemGroup', 'WaterFlow', 'MenuItem', 'MenuItemGroup', 'Refresh', 'Grid', 'List']);

/** `this.count` of `this.count!!`, where a component takes it. */
export function boundVariable(node: ts.Node): ts.AccessExpression | undefined {
  if (!ts.isNonNullExpression(node) || !ts.isNonNullExpression(node.expression)) return undefined;
  const variable = node.expression.expression;
  if (!ts.isPropertyAccessExpression(variable) && !ts.isElementAccessExpression(variable)) return undefined;
  let parent = node.parent as ts.Node | undefined;
  if (parent !== undefined && ts.isPropertyAssignment(parent)) parent = parent.parent.parent;
  if (parent === undefined) return undefined;
  if (ts.isEtsComponentExpression(parent)) return variable;
  if (!ts.isCallExpression(parent)) return undefined;
  const custom = ts.isIdentifier(parent.expression) && /^[A-Z]/.test(parent.expression.text);
  return custom || ts.isEtsComponentExpression(chainRoot(parent)) ? variable : undefined;
}

/** `new CustomDialogController({ builder: Dialog({ ... }) })`: `builder` becomes a function, and the struct is the owner. */
export function lowerDialogController(lowering: Lowering, node: ts.NewExpression): ts.Expression | undefined {
  const { factory } = lowering;
  const options = node.arguments?.[0];
  const isController = ts.isIdentifier(node.expression) && node.expression.text === 'CustomDialogController';
  if (!isController || options === undefined || !ts.isObjectLiteralExpression(options)) return undefined;
  lowering.usesUi = true;
  const properties = options.properties.map((property) => {
    const value =
      ts.isPropertyAssignment(property) && nameOf(property) === 'builder' ? property.initializer : undefined;
    if (value === undefined || !(ts.isCallExpression(value) || ts.isEtsComponentExpression(value))) {
      return ts.visitNode(property, lowering.visit) as ts.ObjectLiteralElementLike;
    }
    const block = factory.createBlock([factory.createExpressionStatement(value)]);
    return factory.createPropertyAssignment('builder', thunk(factory, lowerUiBlock(lowering, block)));
  });
  const owner = lowering.inStruct ? [factory.createThis()] : [];
  return factory.updateNewExpression(node, node.expression, undefined, [
    factory.createObjectLiteralExpression(properties),
    ...owner,
  ]);
}
