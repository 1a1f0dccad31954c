/**
 * Node's modules for code that runs at every start. `import ... from 'node:fs'` makes an ES facade, which runs every lazy
 * getter of the module and so loads streams, promises and more: 8 ms for the six modules here, a third of an engine start.
 */

/** `node:fs`. */
export const fs = process.getBuiltinModule('node:fs');
/** `node:module`. */
export const modules = process.getBuiltinModule('node:module');
/** `node:path`. */
export const path = process.getBuiltinModule('node:path');
/** `node:url`. */
export const urls = process.getBuiltinModule('node:url');
/** `node:util`. */
export const util = process.getBuiltinModule('node:util');
