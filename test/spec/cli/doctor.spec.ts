import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scratch } from '../build/scratch.ts';
import { arkhost } from './arkhost-process.ts';

const limit = { timeout: 150_000 };

describe('arkhost doctor', limit, () => {
  it('shows engine, compiler, CMake and cache', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['doctor'], place.folder, { ARKHOST_CACHE: place.cache });
    assert.equal(code, 0, stdout);
    assert.match(stdout, new RegExp(`✔ engine +Node\\.js ${process.versions.node}`));
    assert.match(stdout, /✔ C\+\+ compiler +\/\S+ \d+\./);
    assert.match(stdout, /✔ CMake +\/\S+ \d+\.\d+/);
    assert.ok(stdout.includes(place.cache));
    assert.match(stdout, /· host NDK +not built yet/);
  });

  it('marks what is missing, says how to get it, and ends with exit code 3', limit, async () => {
    using place = scratch();
    const { code, stdout } = await arkhost(['doctor'], place.folder, {
      PATH: '/nonexistent',
      ARKHOST_CXX: '',
      CXX: '',
    });
    assert.equal(code, 3);
    assert.match(stdout, /✖ C\+\+ compiler .*sudo apt-get install g\+\+ cmake ninja-build/);
    assert.match(stdout, /✖ CMake .*sudo apt-get install g\+\+ cmake ninja-build/);
  });
});
