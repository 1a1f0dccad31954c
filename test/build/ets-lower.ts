/**
 * Rewrites what only ArkTS has into plain TypeScript, before the compiler emits it: structs, component blocks, builders,
 * `@Extend` and `@Styles`, `$$this`, `import lazy`. The result calls `$arkui`, the component runtime of the engine.
 */
import ts from 'ohos-typescript';
import { builderDecorators, components, uiEnums, uiFunctions } from './ets-names.ts';
import { declaredNames, typeExportStubs } from './ets-declared.ts';
import { boundVariable, builderArgument, isBuilder, lowerDialogController, nameOf } from './ets-lower-builders.ts';
import { lowerStruct } from './ets-lower-struct.ts';
import { chainRoot, linksOf, lowerUiBlock, thunk } from './ets-lower-ui.ts';

/** The name under which lowered files import the component runtime. */
export const runtimeName = '$arkui';
const concurrentName = '$concurrent';
/** Receiver of the chain inside `@Extend`, `@Styles` and `stateStyles` bodies. */
export const selfName = '$self';

const builtIns = new Set(components);
const uiGlobals = new Set([...uiFunctions, ...uiEnums, ...components]);

/** True for nodes the ArkTS parser makes up (implied receivers, the synthetic constructor of a struct). */
export function isVirtual(node: ts.Node): boolean {
  return (node as ts.Node & { virtual?: boolean }).virtual === true || node.pos < 0;
}

/** One file being lowered. */
export class Lowering {
  readonly factory: ts.NodeFactory;
  readonly context: ts.TransformationContext;
  /** Field names of the struct around the node being visited. */
  fields: ReadonlySet<string> = new Set();
  /** Builders of that struct: its `@Builder` methods and `@BuilderParam` fields. */
  builders: ReadonlySet<string> = new Set();
  /** `@Builder` functions of the file. */
  readonly functions: ReadonlySet<string>;
  /** A struct is around the node being visited. */
  inStruct = false;
  /** The file needs the component runtime. */
  usesUi = false;
  /** Names of `@Concurrent` functions, and of `@Sendable` classes. */
  readonly concurrent: string[] = [];
  readonly sendable: string[] = [];
  readonly #declared: ReadonlySet<string>;
  /** Calls of chains that stand in an element already. */
  readonly #inElement = new Set<ts.Node>();

  constructor(context: ts.TransformationContext, file: ts.SourceFile) {
    this.context = context;
    this.factory = context.factory;
    this.#declared = declaredNames(file);
    this.functions = new Set(file.statements.filter(ts.isFunctionDeclaration).filter(isBuilder).map(nameOf));
  }

  /** Lowers one node; undefined removes it. */
  readonly visit = (node: ts.Node): ts.VisitResult<ts.Node> => {
    if (ts.isStructDeclaration(node)) {
      this.usesUi = true;
      return lowerStruct(this, node);
    }
    if (this.#startsElement(node)) return this.#element(node as ts.Expression);
    if (ts.isEtsComponentExpression(node)) return this.#component(node);
    if (isTwoWay(node)) return this.#twoWay(() => this.#ofThis(node));
    const bound = boundVariable(node);
    if (bound !== undefined) return this.#twoWay(() => this.#expression(bound));
    const builder = builderArgument(this, node);
    if (builder !== undefined) return builder;
    if (ts.isNewExpression(node)) return lowerDialogController(this, node) ?? this.children(node);
    if (ts.isFunctionDeclaration(node)) return this.#function(node);
    if (ts.isClassDeclaration(node)) this.#noteSendable(node);
    if (ts.isObjectLiteralExpression(node) && isStyleBlock(node)) return this.#styleBlock(node);
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node;
    return this.children(node);
  };

  /** Lowers what stands inside a node. */
  children<T extends ts.Node>(node: T): T {
    return ts.visitEachChild(node, this.visit, this.context);
  }

  /** `$arkui.<member>(args)`. */
  runtimeCall(member: string, args: readonly ts.Expression[]): ts.CallExpression {
    this.usesUi = true;
    const { factory } = this;
    const callee = factory.createPropertyAccessExpression(factory.createIdentifier(runtimeName), member);
    return factory.createCallExpression(callee, undefined, args);
  }

  /** A block as `() => { ... }`, or `undefined` when there is none. */
  blockFunction(body: ts.Block | undefined): ts.Expression {
    const { factory } = this;
    return body === undefined ? factory.createVoidZero() : thunk(factory, lowerUiBlock(this, body));
  }

  /** A component with its attributes, seen from outside. */
  #startsElement(node: ts.Node): boolean {
    if (!ts.isCallExpression(node) && !ts.isEtsComponentExpression(node)) return false;
    return !this.#inElement.has(node) && ts.isEtsComponentExpression(chainRoot(node));
  }

