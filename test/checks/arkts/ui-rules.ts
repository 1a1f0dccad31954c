/**
 * Rules of the declarative UI that the SDK's build checks outside of its compiler: what may stand in `build()` and
 * in builders, one container at the root of a page, and two-way fields that must be passed.
 */
import ts from 'ohos-typescript';
import { linkFindings } from './ui-links.ts';
import { decoratorNames, rootCall } from './ui-syntax.ts';
import type { Report } from './ui-syntax.ts';

/** Built-in components that may be the root of an `@Entry` page: those that take children. */
const CONTAINERS = new Set(['Column', 'Row', 'Stack', 'Flex', 'Scroll', 'List', 'GridRow', 'GridCol']);
const LOOPS = new Set(['ForEach', 'LazyForEach', 'Repeat']);

/** The errors of the UI rules in `files`, each message ending in the name of its rule. */
export function uiFindings(program: ts.Program, files: string[]): ts.Diagnostic[] {
  const found: ts.Diagnostic[] = [];
  for (const name of files) {
    const file = program.getSourceFile(name);
    if (file === undefined) {
      continue;
    }
    const report: Report = (node, rule, message) => {
      const start = node.getStart(file);
      const messageText = `${message} (${rule})`;
      found.push({
        file,
        start,
        length: node.getEnd() - start,
        messageText,
        code: 0,
        category: ts.DiagnosticCategory.Error,
      });
    };
    checkFile(file, report);
    linkFindings(file, program.getTypeChecker(), report);
  }
  return found;
}

function checkFile(file: ts.SourceFile, report: Report): void {
  const structs = file.statements.filter((node) => ts.isStructDeclaration(node));
  const entries = structs.filter((node) => decoratorNames(node).includes('Entry'));
  for (const extra of entries.slice(1)) {
    report(
      extra.name ?? extra,
      'ui-one-entry',
      'A file may hold one @Entry struct; move this page to a file of its own',
    );
  }
  for (const struct of structs) {
    checkStruct(struct, report);
  }
  for (const node of file.statements) {
    if (ts.isFunctionDeclaration(node) && decoratorNames(node).includes('Builder') && node.body !== undefined) {
      checkUiBlock(node.body, undefined, report);
    }
  }
}

function checkStruct(struct: ts.StructDeclaration, report: Report): void {
  const decorators = decoratorNames(struct);
  if (!decorators.some((name) => ['Component', 'ComponentV2', 'CustomDialog'].includes(name))) {
    report(struct.name ?? struct, 'ui-component', 'A struct needs @Component');
  }
  const methods = struct.members.filter((member) => ts.isMethodDeclaration(member));
  const build = methods.find((method) => method.name.getText() === 'build');
  if (build?.body === undefined) {
    report(struct.name ?? struct, 'ui-build', 'A struct needs a build() method');
  } else {
    checkRoot(build, decorators.includes('Entry'), report);
  }
  for (const method of methods) {
    if (method.body !== undefined && (method === build || decoratorNames(method).includes('Builder'))) {
      checkUiBlock(method.body, struct, report);
    }
  }
}

function checkRoot(build: ts.MethodDeclaration, entry: boolean, report: Report): void {
  const roots = build.body?.statements ?? [];
  const [root] = roots;
  if (root === undefined || roots.length > 1) {
    report(build.name, 'ui-one-root', `build() must have exactly one root component, not ${roots.length}`);
    return;
  }
  if (entry) {
    const component = rootCall(root);
    const name =
      component !== undefined && ts.isEtsComponentExpression(component) ? component.expression.getText() : '';
    if (!CONTAINERS.has(name)) {
      report(root, 'ui-entry-root', 'The root of an @Entry page must be a container such as Column, Row or Stack');
    }
  }
}

/** Every statement of a UI block must be a component, a builder, a loop over components, or an if of such. */
function checkUiBlock(block: ts.Block, struct: ts.StructDeclaration | undefined, report: Report): void {
  for (const statement of block.statements) {
    checkUiStatement(statement, struct, report);
  }
}

function checkUiStatement(statement: ts.Statement, struct: ts.StructDeclaration | undefined, report: Report): void {
  if (ts.isBlock(statement)) {
    checkUiBlock(statement, struct, report);
    return;
  }
  if (ts.isIfStatement(statement)) {
    checkUiStatement(statement.thenStatement, struct, report);
    if (statement.elseStatement !== undefined) {
      checkUiStatement(statement.elseStatement, struct, report);
    }
    return;
  }
  const call = rootCall(statement);
  if (call !== undefined && ts.isEtsComponentExpression(call)) {
    if (call.body !== undefined) {
      checkUiBlock(call.body, struct, report);
    }
  } else if (call !== undefined && ts.isCallExpression(call) && isUiCall(call, struct)) {
    for (const argument of LOOPS.has(call.expression.getText()) ? call.arguments.slice(1, 2) : []) {
      if (ts.isArrowFunction(argument) && ts.isBlock(argument.body)) {
        checkUiBlock(argument.body, struct, report);
      }
    }
  } else {
    report(statement, 'ui-build-syntax', 'Only components, builders, if and ForEach may stand in build() and builders');
  }
}

/** A custom component or global builder (by name), or a builder of the struct; the type check knows what exists. */
function isUiCall(call: ts.CallExpression, struct: ts.StructDeclaration | undefined): boolean {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) {
    return true;
  }
  if (!ts.isPropertyAccessExpression(callee)) {
    return false;
  }
  if (callee.name.text === 'builder') {
    return true;
  }
  const member = struct?.members.find((one) => one.name !== undefined && one.name.getText() === callee.name.text);
  const decorators = member === undefined ? [] : decoratorNames(member);
  return (
    callee.expression.kind === ts.SyntaxKind.ThisKeyword &&
    decorators.some((name) => /^(Local)?Builder(Param)?$/.test(name))
  );
}
