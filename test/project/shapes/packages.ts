import { anyFields, anything, boolean, closed, dependencyMap, matching, open, string } from './shape.ts';

const modelVersion = matching(/^\d+\.\d+\.\d+$/, 'three numbers joined by dots, such as "5.0.0"');

/** The root oh-package.json5. `name` and the like are leftovers of older templates. */
export const rootPackageShape = closed(
  {
    ...anyFields('overrides overrideDependencyMap parameterFile hooks scripts name version main author license'),
    modelVersion,
    description: { type: 'string', maxLength: 512, description: 'a string of at most 512 characters' },
    dependencies: dependencyMap,
    devDependencies: dependencyMap,
    dynamicDependencies: dependencyMap,
  },
  ['modelVersion'],
);

/** oh-package.json5 of a module or of the types of a native library. */
export const packageShape = open(
  {
    name: matching(
      /^(@[a-z0-9][a-z0-9\-_.]*\/)?[a-z]([a-z0-9\-_.]*[a-z0-9])?$/,
      'a package name: lower case letters, digits and -_. inside',
      128,
    ),
    version: matching(/^\d+\.\d+\.\d+/, 'a version such as 1.0.0'),
    description: string,
    main: string,
    types: string,
    dependencies: dependencyMap,
    devDependencies: dependencyMap,
    dynamicDependencies: dependencyMap,
  },
  ['name', 'version'],
);

/** hvigor/hvigor-config.json5. */
export const hvigorShape = closed(
  {
    modelVersion,
    dependencies: open({}),
    execution: open({
      analyze: {
        enum: [false, 'default', 'verbose', 'normal', 'advanced', 'ultrafine'],
        description: 'false, "default", "verbose", "normal" or "advanced"',
      },
      daemon: boolean,
      incremental: boolean,
      parallel: boolean,
      typeCheck: boolean,
    }),
    logging: open({ level: { enum: ['debug', 'info', 'warn', 'error'], description: 'debug, info, warn or error' } }),
    debugging: open({ stacktrace: boolean }),
    nodeOptions: open({ maxOldSpaceSize: { type: 'integer', description: 'a number of MB' }, exposeGC: boolean }),
    javaOptions: open({}),
    properties: anything,
  },
  ['modelVersion', 'dependencies'],
);
