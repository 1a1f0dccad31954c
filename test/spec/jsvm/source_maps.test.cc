// Source maps: stacks of scripts that were compiled with the path of one. The tests run in a folder of their own.
#include <fstream>

#include "jsvm_test.h"

namespace {

constexpr const char* kSource = "new Error('told').stack";
// The first character of the code comes from line 5, column 3 of original.ts.
constexpr const char* kMap = R"({"version":3,"sources":["original.ts"],"names":[],"mappings":"AAIE"})";

void Write(const char* path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

JSVM_ScriptOrigin OriginOf(const char* name, const char* map) {
  return {map, name, 0, 0};
}

// The stack that the script returns.
std::string StackOf(JSVM_Env env, JSVM_ScriptOrigin origin, const char* source = kSource) {
  JSVM_Script script = nullptr;
  JSVM_Value stack = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOrigin(env, Utf8(env, source), nullptr, 0, true, nullptr, &origin, &script));
  if (!CHECK_OK(OH_JSVM_RunScript(env, script, &stack))) return "";
  return Str(env, stack);
}

std::string StackWithOptions(JSVM_Env env, JSVM_ScriptOrigin origin, bool enabled) {
  JSVM_CompileOptions options[2] = {};
  options[0].id = JSVM_COMPILE_SCRIPT_ORIGIN;
  options[0].content.ptr = &origin;
  options[1].id = JSVM_COMPILE_ENABLE_SOURCE_MAP;
  options[1].content.boolean = enabled;
  JSVM_Script script = nullptr;
  JSVM_Value stack = nullptr;
  CHECK_OK(OH_JSVM_CompileScriptWithOptions(env, Utf8(env, kSource), 2, options, &script));
  if (!CHECK_OK(OH_JSVM_RunScript(env, script, &stack))) return "";
  return Str(env, stack);
}

}  // namespace

JSVM_ALONE_TEST(source_maps, CompileScriptWithOrigin_maps_the_stack) {
  Write("mapped.map", kMap);
  TestVm vm;
  CHECK_EQ(StackOf(vm.env(), OriginOf("mapped.js", "mapped.map")), "Error: told\n    at original.ts:5:3");
  // Scripts without a map are shown as ever.
  CHECK_EQ(StackOf(vm.env(), OriginOf("plain.js", nullptr)), "Error: told\n    at plain.js:1:1");
}

JSVM_ALONE_TEST(source_maps, CompileScriptWithOptions_maps_the_stack_when_enabled) {
  Write("mapped.map", kMap);
  TestVm vm;
  CHECK_EQ(StackWithOptions(vm.env(), OriginOf("off.js", "mapped.map"), false), "Error: told\n    at off.js:1:1");
  CHECK_EQ(StackWithOptions(vm.env(), OriginOf("on.js", "mapped.map"), true), "Error: told\n    at original.ts:5:3");
}

JSVM_ALONE_TEST(source_maps, CompileScriptWithOrigin_map_that_cannot_be_used) {
  const std::pair<const char*, std::string> contents[] = {
      {"empty.map", ""},
      {"cut.map", "{\"version\":3,"},
      {"other.map", "[1, 2]"},
      {"types.map", R"({"sources":5,"mappings":7})"},
      {"base64.map", R"({"sources":["a.ts"],"mappings":"AA!E"})"},
      {"source.map", R"({"sources":[],"mappings":"AAIE"})"},
      {"negative.map", R"({"sources":["a.ts"],"mappings":"ADDD"})"},
      {"nested.map", std::string(100000, '[')},
  };
  TestVm vm;
  for (const auto& [name, text] : contents) {
    Write(name, text);
    std::string script = std::string(name) + ".js";
    CHECK_EQ(StackOf(vm.env(), OriginOf(script.c_str(), name)), "Error: told\n    at " + script + ":1:1");
  }
}

JSVM_ALONE_TEST(source_maps, CompileScriptWithOrigin_path_that_is_no_file) {
  TestVm vm;
  for (const char* path : {".", "/dev/null", "/dev/zero", "missing.map", ""}) {
    std::string script = std::string("script of ") + path;
    CHECK_EQ(StackOf(vm.env(), OriginOf(script.c_str(), path)), "Error: told\n    at " + script + ":1:1");
  }
}

JSVM_FATAL_TEST(source_maps, CompileScriptWithOrigin_another_map_for_the_same_name, "registered with another") {
  TestVm vm;
  StackOf(vm.env(), OriginOf("same.js", "first.map"));
  StackOf(vm.env(), OriginOf("same.js", "second.map"));
}

JSVM_ALONE_TEST(source_maps, CompileScriptWithOrigin_stacks_of_hostile_errors) {
  TestVm vm;
  const std::pair<const char*, const char*> scripts[] = {
      {"const e = new Error('m'); Object.defineProperty(e, 'message', { get() { throw 1; } }); typeof e.stack",
       "string"},
      {"class E extends Error { get name() { throw 2; } } typeof new E().stack", "string"},
      {"const holder = {}; Error.captureStackTrace(holder); typeof holder.stack", "string"},
      {"Error.stackTraceLimit = 0; new Error('none').stack", "Error: none"},
  };
  for (auto [source, expected] : scripts) {
    std::string text = std::string("{ ") + source + " }";
    CHECK_EQ(StackOf(vm.env(), OriginOf("hostile.js", "hostile.map"), text.c_str()), expected);
  }
}
