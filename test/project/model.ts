/** The typed model of a DevEco project. Only `test/project` knows the files it is read from. */

/** A DevEco project: the folder that holds `build-profile.json5`, and what its files say. */
export interface Project {
  /** Absolute path of the project folder. */
  root: string;
  /** `modelVersion` of the root oh-package.json5; empty in a project made before the 5.0 model. */
  modelVersion: string;
  /** Empty in a project that only holds libraries and has no AppScope/app.json5. */
  bundleName: string;
  versionName: string;
  versionCode: number;
  products: Product[];
  modules: Module[];
  /** Modules in folders that `file:` dependencies name, without being among `modules`. */
  linked?: Module[];
}

/** One entry of `app.products` in the root build-profile.json5. */
export interface Product {
  name: string;
  runtimeOS: 'HarmonyOS' | 'OpenHarmony';
  /** The API level that `compatibleSdkVersion` stands for: 12 for `"5.0.0(12)"`, 26 for `"26.0.0"`. */
  compatibleApi: number;
}

/** One module of the project. All paths are absolute. */
export interface Module {
  name: string;
  type: 'entry' | 'feature' | 'har' | 'shared' | 'skill';
  /** The module's folder. */
  root: string;
  /** Folder of the ArkTS sources, `src/main/ets`. */
  etsRoot: string;
  /** Native build options, absent when the module has no native code. */
  native?: NativeOptions;
  /** `libX.so` dependencies of oh-package.json5 and the folder of their types. */
  nativeTypes: NativeTypes[];
  /** Other `file:` dependencies: package name to folder. */
  packages: Record<string, string>;
  /** The test target, absent when `src/ohosTest` does not exist. */
  ohosTest?: TestTarget;
  abilities: Ability[];
  /** Pages of `$profile:main_pages`, as `pages/Index`. */
  pages: string[];
  /** Folder of resources (`src/main/resources`) when it exists. */
  resources?: string;
  /** The table of `"routerMap": "$profile:route_map"`, when it exists. */
  routeMap?: string;
  /** The .ets file of the module's AbilityStage (`srcEntry` of module.json5), when it names one. */
  stage?: string;
}

/** `buildOption.externalNativeOptions` of a module's build-profile.json5. */
export interface NativeOptions {
  /** The CMakeLists.txt. */
  cmakeLists: string;
  /** Extra arguments to CMake. */
  arguments: string[];
  cppFlags: string[];
  cFlags: string[];
  abiFilters: string[];
  /** Targets to build; empty means all. */
  targets: string[];
}

/** A native library that ArkTS imports, and where its `Index.d.ts` stands. */
export interface NativeTypes {
  /** `libentry.so`. */
  library: string;
  /** The folder of its oh-package.json5. */
  folder: string;
  /** The declaration file. */
  declaration: string;
}

/** The on-device test target of a module. */
export interface TestTarget {
  /** `entry_test`. */
  name: string;
  /** `src/ohosTest/ets`. */
  etsRoot: string;
  /** `src/ohosTest/ets/test/List.test.ets` (its absolute path, whether or not the file exists). */
  list: string;
  /** Old style: abilities and runner are written by hand. New style: hvigor generates them. */
  style: 'new' | 'old';
  /** Abilities of the test module, the one that the system starts first. */
  abilities?: Ability[];
  /** `src/ohosTest/resources`, when it exists. */
  resources?: string;
  /** The .ets file of the test module's AbilityStage, when it names one. */
  stage?: string;
}

/** An ability of `module.json5`. */
export interface Ability {
  name: string;
  /** Absolute path of the .ets file. */
  source: string;
  /** Each start makes another instance (`launchType` "multiton"). */
  isMultiton?: boolean;
}
