/** What a file declares at its top level, as far as the lowering has to know. */
import ts from 'ohos-typescript';

/** Names a file declares or imports at its top level: they hide the globals of ArkUI. */
export function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause?.name !== undefined) names.add(clause.name.text);
      const bindings = clause?.namedBindings;
      if (bindings !== undefined && ts.isNamespaceImport(bindings)) names.add(bindings.name.text);
      if (bindings !== undefined && ts.isNamedImports(bindings))
        bindings.elements.forEach((item) => names.add(item.name.text));
    } else if (ts.isVariableStatement(statement)) {
      for (const item of statement.declarationList.declarations)
        if (ts.isIdentifier(item.name)) names.add(item.name.text);
    } else if (isNamedDeclaration(statement) && statement.name !== undefined) {
      names.add(statement.name.text);
    }
  }
  return names;
}

function isNamedDeclaration(
  node: ts.Node,
): node is ts.ClassDeclaration | ts.FunctionDeclaration | ts.EnumDeclaration | ts.StructDeclaration {
  return (
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isStructDeclaration(node)
  );
}

/**
 * `export const Name = undefined` for each exported interface and type. Files are emitted one by one, so a re-export
 * `export { Name } from './x'` cannot know that Name is a type; with the stub it links, as on a device.
 */
export function typeExportStubs(file: ts.SourceFile, factory: ts.NodeFactory): ts.Statement[] {
  const values = declaredNames(file);
  const stubs = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    const flags = new Set(ts.getModifiers(statement)?.map((item) => item.kind));
    if (!flags.has(ts.SyntaxKind.ExportKeyword) || flags.has(ts.SyntaxKind.DefaultKeyword)) continue;
    if (!values.has(statement.name.text)) stubs.add(statement.name.text);
  }
  return [...stubs].map((name) => {
    const declaration = factory.createVariableDeclaration(name, undefined, undefined, factory.createVoidZero());
    const list = factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const);
    return factory.createVariableStatement([factory.createModifier(ts.SyntaxKind.ExportKeyword)], list);
  });
}
