/** Lowers a `struct` to a class wrapped by the component runtime. */
import ts from 'ohos-typescript';
import { decoratorArgument, decoratorName, isVirtual } from './ets-lower.ts';
import type { Lowering } from './ets-lower.ts';
import { builderNames } from './ets-lower-builders.ts';
import { lowerUiBlock } from './ets-lower-ui.ts';

/**
 * `@Entry struct Name { ... }` becomes `const Name = $arkui.struct({ Name: class { ... } }.Name, decorators, fields, styles)`, with the
 * same export. Decorators and fields are `[name, argument]` and `[field, decorators]` pairs.
 */
export function lowerStruct(lowering: Lowering, node: ts.StructDeclaration): ts.Statement[] {
  const { factory } = lowering;
  const name = node.name?.text ?? 'Component';
  const members = node.members.filter((member) => !isVirtual(member));
  const { fields, builders, inStruct } = lowering;
  lowering.builders = builderNames(members);
  lowering.inStruct = true;
  lowering.fields = new Set(members.filter(ts.isPropertyDeclaration).map((member) => memberName(member)));
  const body = members.map((member) => lowerMember(lowering, member));
  Object.assign(lowering, { fields, builders, inStruct });

  // Named by the property that it stands in: its own name would hide the component from a struct that contains itself.
  const classNode = factory.createClassExpression(undefined, undefined, undefined, undefined, body);
  const holder = factory.createObjectLiteralExpression([
    factory.createPropertyAssignment(name, ts.setTextRange(classNode, node)),
  ]);
  const call = lowering.runtimeCall('struct', [
    factory.createPropertyAccessExpression(holder, name),
    decoratorList(lowering, node),
    fieldList(lowering, members),
    styleList(lowering, members),
    ...getterList(lowering, members),
  ]);
  return declare(factory, node, name, call);
}

function declare(
  factory: ts.NodeFactory,
  node: ts.StructDeclaration,
  name: string,
  value: ts.Expression,
): ts.Statement[] {
  const kinds = new Set(ts.getModifiers(node as unknown as ts.ClassDeclaration)?.map((item) => item.kind));
  const exported = kinds.has(ts.SyntaxKind.ExportKeyword);
  const isDefault = kinds.has(ts.SyntaxKind.DefaultKeyword);
  const modifiers = exported && !isDefault ? [factory.createModifier(ts.SyntaxKind.ExportKeyword)] : undefined;
  const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
  // `var` semantics of the device's class declaration are not needed: structs are only used after loading.
  const list = factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const);
  const statement = ts.setTextRange(factory.createVariableStatement(modifiers, list), node);
  return isDefault ? [statement, factory.createExportDefault(factory.createIdentifier(name))] : [statement];
}

function memberName(member: ts.ClassElement): string {
  return member.name !== undefined && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))
    ? member.name.text
    : '';
}

function lowerMember(lowering: Lowering, member: ts.ClassElement): ts.ClassElement {
  const { factory } = lowering;
  if (ts.isPropertyDeclaration(member)) {
    const initializer = member.initializer && (ts.visitNode(member.initializer, lowering.visit) as ts.Expression);
    // A field without a value is still declared, so that the runtime finds it on the instance.
    const property = factory.createPropertyDeclaration(
      staticOnly(factory, member),
      member.name,
      undefined,
      undefined,
      initializer ?? factory.createVoidZero(),
    );
    return ts.setTextRange(property, member);
  }
  if (ts.isMethodDeclaration(member)) {
    const body = member.body && (isUi(member) ? lowerUiBlock(lowering, member.body) : lowering.children(member.body));
    const own = member.parameters.map((item) => lowering.children(item));
    const parameters = isStyle(member) ? [lowering.selfParameter(), ...own] : own;
    const modifiers = ts
      .getModifiers(member)
      ?.filter((item) => item.kind === ts.SyntaxKind.AsyncKeyword || item.kind === ts.SyntaxKind.StaticKeyword);
    const method = factory.createMethodDeclaration(
      modifiers,
      member.asteriskToken,
      member.name,
      undefined,
      undefined,
      parameters,
      undefined,
      body,
    );
    return ts.setTextRange(method, member);
  }
  return lowering.children(member);
}

