#include "source_map.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "entry.h"

namespace jsvm {

namespace {

using v8::Context;
using v8::Isolate;
using v8::Local;
using v8::Object;
using v8::String;
using v8::Value;

std::string Text(Isolate* isolate, Local<Value> value) {
  String::Utf8Value text(isolate, value);
  return *text == nullptr ? std::string() : std::string(*text, static_cast<size_t>(text.length()));
}

Local<Value> Get(Local<Context> context, Local<Object> object, const char* name) {
  Local<Value> value;
  Isolate* isolate = Isolate::GetCurrent();
  if (object->Get(context, NewName(isolate, name).ToLocalChecked()).ToLocal(&value)) return value;
  return v8::Undefined(isolate);
}

// Calls a method of a call site; undefined when it throws.
Local<Value> Call(Local<Context> context, Local<Object> site, const char* method) {
  Local<Value> function = Get(context, site, method);
  Local<Value> value;
  if (function->IsFunction() && function.As<v8::Function>()->Call(context, site, 0, nullptr).ToLocal(&value)) {
    return value;
  }
  return v8::Undefined(Isolate::GetCurrent());
}

int Number(Local<Context> context, Local<Value> value) {
  return value->IsNumber() ? value->Int32Value(context).FromMaybe(0) : 0;
}

int DigitOf(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return -1;
}

// Reads one base64 VLQ number; false at a character that belongs to none.
bool ReadVlq(const std::string& text, size_t* at, int* value) {
  uint32_t number = 0;
  for (int shift = 0; *at < text.size() && shift < 32; shift += 5) {
    int digit = DigitOf(text[*at]);
    if (digit < 0) return false;
    ++*at;
    number |= static_cast<uint32_t>(digit & 31) << shift;
    if ((digit & 32) == 0) {
      *value = static_cast<int>(number >> 1);
      if ((number & 1) != 0) *value = -*value;
      return true;
    }
  }
  return false;
}

struct Entry {
  std::string path;
  bool loaded = false;
  std::shared_ptr<const SourceMap> map;
};

std::mutex g_mutex;

std::map<std::string, Entry>& Entries() {
  static auto* entries = new std::map<std::string, Entry>;
  return *entries;
}

// "name (file:line:col)" or "file:line:col" of V8 with the place replaced.
std::string DescribeSite(Local<Context> context, Local<Object> site) {
  Isolate* isolate = Isolate::GetCurrent();
  std::string text = Text(isolate, Call(context, site, "toString"));
  std::string file = Text(isolate, Call(context, site, "getFileName"));
  std::shared_ptr<const SourceMap> map = SourceMaps::Get(context, file);
  if (map == nullptr) return text;
  int line = Number(context, Call(context, site, "getLineNumber"));
  int column = Number(context, Call(context, site, "getColumnNumber"));
  std::optional<SourcePosition> position = map->Find(line - 1, column - 1);
  if (!position) return text;
  std::string place = file + ":" + std::to_string(line) + ":" + std::to_string(column);
  size_t at = text.rfind(place);
  if (at == std::string::npos) return text;
  std::string mapped =
      position->source + ":" + std::to_string(position->line + 1) + ":" + std::to_string(position->column + 1);
  return text.replace(at, place.size(), mapped);
}

}  // namespace

std::shared_ptr<const SourceMap> SourceMap::Load(Local<Context> context, const std::string& path) {
  Isolate* isolate = Isolate::GetCurrent();
  // A folder can be opened, and the library ends the process when it is read; a pipe would be waited for.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return nullptr;
  std::ifstream file(path, std::ios::binary);
  if (!file) return nullptr;
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  v8::TryCatch catcher(isolate);
  Local<String> text;
  Local<Value> parsed;
  if (!NewUtf8(isolate, json.data(), json.size()).ToLocal(&text) || !v8::JSON::Parse(context, text).ToLocal(&parsed) ||
      !parsed->IsObject()) {
    return nullptr;
  }
  Local<Object> object = parsed.As<Object>();
  auto map = std::make_shared<SourceMap>();
  Local<Value> root = Get(context, object, "sourceRoot");
  std::string prefix = root->IsString() ? Text(isolate, root) : std::string();
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  Local<Value> sources = Get(context, object, "sources");
  if (sources->IsArray()) {
    for (uint32_t i = 0; i < sources.As<v8::Array>()->Length(); ++i) {
      Local<Value> source;
      if (!sources.As<v8::Array>()->Get(context, i).ToLocal(&source)) return nullptr;
      map->sources_.push_back(prefix + Text(isolate, source));
    }
  }
  return map->Decode(Text(isolate, Get(context, object, "mappings"))) ? map : nullptr;
}

bool SourceMap::Decode(const std::string& mappings) {
  int source = 0, source_line = 0, source_column = 0;
  size_t at = 0;
  lines_.emplace_back();
  int column = 0;
  while (at < mappings.size()) {
    if (mappings[at] == ';') {
      lines_.emplace_back();
      column = 0;
      ++at;
      continue;
    }
    if (mappings[at] == ',') {
      ++at;
      continue;
    }
    int fields[5] = {};
    int count = 0;
    while (at < mappings.size() && mappings[at] != ',' && mappings[at] != ';') {
      if (count == 5 || !ReadVlq(mappings, &at, &fields[count++])) return false;
    }
    column += fields[0];
    if (count < 4) continue;  // a segment without a source
    source += fields[1];
    source_line += fields[2];
    source_column += fields[3];
    lines_.back().push_back({column, source, source_line, source_column});
  }
  return true;
}

std::optional<SourcePosition> SourceMap::Find(int line, int column) const {
  if (line < 0 || static_cast<size_t>(line) >= lines_.size()) return std::nullopt;
  const std::vector<Mapping>& mappings = lines_[static_cast<size_t>(line)];
  auto after = std::upper_bound(mappings.begin(), mappings.end(), column,
                                [](int wanted, const Mapping& mapping) { return wanted < mapping.column; });
  if (after == mappings.begin()) return std::nullopt;
  const Mapping& found = *std::prev(after);
  if (found.source < 0 || static_cast<size_t>(found.source) >= sources_.size()) return std::nullopt;
  return SourcePosition{sources_[static_cast<size_t>(found.source)], found.source_line, found.source_column};
}

bool SourceMaps::Register(const std::string& script, const std::string& path) {
  std::lock_guard<std::mutex> lock(g_mutex);
  auto [entry, added] = Entries().try_emplace(script, Entry{path, false, nullptr});
  return added || entry->second.path == path;
}

std::shared_ptr<const SourceMap> SourceMaps::Get(Local<Context> context, const std::string& script) {
  std::lock_guard<std::mutex> lock(g_mutex);
  auto found = Entries().find(script);
  if (found == Entries().end()) return nullptr;
  Entry& entry = found->second;
  if (!entry.loaded) {
    entry.map = SourceMap::Load(context, entry.path);
    entry.loaded = true;
  }
  return entry.map;
}

v8::MaybeLocal<Value> FormatMappedStack(Local<Context> context, Local<Value> error, Local<v8::Array> sites) {
  Isolate* isolate = Isolate::GetCurrent();
  v8::TryCatch catcher(isolate);
  std::string stack;
  Local<String> header;
  if (error->ToString(context).ToLocal(&header)) stack = Text(isolate, header);
  for (uint32_t i = 0; i < sites->Length(); ++i) {
    Local<Value> site;
    if (!sites->Get(context, i).ToLocal(&site) || !site->IsObject()) continue;
    stack += "\n    at " + DescribeSite(context, site.As<Object>());
  }
  Local<String> text;
  if (!NewUtf8(isolate, stack.data(), stack.size()).ToLocal(&text)) return v8::Undefined(isolate).As<Value>();
  return text.As<Value>();
}

}  // namespace jsvm
