import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readCMake } from '../../project/cmake.ts';
import { linkedLibrary } from '../../project/registration.ts';
import { FixtureProject } from './fixture.ts';
import type { Files } from './fixture.ts';

const limit = { timeout: 20_000 };

/** Reads the CMakeLists.txt of a fixture and gives the paths of the sources of `main` relative to it. */
function sourcesOf(files: Files, target = 'main'): string[] {
  using project = new FixtureProject(files);
  const { targets } = readCMake(project.path('CMakeLists.txt'));
  return [...(targets.get(target)?.sources ?? [])].map((file) => file.slice(project.root.length + 1)).sort();
}

describe('readCMake', () => {
  test('variables_areReplaced', limit, () => {
    const text = `project(main)
      set(DIR \${CMAKE_CURRENT_SOURCE_DIR}/src)
      set(FILES \${DIR}/a.cpp "\${DIR}/b c.cpp")
      list(APPEND FILES d.cpp)
      add_library(\${PROJECT_NAME} SHARED \${FILES})`;
    assert.deepEqual(sourcesOf({ 'CMakeLists.txt': text }), ['d.cpp', 'src/a.cpp', 'src/b c.cpp']);
  });

  test('globs_findTheFiles', limit, () => {
    const files = { 'a.cpp': '', 'sub/b.cpp': '', 'notes.txt': '' };
    const flat = 'file(GLOB ALL *)\nadd_library(main SHARED ${ALL})';
    assert.deepEqual(sourcesOf({ ...files, 'CMakeLists.txt': flat }), ['a.cpp']);
    const deep = 'file(GLOB_RECURSE ALL CONFIGURE_DEPENDS "*.cpp")\nadd_library(main SHARED ${ALL})';
    assert.deepEqual(sourcesOf({ ...files, 'CMakeLists.txt': deep }), ['a.cpp', 'sub/b.cpp']);
  });

  test('commentsAndCase_doNotMatter', limit, () => {
    const text =
      '#[[ add_library(no SHARED no.cpp) ]]\n# add_library(no SHARED)\nADD_LIBRARY(main SHARED a.cpp # b.cpp\n)';
    assert.deepEqual(sourcesOf({ 'CMakeLists.txt': text }), ['a.cpp']);
    assert.deepEqual(sourcesOf({ 'CMakeLists.txt': text }, 'no'), []);
  });

  test('subfoldersAndIncludes_areFollowed', limit, () => {
    const files = {
      'CMakeLists.txt': 'add_subdirectory(lib)\ninclude(more.cmake)',
      'lib/CMakeLists.txt': 'add_library(main SHARED)\ntarget_sources(main PRIVATE a.cpp)',
      'more.cmake': 'target_sources(main PRIVATE b.cpp)',
    };
    assert.deepEqual(sourcesOf(files), ['b.cpp', 'lib/a.cpp']);
  });

  test('outputName_isTheFileName', limit, () => {
    using project = new FixtureProject({
      'CMakeLists.txt': 'add_library(main SHARED a.cpp)\nset_target_properties(main PROPERTIES OUTPUT_NAME sound)',
    });
    assert.equal(readCMake(project.path('CMakeLists.txt')).targets.get('main')?.output, 'libsound.so');
  });

  test('whatOnlyCMakeKnows_isIncomplete', limit, () => {
    using project = new FixtureProject({
      'CMakeLists.txt': 'add_library(main SHARED ${FROM_OUTSIDE})\nadd_library(${NAME} SHARED a.cpp)',
    });
    const { complete, targets } = readCMake(project.path('CMakeLists.txt'));
    assert.equal(complete, false);
    assert.equal(targets.get('main')?.complete, false);
  });
});

describe('linkedLibrary', () => {
  test('linksOfStaticParts_count', limit, () => {
    using project = new FixtureProject({
      'CMakeLists.txt': `add_library(part STATIC part.cpp)
        target_link_libraries(part PUBLIC -ljsvm)
        add_library(main SHARED main.cpp)
        target_link_libraries(main PRIVATE part libhilog_ndk.z.so)`,
      'main.cpp': '#include "own.h"\n',
      'own.h': '',
      'part.cpp': '',
    });
    const cmake = readCMake(project.path('CMakeLists.txt'));
    const main = cmake.targets.get('main');
    assert.ok(main);
    const { sources, links } = linkedLibrary(main, cmake);
    assert.deepEqual([...links].sort(), ['hilog_ndk.z', 'jsvm']);
    const names = sources.map(({ file }) => file.slice(project.root.length + 1));
    assert.deepEqual(names.sort(), ['main.cpp', 'own.h', 'part.cpp']);
  });
});
