/*
 * Loads libentry.so as the device would, with every symbol resolved at once, and calls it. Run for each device ABI
 * against musl, by the emulator where need be.
 *
 * This program gives the module a tiny Node-API and a log. All other platform functions are generated and fail, so the
 * test is: on a platform whose every call fails, the module loads, registers, logs, and throws errors without crashing.
 */
#include <dlfcn.h>
#include <hilog/log.h>
#include <napi/native_api.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TEXT = 256, MAX_MEMBERS = 32, MAX_VALUES = 256 };

struct Member {
  char name[MAX_TEXT];
  napi_callback method;
  napi_value value;
};

struct napi_value__ {
  napi_valuetype type;
  char text[MAX_TEXT];
  struct Member members[MAX_MEMBERS];
  size_t count;
};

struct napi_callback_info__ {
  size_t argc;
  napi_value argv[1];
};

static struct napi_value__ values[MAX_VALUES];
static size_t used;
static napi_module* registered;
static napi_value pending;
static LogCallback log_callback;
static void (*cleanup_hook)(void*);
static void* cleanup_data;

static void fail(const char* what) {
  printf("FAILED: %s\n", what);
  exit(1);
}

static napi_value make(napi_valuetype type, const char* text, size_t length) {
  if (used == MAX_VALUES) fail("too many values");
  napi_value value = &values[used++];
  value->type = type;
  if (text != NULL) {
    if (length == NAPI_AUTO_LENGTH) length = strlen(text);
    if (length >= MAX_TEXT) length = MAX_TEXT - 1;
    memcpy(value->text, text, length);
  }
  return value;
}

static struct Member* add(napi_value object, const char* name) {
  if (object->count == MAX_MEMBERS) fail("too many members");
  struct Member* member = &object->members[object->count++];
  snprintf(member->name, sizeof member->name, "%s", name);
  return member;
}

static struct Member* find(napi_value object, const char* name) {
  for (size_t index = 0; index < object->count; ++index) {
    if (strcmp(object->members[index].name, name) == 0) return &object->members[index];
  }
  printf("no member %s; ", name);
  fail("a member is missing");
  return NULL;
}

/* ---- The part of Node-API that the module needs to register itself and to report an error ---- */

void napi_module_register(napi_module* module) {
  registered = module;
}

napi_status napi_define_properties(napi_env env, napi_value object, size_t count,
                                   const napi_property_descriptor* properties) {
  (void)env;
  for (size_t index = 0; index < count; ++index) {
    struct Member* member = add(object, properties[index].utf8name);
    member->method = properties[index].method;
    member->value = properties[index].value;
  }
  return napi_ok;
}

napi_status napi_define_class(napi_env env, const char* name, size_t length, napi_callback constructor, void* data,
                              size_t count, const napi_property_descriptor* properties, napi_value* result) {
  (void)constructor;
  (void)data;
  *result = make(napi_function, name, length);
  return napi_define_properties(env, *result, count, properties);
}

napi_status napi_add_env_cleanup_hook(napi_env env, napi_cleanup_hook hook, void* data) {
  (void)env;
  cleanup_hook = hook;
  cleanup_data = data;
  return napi_ok;
}

napi_status napi_get_cb_info(napi_env env, napi_callback_info info, size_t* argc, napi_value* argv, napi_value* self,
                             void** data) {
  (void)env;
  if (argv != NULL && *argc > 0 && info->argc > 0) argv[0] = info->argv[0];
  *argc = info->argc;
  if (self != NULL) *self = NULL;
  if (data != NULL) *data = NULL;
  return napi_ok;
}

napi_status napi_typeof(napi_env env, napi_value value, napi_valuetype* result) {
  (void)env;
  *result = value->type;
  return napi_ok;
}

napi_status napi_get_value_string_utf16(napi_env env, napi_value value, char16_t* buffer, size_t size, size_t* length) {
  (void)env;
  size_t count = strlen(value->text);
  for (size_t index = 0; buffer != NULL && index < count && index + 1 < size; ++index) {
    buffer[index] = (char16_t)value->text[index];
  }
  *length = count;
  return napi_ok;
}

napi_status napi_create_string_utf8(napi_env env, const char* text, size_t length, napi_value* result) {
  (void)env;
  *result = make(napi_string, text, length);
  return napi_ok;
}

