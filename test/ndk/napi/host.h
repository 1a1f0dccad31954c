// The one door between libace_napi.z.so and the bridge addon of the harness. Values and envs are Node's.
#ifndef ARKHOST_NAPI_HOST_H_
#define ARKHOST_NAPI_HOST_H_

extern "C" {

struct ArkhostNapiHost {
  // Tells the library that the isolate current on this thread runs ArkTS. Call it on every thread before `load`.
  void (*attach)();
  // Loads a library, runs the init function that it registered, in an env of its own, and returns the exports
  // (a napi_value). Returns nullptr with a JavaScript exception thrown when that fails.
  void* (*load)(const char* path);
  // Sets a function to call each time that `load` has mapped a library, before its init function runs.
  void (*set_on_mapped)(void (*on_mapped)());
  // Sets the function that serves napi_load_module on this thread: (path, moduleInfo?) => exports. A napi_value.
  void (*set_module_loader)(void* function);
  // Sets the script that each runtime of napi_create_ark_runtime runs, with `require` for the engine's own modules. It
  // returns a function that is called when the runtime first loads a module, and that has to set its module loader.
  void (*set_runtime_script)(const char* text);
};

// Exported by libace_napi.z.so under this name; not part of Node-API.
__attribute__((visibility("default"))) const ArkhostNapiHost* arkhost_napi_host();
}

#endif  // ARKHOST_NAPI_HOST_H_
