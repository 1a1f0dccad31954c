// What the specs call.
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "formats.h"
#include "napi/native_api.h"

#define LOG_DOMAIN 0x3200
#define LOG_TAG "HilogTests"
#include "hilog/log.h"

namespace {

struct Captured {
  int level;
  unsigned domain;
  std::string tag;
  std::string message;
};
std::vector<Captured> captured;
std::thread::id callback_thread;

void Capture(const LogType, const LogLevel level, const unsigned int domain, const char* tag, const char* message) {
  captured.push_back({level, domain, tag, message});
  callback_thread = std::this_thread::get_id();
}

void CaptureAndLog(const LogType type, const LogLevel level, const unsigned int domain, const char* tag,
                   const char* message) {
  Capture(type, level, domain, tag, message);
  OH_LOG_INFO(LOG_APP, "from the callback");
}

std::vector<napi_value> Arguments(napi_env env, napi_callback_info info) {
  size_t count = 8;
  std::vector<napi_value> arguments(count);
  napi_get_cb_info(env, info, &count, arguments.data(), nullptr, nullptr);
  return arguments;
}

int Int(napi_env env, napi_value value) {
  int64_t result = 0;
  napi_get_value_int64(env, value, &result);
  return static_cast<int>(result);
}

std::string Text(napi_env env, napi_value value) {
  size_t length = 0;
  napi_get_value_string_utf8(env, value, nullptr, 0, &length);
  std::string text(length + 1, '\0');
  napi_get_value_string_utf8(env, value, text.data(), text.size(), &length);
  text.resize(length);
  return text;
}

napi_value Value(napi_env env, const std::string& text) {
  napi_value value = nullptr;
  napi_create_string_utf8(env, text.data(), text.size(), &value);
  return value;
}

napi_value Value(napi_env env, int number) {
  napi_value value = nullptr;
  napi_create_int32(env, number, &value);
  return value;
}

napi_value Value(napi_env env, bool boolean) {
  napi_value value = nullptr;
  napi_get_boolean(env, boolean, &value);
  return value;
}

napi_value ArrayOf(napi_env env, const std::vector<napi_value>& values) {
  napi_value array = nullptr;
  napi_create_array(env, &array);
  for (uint32_t i = 0; i < values.size(); ++i) napi_set_element(env, array, i, values[i]);
  return array;
}

// formats(): [format, actual, expected] for each row of the table.
napi_value Formats(napi_env env, napi_callback_info) {
  std::vector<napi_value> rows;
  for (const Row& row : FormatRows()) {
    rows.push_back(ArrayOf(env, {Value(env, row.name), Value(env, row.actual), Value(env, row.expected)}));
  }
  return ArrayOf(env, rows);
}

// print(level, domain, tag, text): OH_LOG_Print's result.
napi_value Print(napi_env env, napi_callback_info info) {
  const auto arguments = Arguments(env, info);
  const std::string tag = Text(env, arguments[2]);
  const std::string text = Text(env, arguments[3]);
  return Value(env,
               OH_LOG_Print(LOG_APP, static_cast<LogLevel>(Int(env, arguments[0])),
                            static_cast<unsigned>(Int(env, arguments[1])), tag.c_str(), "%{public}s", text.c_str()));
}

// printMessage(text): OH_LOG_PrintMsg's result.
napi_value PrintMessage(napi_env env, napi_callback_info info) {
  return Value(env,
               OH_LOG_PrintMsg(LOG_APP, LOG_INFO, LOG_DOMAIN, LOG_TAG, Text(env, Arguments(env, info)[0]).c_str()));
}

// printByLength(tag, tagLength, text, textLength): OH_LOG_PrintMsgByLen's result.
napi_value PrintByLength(napi_env env, napi_callback_info info) {
  const auto arguments = Arguments(env, info);
  return Value(env, OH_LOG_PrintMsgByLen(LOG_APP, LOG_INFO, LOG_DOMAIN, Text(env, arguments[0]).c_str(),
                                         static_cast<size_t>(Int(env, arguments[1])), Text(env, arguments[2]).c_str(),
                                         static_cast<size_t>(Int(env, arguments[3]))));
}

napi_value IsLoggable(napi_env env, napi_callback_info info) {
  const auto arguments = Arguments(env, info);
  return Value(env, OH_LOG_IsLoggable(static_cast<unsigned>(Int(env, arguments[0])), Text(env, arguments[1]).c_str(),
                                      static_cast<LogLevel>(Int(env, arguments[2]))));
}

napi_value SetMinLevel(napi_env env, napi_callback_info info) {
  OH_LOG_SetMinLogLevel(static_cast<LogLevel>(Int(env, Arguments(env, info)[0])));
  return nullptr;
}

napi_value SetLevel(napi_env env, napi_callback_info info) {
  const auto arguments = Arguments(env, info);
  OH_LOG_SetLogLevel(static_cast<LogLevel>(Int(env, arguments[0])),
                     static_cast<PreferStrategy>(Int(env, arguments[1])));
  return nullptr;
}

// macros(): one line by each macro; their tag and domain are those of this file.
napi_value Macros(napi_env, napi_callback_info) {
  OH_LOG_DEBUG(LOG_APP, "debug %{public}d", 1);
  OH_LOG_INFO(LOG_APP, "info %{public}d", 2);
  OH_LOG_WARN(LOG_APP, "warn %{public}s", "three");
  OH_LOG_ERROR(LOG_APP, "error");
  OH_LOG_FATAL(LOG_APP, "fatal");
#undef LOG_TAG
#define LOG_TAG "Another"
  OH_LOG_INFO(LOG_APP, "redefined");
#undef LOG_TAG
#define LOG_TAG "HilogTests"
  return nullptr;
}

// capture(mode): 0 removes the callback, 1 sets it, 2 sets one that logs.
napi_value SetCapture(napi_env env, napi_callback_info info) {
  const int mode = Int(env, Arguments(env, info)[0]);
  captured.clear();
  OH_LOG_SetCallback(mode == 0 ? nullptr : mode == 1 ? Capture : CaptureAndLog);
  return nullptr;
}

// captured(): [level, domain, tag, message] of what the callback got.
napi_value TakeCaptured(napi_env env, napi_callback_info) {
  std::vector<napi_value> lines;
  for (const Captured& line : captured) {
    lines.push_back(ArrayOf(env, {Value(env, line.level), Value(env, static_cast<int>(line.domain)),
                                  Value(env, line.tag), Value(env, line.message)}));
  }
  captured.clear();
  return ArrayOf(env, lines);
}

// onThread(text): logs on another thread; whether the callback ran there.
napi_value OnThread(napi_env env, napi_callback_info info) {
  const std::string text = Text(env, Arguments(env, info)[0]);
  std::thread::id thread;
  std::thread([&] {
    thread = std::this_thread::get_id();
    OH_LOG_INFO(LOG_APP, "%{public}s", text.c_str());
  }).join();
  return Value(env, callback_thread == thread);
}

// many(threads, lines): each thread logs its lines in order.
napi_value Many(napi_env env, napi_callback_info info) {
  const auto arguments = Arguments(env, info);
  const int lines = Int(env, arguments[1]);
  std::vector<std::thread> threads;
  for (int i = 0; i < Int(env, arguments[0]); ++i) {
    threads.emplace_back([i, lines] {
      for (int line = 0; line < lines; ++line) OH_LOG_INFO(LOG_APP, "%{public}d:%{public}d", i, line);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return nullptr;
}

// secret(): a private and a public argument.
napi_value Secret(napi_env, napi_callback_info) {
  OH_LOG_INFO(LOG_APP, "%{private}s and %{public}s", "hidden", "shown");
  return nullptr;
}

// edges(): results for arguments that are missing.
napi_value Edges(napi_env env, napi_callback_info) {
  int (*const print)(LogType, LogLevel, unsigned int, const char*, const char*, ...) = OH_LOG_Print;
  return ArrayOf(env, {Value(env, print(LOG_APP, LOG_INFO, 0, "Edges", nullptr)),
                       Value(env, print(LOG_APP, LOG_INFO, 0, nullptr, "no tag")),
                       Value(env, OH_LOG_PrintMsg(LOG_APP, LOG_INFO, 0, "Edges", nullptr)),
                       Value(env, OH_LOG_PrintMsgByLen(LOG_APP, LOG_INFO, 0, nullptr, 0, "text", 2))});
}

napi_value Init(napi_env env, napi_value exports) {
  const auto method = [](const char* name, napi_callback callback) {
    return napi_property_descriptor{name, nullptr, callback, nullptr, nullptr, nullptr, napi_default, nullptr};
  };
  const napi_property_descriptor properties[] = {
      method("formats", Formats),
      method("print", Print),
      method("printMessage", PrintMessage),
      method("printByLength", PrintByLength),
      method("isLoggable", IsLoggable),
      method("setMinLevel", SetMinLevel),
      method("setLevel", SetLevel),
      method("macros", Macros),
      method("capture", SetCapture),
      method("captured", TakeCaptured),
      method("onThread", OnThread),
      method("many", Many),
      method("secret", Secret),
      method("edges", Edges),
  };
  napi_define_properties(env, exports, sizeof(properties) / sizeof(properties[0]), properties);
  return exports;
}

napi_module module = {1, 0, nullptr, Init, "hilog_tests", nullptr, {nullptr, nullptr, nullptr, nullptr}};

}  // namespace

extern "C" __attribute__((constructor)) void RegisterHilogTests() {
  napi_module_register(&module);
}