  /** `$arkui.element(() => <component and its attributes>)`. */
  #element(node: ts.Expression): ts.Expression {
    const root = chainRoot(node);
    for (let part: ts.Node = node; ; part = receiverOf(part)) {
      this.#inElement.add(part);
      if (part === root) break;
    }
    return ts.setTextRange(this.runtimeCall('element', [thunk(this.factory, this.#expression(node))]), node);
  }

  /**
   * `$$this.field`, `$$this.list[0].name` and `this.field!!` let a component write the variable:
   * `$arkui.twoWay(() => this.field, ($value) => { this.field = $value; })`.
   */
  #twoWay(field: () => ts.Expression): ts.Expression {
    const { factory } = this;
    const parameter = factory.createParameterDeclaration(undefined, undefined, '$value');
    const assign = factory.createBlock([
      factory.createExpressionStatement(factory.createAssignment(field(), factory.createIdentifier('$value'))),
    ]);
    const write = factory.createArrowFunction(undefined, undefined, [parameter], undefined, undefined, assign);
    return this.runtimeCall('twoWay', [thunk(factory, field()), write]);
  }

  /** `this.list[0].name` of `$$this.list[0].name`. */
  #ofThis(node: ts.Expression): ts.Expression {
    const { factory } = this;
    if (ts.isPropertyAccessExpression(node)) {
      return factory.createPropertyAccessExpression(this.#ofThis(node.expression), node.name);
    }
    if (ts.isElementAccessExpression(node)) {
      const index = this.#expression(node.argumentExpression);
      return factory.createElementAccessExpression(this.#ofThis(node.expression), index);
    }
    return factory.createThis();
  }

  #component(node: ts.EtsComponentExpression): ts.Expression {
    const args = this.factory.createArrayLiteralExpression(node.arguments.map((item) => this.#expression(item)));
    const body = this.blockFunction(node.body);
    const name = node.expression;
    const builtIn = ts.isIdentifier(name) && builtIns.has(name.text) && !this.#declared.has(name.text);
    if (builtIn) {
      const type = this.factory.createStringLiteral(name.text);
      return ts.setTextRange(this.runtimeCall('builtin', [type, args, body]), node);
    }
    const [fields] = node.arguments;
    const links = fields !== undefined && ts.isObjectLiteralExpression(fields) ? linksOf(this, fields) : undefined;
    const values = [this.#expression(name), args, body, ...(links === undefined ? [] : [links])];
    const call = this.runtimeCall('child', values);
    return ts.setTextRange(call, node);
  }

  #expression(node: ts.Expression): ts.Expression {
    return ts.visitNode(node, this.visit) as ts.Expression;
  }

  #function(node: ts.FunctionDeclaration): ts.VisitResult<ts.Node> {
    const decorators = ts.getAllDecorators(node).map((item) => decoratorName(item));
    if (decorators.length === 0) return this.children(node);
    if (decorators.includes('Extend') || decorators.includes('AnimatableExtend')) return this.#style(node, 'extend');
    if (decorators.includes('Styles')) return this.#style(node, 'style');
    const isBuilder = decorators.includes('Builder') || decorators.includes('LocalBuilder');
    if (isBuilder) this.usesUi = true;
    if (decorators.includes('Concurrent') && node.name !== undefined) this.concurrent.push(node.name.text);
    const modifiers = node.modifiers?.filter(
      (item) => !(ts.isDecorator(item) && builderDecorators.includes(decoratorName(item))),
    );
    const body =
      node.body === undefined ? undefined : isBuilder ? lowerUiBlock(this, node.body) : this.children(node.body);
    const plain = this.factory.updateFunctionDeclaration(
      node,
      modifiers,
      node.asteriskToken,
      node.name,
      node.typeParameters,
      node.parameters.map((item) => this.children(item)),
      node.type,
      body,
    );
    (plain as ts.FunctionDeclaration & { illegalDecorators?: undefined }).illegalDecorators = undefined;
    return plain;
  }

  /** Only classes of the file itself can be found by their name. */
  #noteSendable(node: ts.ClassDeclaration): void {
    const isSendable = ts.getAllDecorators(node).some((item) => decoratorName(item) === 'Sendable');
    if (isSendable && node.name !== undefined && ts.isSourceFile(node.parent)) this.sendable.push(node.name.text);
  }

  #style(node: ts.FunctionDeclaration, member: 'extend' | 'style'): ts.Statement {
    const { factory } = this;
    const name = factory.createStringLiteral(node.name?.text ?? '');
    const body = node.body === undefined ? factory.createBlock([]) : this.children(node.body);
    const parameters = [this.selfParameter(), ...node.parameters.map((item) => this.children(item))];
    const apply = factory.createFunctionExpression(
      undefined,
      undefined,
      undefined,
      undefined,
      parameters,
      undefined,
      body,
    );
    const component = ts.getAllDecorators(node).map((item) => decoratorArgument(item))[0];
    const target = component !== undefined && ts.isIdentifier(component) ? component.text : '';
    const args = member === 'extend' ? [factory.createStringLiteral(target), name, apply] : [name, apply];
    return ts.setTextRange(factory.createExpressionStatement(this.runtimeCall(member, args)), node);
  }

  /** The `$self` parameter of a style body. */
  selfParameter(): ts.ParameterDeclaration {
    return this.factory.createParameterDeclaration(undefined, undefined, selfName);
  }

  /** `{ .width(1) }` inside stateStyles. */
  #styleBlock(node: ts.ObjectLiteralExpression): ts.Expression {
    const { factory } = this;
    const chains = node.properties.filter(ts.isPropertyAssignment).map((item) => this.#expression(item.initializer));
    const body = factory.createBlock(
      chains.map((chain) => factory.createExpressionStatement(chain)),
      false,
    );
    return factory.createArrowFunction(undefined, undefined, [this.selfParameter()], undefined, undefined, body);
  }

  #identifier(node: ts.Identifier): ts.Node {
    const { text } = node;
    if (isVirtual(node) && text.endsWith('Instance')) return this.factory.createIdentifier(selfName);
    if (text === '$$this') return ts.setTextRange(this.factory.createThis(), node);
    if (text.length > 1 && text.startsWith('$')) {
      const field = text.slice(text.startsWith('$$') ? 2 : 1);
      if (this.fields.has(field) && isValue(node)) {
        return ts.setTextRange(this.factory.createPropertyAccessExpression(this.factory.createThis(), field), node);
      }
    }
    if (uiGlobals.has(text) && !this.#declared.has(text) && isValue(node)) this.usesUi = true;
    return node;
  }
}

/** The transformer to run before emit. */
export const lowerUi: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const lowering = new Lowering(context, file);
  const lowered = ts.visitEachChild(file, lowering.visit, context);
  const statements = [...lowered.statements, ...typeExportStubs(file, context.factory)];
  for (const name of lowering.concurrent) statements.push(register(context.factory, 'concurrent', name));
  for (const name of lowering.sendable) statements.push(register(context.factory, 'sendableClass', name));
  if (lowering.concurrent.length + lowering.sendable.length > 0)
    statements.unshift(runtimeImport(context.factory, concurrentName, 'arkhost:concurrent'));
  if (lowering.usesUi) statements.unshift(runtimeImport(context.factory, runtimeName, 'arkhost:arkui'));
  return context.factory.updateSourceFile(lowered, statements);
};