napi_status napi_create_double(napi_env env, double number, napi_value* result) {
  (void)env;
  *result = make(napi_number, NULL, 0);
  snprintf((*result)->text, MAX_TEXT, "%.17g", number);
  return napi_ok;
}

napi_status napi_create_object(napi_env env, napi_value* result) {
  (void)env;
  *result = make(napi_object, NULL, 0);
  return napi_ok;
}

napi_status napi_create_array_with_length(napi_env env, size_t length, napi_value* result) {
  (void)length;
  return napi_create_object(env, result);
}

napi_status napi_set_named_property(napi_env env, napi_value object, const char* name, napi_value value) {
  (void)env;
  add(object, name)->value = value;
  return napi_ok;
}

napi_status napi_set_element(napi_env env, napi_value object, uint32_t index, napi_value value) {
  char name[16];
  snprintf(name, sizeof name, "%u", (unsigned)index);
  return napi_set_named_property(env, object, name, value);
}

napi_status napi_create_error(napi_env env, napi_value code, napi_value message, napi_value* result) {
  napi_create_object(env, result);
  napi_set_named_property(env, *result, "code", code);
  return napi_set_named_property(env, *result, "message", message);
}

napi_status napi_throw(napi_env env, napi_value error) {
  (void)env;
  pending = error;
  return napi_ok;
}

napi_status napi_is_exception_pending(napi_env env, bool* result) {
  (void)env;
  *result = pending != NULL;
  return napi_ok;
}

/* ---- The log ---- */

void OH_LOG_SetCallback(LogCallback callback) {
  log_callback = callback;
}

/* Format arguments are left alone: what counts here is that the line reaches the module. */
int OH_LOG_Print(LogType type, LogLevel level, unsigned int domain, const char* tag, const char* format, ...) {
  if (log_callback != NULL) log_callback(type, level, domain, tag, format);
  return 0;
}

/* ---- The test ---- */

static napi_value call(napi_value exports, const char* name, napi_value argument) {
  struct napi_callback_info__ info = {argument == NULL ? 0 : 1, {argument}};
  pending = NULL;
  return find(exports, name)->method(NULL, &info);
}

static void expect_error(const char* what, const char* code) {
  if (pending == NULL) fail(what);
  const char* found = find(pending, "code")->value->text;
  printf("%s: %s, %s\n", what, found, find(pending, "message")->value->text);
  if (strcmp(found, code) != 0) fail("another error code was expected");
}

int main(int argc, char** argv) {
  if (argc != 2) fail("usage: host LIBRARY");
  if (dlopen(argv[1], RTLD_NOW) == NULL) fail(dlerror());
  if (registered == NULL || strcmp(registered->nm_modname, "entry") != 0) fail("the module did not register as entry");

  napi_value exports = make(napi_object, NULL, 0);
  if (registered->nm_register_func(NULL, exports) != exports) fail("init did not return its exports");
  find(exports, "JsvmSession");

  call(exports, "runScript", make(napi_number, NULL, 0));
  expect_error("runScript of a number", "JSVM_STRING_EXPECTED");
  call(exports, "runScript", make(napi_string, "1 + 1", NAPI_AUTO_LENGTH));
  expect_error("runScript without an engine", "JSVM_GENERIC_FAILURE");

  call(exports, "takeLog", NULL);
  OH_LOG_Print(LOG_APP, LOG_INFO, 0x3200, "JsvmMemory", "first line");
  OH_LOG_Print(LOG_APP, LOG_INFO, 0x3200, "Another", "not ours");
  OH_LOG_Print(LOG_APP, LOG_WARN, 0x3200, "JsvmMemory", "second line, too long for the string itself to hold");
  napi_value lines = call(exports, "takeLog", NULL);
  if (lines == NULL || lines->count != 2) fail("takeLog did not give the two lines");
  napi_value second = find(lines, "1")->value;
  if (strcmp(find(second, "message")->value->text, "second line, too long for the string itself to hold") != 0) {
    fail("takeLog changed a message");
  }

  if (cleanup_hook == NULL) fail("no cleanup hook");
  cleanup_hook(cleanup_data);
  printf("ok\n");
  return 0;
}
