'use strict';
/** `code.cjs` in a thread of the engine process. */
const { runEntry } = require('./code.cjs');

void runEntry({ keepCache: false });