function staticOnly(factory: ts.NodeFactory, member: ts.PropertyDeclaration): ts.Modifier[] | undefined {
  const isStatic = ts.getModifiers(member)?.some((item) => item.kind === ts.SyntaxKind.StaticKeyword) === true;
  return isStatic ? [factory.createModifier(ts.SyntaxKind.StaticKeyword)] : undefined;
}

/** The method describes components. */
function isUi(member: ts.MethodDeclaration): boolean {
  return (
    memberName(member) === 'build' ||
    ts.getAllDecorators(member).some((item) => ['Builder', 'LocalBuilder'].includes(decoratorName(item)))
  );
}

function isStyle(member: ts.MethodDeclaration): boolean {
  return ts.getAllDecorators(member).some((item) => decoratorName(item) === 'Styles');
}

/** `[['State'], ['Watch', 'onChange']]`. */
function decoratorList(lowering: Lowering, node: ts.Node): ts.Expression {
  const { factory } = lowering;
  const pairs = ts.getAllDecorators(node).map((item) => {
    const argument = decoratorArgument(item);
    const name = factory.createStringLiteral(decoratorName(item));
    return factory.createArrayLiteralExpression(
      argument === undefined ? [name] : [name, ts.visitNode(argument, lowering.visit) as ts.Expression],
    );
  });
  if (isController(node)) {
    pairs.push(factory.createArrayLiteralExpression([factory.createStringLiteral('CustomDialogController')]));
  }
  return factory.createArrayLiteralExpression(pairs);
}

/** A field of the type CustomDialogController: the runtime fills it in. */
function isController(node: ts.Node): boolean {
  if (!ts.isPropertyDeclaration(node) || node.type === undefined) return false;
  const types = ts.isUnionTypeNode(node.type) ? node.type.types : [node.type];
  return types.some(
    (type) =>
      ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === 'CustomDialogController',
  );
}

function fieldList(lowering: Lowering, members: readonly ts.ClassElement[]): ts.Expression {
  const { factory } = lowering;
  const pairs = members
    .filter(ts.isPropertyDeclaration)
    .map((member) =>
      factory.createArrayLiteralExpression([
        factory.createStringLiteral(memberName(member)),
        decoratorList(lowering, member),
      ]),
    );
  return factory.createArrayLiteralExpression(pairs);
}

/** `@Monitor` methods and names of `@Computed` getters; nothing when there are none. */
function getterList(lowering: Lowering, members: readonly ts.ClassElement[]): ts.Expression[] {
  const { factory } = lowering;
  const monitors = monitorList(lowering, members);
  const names = members
    .filter(ts.isGetAccessorDeclaration)
    .filter((member) => ts.getAllDecorators(member).some((item) => decoratorName(item) === 'Computed'))
    .map((member) => factory.createStringLiteral(memberName(member)));
  if (monitors.length === 0 && names.length === 0) return [];
  const list = factory.createArrayLiteralExpression(monitors);
  return names.length === 0 ? [list] : [list, factory.createArrayLiteralExpression(names)];
}

/** `['onChange', ['count', 'user.name']]` for each method with `@Monitor`. */
function monitorList(lowering: Lowering, members: readonly ts.ClassElement[]): ts.Expression[] {
  const { factory } = lowering;
  return members.filter(ts.isMethodDeclaration).flatMap((member) => {
    const monitor = ts.getAllDecorators(member).find((item) => decoratorName(item) === 'Monitor');
    if (monitor === undefined || !ts.isCallExpression(monitor.expression)) return [];
    const paths = monitor.expression.arguments.map((item) => ts.visitNode(item, lowering.visit) as ts.Expression);
    const name = factory.createStringLiteral(memberName(member));
    return [factory.createArrayLiteralExpression([name, factory.createArrayLiteralExpression(paths)])];
  });
}

function styleList(lowering: Lowering, members: readonly ts.ClassElement[]): ts.Expression {
  const { factory } = lowering;
  const names = members
    .filter(ts.isMethodDeclaration)
    .filter(isStyle)
    .map((member) => factory.createStringLiteral(memberName(member)));
  return factory.createArrayLiteralExpression(names);
}