/** `import lazy` is not JavaScript, and the emitter passes it through: rebuild the clause after unused imports are gone. */
export const dropLazyImports: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  return ts.visitEachChild(
    file,
    (node) => {
      if (!ts.isImportDeclaration(node) || node.importClause?.isLazy !== true) return node;
      const clause = factory.createImportClause(false, node.importClause.name, node.importClause.namedBindings);
      return factory.updateImportDeclaration(node, node.modifiers, clause, node.moduleSpecifier, node.assertClause);
    },
    context,
  );
};

/** Name of a decorator, with or without arguments. */
export function decoratorName(decorator: ts.Decorator): string {
  const { expression } = decorator;
  const callee = ts.isCallExpression(expression) ? expression.expression : expression;
  return ts.isIdentifier(callee) ? callee.text : '';
}

/** First argument of a decorator. */
export function decoratorArgument(decorator: ts.Decorator): ts.Expression | undefined {
  return ts.isCallExpression(decorator.expression) ? decorator.expression.arguments[0] : undefined;
}

function receiverOf(part: ts.Node): ts.Node {
  if (!ts.isCallExpression(part) || !ts.isPropertyAccessExpression(part.expression)) return part;
  return part.expression.expression;
}

/** `$$this.field`, or a path from there. */
function isTwoWay(node: ts.Node): node is ts.AccessExpression {
  let root = node;
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = root.expression;
  return root !== node && ts.isIdentifier(root) && root.text === '$$this';
}

function isStyleBlock(node: ts.ObjectLiteralExpression): boolean {
  const first = node.properties[0];
  return first?.name !== undefined && isVirtual(first.name);
}

/** The identifier stands for a value, not for a member name, a key or a binding name of an import. */
function isValue(node: ts.Identifier): boolean {
  const parent = node.parent as ts.Node | undefined;
  if (parent === undefined) return true;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  return !(
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isClassElement(parent) ||
    ts.isEnumMember(parent)
  );
}

/** `$concurrent.concurrent(work, import.meta.url, 'work')`: another thread finds the function by file and name. So for classes. */
function register(factory: ts.NodeFactory, kind: 'concurrent' | 'sendableClass', name: string): ts.Statement {
  const callee = factory.createPropertyAccessExpression(factory.createIdentifier(concurrentName), kind);
  const meta = factory.createMetaProperty(ts.SyntaxKind.ImportKeyword, factory.createIdentifier('meta'));
  const url = factory.createPropertyAccessExpression(meta, 'url');
  const args = [factory.createIdentifier(name), url, factory.createStringLiteral(name)];
  return factory.createExpressionStatement(factory.createCallExpression(callee, undefined, args));
}

function runtimeImport(factory: ts.NodeFactory, name: string, module: string): ts.Statement {
  const clause = factory.createImportClause(
    false,
    undefined,
    factory.createNamespaceImport(factory.createIdentifier(name)),
  );
  return factory.createImportDeclaration(undefined, clause, factory.createStringLiteral(module));
}
