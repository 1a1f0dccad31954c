/** Compiler options of the ArkTS check: what the SDK's own build sets, as far as it decides what is an error. */
import ts from 'ohos-typescript';
import { componentNames } from './declarations.ts';

/** Tells the parser which calls are components and what `@Extend`, `@Styles` and `struct` bind to. */
export function etsOptions(): ts.EtsOptions {
  const components = componentNames();
  return {
    emitDecorators: [],
    libs: [],
    propertyDecorators: ['Link', 'Prop', 'ObjectLink', 'Consume'].map((name) => ({ name, needInitialization: false })),
    render: { method: ['build', 'pageTransition'], decorator: ['Builder', 'LocalBuilder'] },
    components,
    extend: {
      decorator: ['Extend', 'AnimatableExtend'],
      components: components.map((name) => ({ name, type: `${name}Attribute`, instance: `${name}Instance` })),
    },
    styles: {
      decorator: 'Styles',
      component: { name: 'Common', type: 'T', instance: 'CommonInstance' },
      property: 'stateStyles',
    },
    concurrent: { decorator: 'Concurrent' },
    customComponent: 'CustomComponent',
    syntaxComponents: {
      paramsUICallback: ['ForEach', 'LazyForEach'],
      attrUICallback: [{ name: 'Repeat', attributes: ['each', 'template'] }],
    },
  };
}

/**
 * Options of the program. `buildInfo` is a path that the linter wants to know; the check never emits, so the file
 * is not written. `api` is the lowest API level of the project's products: below 10 the rules are warnings.
 */
export function checkOptions(buildInfo: string, api: number): ts.CompilerOptions {
  return {
    ets: etsOptions(),
    target: ts.ScriptTarget.ES2021,
    lib: ['lib.es2021.d.ts'],
    module: ts.ModuleKind.ES2020,
    moduleResolution: ts.ModuleResolutionKind.NodeJs,
    noEmit: true,
    allowJs: true,
    checkJs: false,
    experimentalDecorators: true,
    esModuleInterop: true,
    allowSyntheticDefaultImports: true,
    alwaysStrict: true,
    skipLibCheck: true,
    types: [],
    typeRoots: [],
    packageManagerType: 'ohpm',
    needDoArkTsLinter: true,
    isCompatibleVersion: api < 10,
    compatibleSdkVersion: api,
    etsAnnotationsEnable: true,
    maxFlowDepth: 2000,
    noTransformedKitInParser: true,
    incremental: true,
    tsBuildInfoFile: buildInfo,
  };
}
