#include <string>

#include "hilog/log.h"
#include "napi/native_api.h"

#undef LOG_DOMAIN
#undef LOG_TAG
#define LOG_DOMAIN 0x3200
#define LOG_TAG "NapiHello"

static napi_value Add(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value args[2] = {nullptr};

  napi_get_cb_info(env, info, &argc, args, nullptr, nullptr);

  napi_valuetype valuetype0;
  napi_typeof(env, args[0], &valuetype0);

  napi_valuetype valuetype1;
  napi_typeof(env, args[1], &valuetype1);

  if (valuetype0 != napi_number || valuetype1 != napi_number) {
    napi_throw_type_error(env, "401", "add takes two numbers");
    return nullptr;
  }

  double value0;
  napi_get_value_double(env, args[0], &value0);

  double value1;
  napi_get_value_double(env, args[1], &value1);

  OH_LOG_INFO(LOG_APP, "add %{public}.1f and %{public}.1f", value0, value1);

  napi_value sum;
  napi_create_double(env, value0 + value1, &sum);

  return sum;
}

static napi_value Greet(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value args[1] = {nullptr};
  napi_get_cb_info(env, info, &argc, args, nullptr, nullptr);

  size_t length = 0;
  if (napi_get_value_string_utf8(env, args[0], nullptr, 0, &length) != napi_ok) {
    napi_throw_type_error(env, "401", "greet takes a string");
    return nullptr;
  }
  std::string name(length, '\0');
  napi_get_value_string_utf8(env, args[0], &name[0], length + 1, &length);

  const std::string text = "Hello, " + name + "!";
  napi_value result;
  napi_create_string_utf8(env, text.c_str(), text.size(), &result);
  return result;
}

// The work of addLater: its numbers, and the promise that waits for their sum.
struct Addition {
  double left = 0;
  double right = 0;
  double sum = 0;
  napi_deferred deferred = nullptr;
  napi_async_work work = nullptr;
};

static napi_value AddLater(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value args[2] = {nullptr};
  napi_get_cb_info(env, info, &argc, args, nullptr, nullptr);

  auto* addition = new Addition();
  napi_get_value_double(env, args[0], &addition->left);
  napi_get_value_double(env, args[1], &addition->right);

  napi_value promise = nullptr;
  napi_create_promise(env, &addition->deferred, &promise);
  napi_value name = nullptr;
  napi_create_string_utf8(env, "addLater", NAPI_AUTO_LENGTH, &name);
  napi_create_async_work(
      env, nullptr, name,
      [](napi_env, void* data) {
        auto* addition = static_cast<Addition*>(data);
        addition->sum = addition->left + addition->right;
      },
      [](napi_env env, napi_status, void* data) {
        auto* addition = static_cast<Addition*>(data);
        napi_value sum = nullptr;
        napi_create_double(env, addition->sum, &sum);
        napi_resolve_deferred(env, addition->deferred, sum);
        napi_delete_async_work(env, addition->work);
        delete addition;
      },
      addition, &addition->work);
  napi_queue_async_work(env, addition->work);
  return promise;
}

EXTERN_C_START
static napi_value Init(napi_env env, napi_value exports) {
  napi_property_descriptor desc[] = {{"add", nullptr, Add, nullptr, nullptr, nullptr, napi_default, nullptr},
                                     {"greet", nullptr, Greet, nullptr, nullptr, nullptr, napi_default, nullptr},
                                     {"addLater", nullptr, AddLater, nullptr, nullptr, nullptr, napi_default, nullptr}};
  napi_define_properties(env, exports, sizeof(desc) / sizeof(desc[0]), desc);
  return exports;
}
EXTERN_C_END

static napi_module demoModule = {
    .nm_version = 1,
    .nm_flags = 0,
    .nm_filename = nullptr,
    .nm_register_func = Init,
    .nm_modname = "entry",
    .nm_priv = ((void*)0),
    .reserved = {0},
};

extern "C" __attribute__((constructor)) void RegisterEntryModule(void) {
  napi_module_register(&demoModule);
}
