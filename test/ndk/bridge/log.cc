#include "log.h"

#include <cstring>

#include "hilog/host.h"
#include "hilog/log.h"

namespace bridge {
namespace {

const ArkhostHilogHost& Host() {
  return *arkhost_hilog_host();
}

// logWrite(level, domain, tag, message): a line whose text is already formatted.
void Write(const Napi::CallbackInfo& info) {
  const int level = info[0].As<Napi::Number>().Int32Value();
  const uint32_t domain = info[1].As<Napi::Number>().Uint32Value();
  const std::string tag = info[2].As<Napi::String>();
  const std::string message = info[3].As<Napi::String>();
  Host().write(level, domain, tag.c_str(), message.data(), message.size());
}

// logIsLoggable(domain, tag, level)
Napi::Value IsLoggable(const Napi::CallbackInfo& info) {
  const uint32_t domain = info[0].As<Napi::Number>().Uint32Value();
  const std::string tag = info[1].As<Napi::String>();
  const int level = info[2].As<Napi::Number>().Int32Value();
  return Napi::Boolean::New(info.Env(), OH_LOG_IsLoggable(domain, tag.c_str(), static_cast<LogLevel>(level)));
}

struct Reading {
  Napi::Env env;
  Napi::Array records;
};

void AddRecord(const ArkhostLogRecord* record, void* data) {
  auto& reading = *static_cast<Reading*>(data);
  const Napi::HandleScope scope(reading.env);
  Napi::Object object = Napi::Object::New(reading.env);
  object["sequence"] = static_cast<double>(record->sequence);
  object["timeMs"] = static_cast<double>(record->time_ms);
  object["pid"] = record->pid;
  object["tid"] = record->tid;
  object["type"] = record->type;
  object["level"] = record->level;
  object["domain"] = record->domain;
  object["tag"] = record->tag;
  object["message"] = Napi::String::New(reading.env, record->message, record->message_length);
  reading.records.Set(reading.records.Length(), object);
}

// logRead(afterSequence): the lines after that one, oldest first.
Napi::Value Read(const Napi::CallbackInfo& info) {
  Reading reading{info.Env(), Napi::Array::New(info.Env())};
  Host().read(static_cast<uint64_t>(info[0].As<Napi::Number>().Int64Value()), AddRecord, &reading);
  return reading.records;
}

// logDropped(): how many lines the bounded buffer lost.
Napi::Value Dropped(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(Host().dropped()));
}

// logFormatLine(record): the record as the hilog command shows it, without the last line end.
Napi::Value FormatLine(const Napi::CallbackInfo& info) {
  const Napi::Object object = info[0].As<Napi::Object>();
  const auto number = [&object](const char* name) { return object.Get(name).As<Napi::Number>().Int64Value(); };
  const std::string tag = object.Get("tag").As<Napi::String>();
  const std::string message = object.Get("message").As<Napi::String>();
  const ArkhostLogRecord record{
      .sequence = static_cast<uint64_t>(number("sequence")),
      .time_ms = number("timeMs"),
      .pid = static_cast<int32_t>(number("pid")),
      .tid = static_cast<int32_t>(number("tid")),
      .type = static_cast<int32_t>(number("type")),
      .level = static_cast<int32_t>(number("level")),
      .domain = static_cast<uint32_t>(number("domain")),
      .tag = tag.c_str(),
      .message = message.c_str(),
      .message_length = message.size(),
  };
  std::string lines;
  Host().format(
      &record,
      [](const char* text, size_t length, void* data) { static_cast<std::string*>(data)->append(text, length); },
      &lines);
  if (!lines.empty()) lines.pop_back();
  return Napi::String::New(info.Env(), lines);
}

// logOpenSink(path): further lines are appended to this file too.
void OpenSink(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  if (const int error = Host().open_sink(path.c_str()); error != 0) {
    throw Napi::Error::New(info.Env(), "cannot write the log to " + path + ": " + strerror(error));
  }
}

}  // namespace

void AddLog(Napi::Env env, Napi::Object exports) {
  exports.Set("logWrite", Napi::Function::New(env, Write, "logWrite"));
  exports.Set("logIsLoggable", Napi::Function::New(env, IsLoggable, "logIsLoggable"));
  exports.Set("logRead", Napi::Function::New(env, Read, "logRead"));
  exports.Set("logClear", Napi::Function::New(env, [](const Napi::CallbackInfo&) { Host().clear(); }, "logClear"));
  exports.Set("logDropped", Napi::Function::New(env, Dropped, "logDropped"));
  exports.Set("logFormatLine", Napi::Function::New(env, FormatLine, "logFormatLine"));
  exports.Set("logOpenSink", Napi::Function::New(env, OpenSink, "logOpenSink"));
}

}  // namespace bridge
