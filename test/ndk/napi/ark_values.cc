// Strong references, strings over memory of the module, string memory, and diagnosis.
#include "sendable.h"
#include "state.h"

// A value kept alive.
struct napi_strong_ref__ {
  v8::Global<v8::Value> value;
};

// String memory handed out; it ends with the scope.
struct napi_critical_scope__ {
  std::vector<std::unique_ptr<std::u16string>> buffers;
};

// V8 keeps its property caches to itself, so a call site is only a handle here, and never hits.
struct napi_callsite_info__ {
  napi_env env;
};

namespace ace {
namespace {

template <typename Base, typename Char>
class ExternalText final : public Base {
 public:
  ExternalText(const Char* text, size_t length, napi_finalize_callback finalize, void* hint)
      : text_(text), length_(length), finalize_(finalize), hint_(hint) {}
  ~ExternalText() override {
    if (finalize_ != nullptr) finalize_(const_cast<Char*>(text_), hint_);
  }
  const Char* data() const override { return text_; }
  size_t length() const override { return length_; }

 private:
  const Char* text_;
  size_t length_;
  napi_finalize_callback finalize_;
  void* hint_;
};

v8::MaybeLocal<v8::String> NewExternal(v8::Isolate* isolate, const char* text, size_t length,
                                       napi_finalize_callback finalize, void* hint) {
  return v8::String::NewExternalOneByte(
      isolate, new ExternalText<v8::String::ExternalOneByteStringResource, char>(text, length, finalize, hint));
}

v8::MaybeLocal<v8::String> NewExternal(v8::Isolate* isolate, const char16_t* text, size_t length,
                                       napi_finalize_callback finalize, void* hint) {
  // V8's 16-bit units have a type of their own.
  return v8::String::NewExternalTwoByte(isolate, new ExternalText<v8::String::ExternalStringResource, uint16_t>(
                                                     reinterpret_cast<const uint16_t*>(text), length, finalize, hint));
}

template <typename Char>
napi_status CreateExternalString(napi_env env, const Char* text, size_t length, napi_finalize_callback finalize,
                                 void* hint, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (text == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  if (length == NAPI_AUTO_LENGTH) length = std::char_traits<Char>::length(text);
  if (length > static_cast<size_t>(v8::String::kMaxLength)) return entry.Result(napi_invalid_arg);
  v8::Local<v8::String> string;
  if (!NewExternal(entry.isolate(), text, length, finalize, hint).ToLocal(&string)) {
    return entry.Result(napi_generic_failure);
  }
  *result = FromLocal(string);
  return entry.Settle(napi_ok);
}

template <typename Reference>
napi_status CreateStrong(const Entry& entry, napi_value value, Reference* result) {
  auto* made = new napi_strong_ref__{v8::Global<v8::Value>(entry.isolate(), ToLocal(value))};
  *result = reinterpret_cast<Reference>(made);
  return entry.Settle(napi_ok);
}

template <typename Reference>
napi_status DeleteStrong(napi_env env, Reference reference) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (reference == nullptr) return entry.Result(napi_invalid_arg);
  delete reinterpret_cast<napi_strong_ref__*>(reference);
  return entry.Settle(napi_ok);
}

template <typename Reference>
napi_status GetStrong(napi_env env, Reference reference, napi_value* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (reference == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  *result = FromLocal(reinterpret_cast<napi_strong_ref__*>(reference)->value.Get(entry.isolate()));
  return entry.Settle(napi_ok);
}

// What one global handle adds to V8's statistics.
size_t GlobalHandleSize(v8::Isolate* isolate) {
  static const size_t size = [isolate] {
    v8::HeapStatistics before;
    v8::HeapStatistics after;
    isolate->GetHeapStatistics(&before);
    const v8::Global<v8::Value> handle(isolate, v8::Undefined(isolate));
    isolate->GetHeapStatistics(&after);
    return after.used_global_handles_size() - before.used_global_handles_size();
  }();
  return size;
}

}  // namespace
}  // namespace ace

using ace::Entry;

napi_status napi_create_external_string_utf16(napi_env env, const char16_t* str, size_t length,
                                              napi_finalize_callback finalize_callback, void* finalize_hint,
                                              napi_value* result) {
  return ace::CreateExternalString(env, str, length, finalize_callback, finalize_hint, result);
}

napi_status napi_create_external_string_ascii(napi_env env, const char* str, size_t length,
                                              napi_finalize_callback finalize_callback, void* finalize_hint,
                                              napi_value* result) {
  return ace::CreateExternalString(env, str, length, finalize_callback, finalize_hint, result);
}

napi_status napi_open_critical_scope(napi_env env, napi_critical_scope* scope) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (scope == nullptr) return entry.Result(napi_invalid_arg);
  if (entry.state().critical_scope != nullptr) return entry.Result(napi_generic_failure);
  *scope = entry.state().critical_scope = new napi_critical_scope__();
  return entry.Settle(napi_ok);
}

napi_status napi_close_critical_scope(napi_env env, napi_critical_scope scope) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (scope == nullptr) return entry.Result(napi_invalid_arg);
  if (entry.state().critical_scope != scope) return entry.Result(napi_handle_scope_mismatch);
  delete scope;
  entry.state().critical_scope = nullptr;
  return entry.Settle(napi_ok);
}

napi_status napi_get_buffer_string_utf16_in_critical_scope(napi_env env, napi_value value, const char16_t** buffer,
                                                           size_t* length) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (value == nullptr || buffer == nullptr || length == nullptr) return entry.Result(napi_invalid_arg);
  if (entry.state().critical_scope == nullptr) return entry.Result(napi_generic_failure);
  if (!ace::ToLocal(value)->IsString()) return entry.Result(napi_string_expected);
  const v8::Local<v8::String> string = ace::ToLocal(value).As<v8::String>();
  auto text = std::make_unique<std::u16string>(static_cast<size_t>(string->Length()), u'\0');
  string->WriteV2(entry.isolate(), 0, static_cast<uint32_t>(text->size()), reinterpret_cast<uint16_t*>(text->data()));
  *buffer = text->c_str();
  *length = text->size();
  entry.state().critical_scope->buffers.push_back(std::move(text));
  return entry.Settle(napi_ok);
}

napi_status napi_create_strong_reference(napi_env env, napi_value value, napi_strong_ref* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (value == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  return ace::CreateStrong(entry, value, result);
}

napi_status napi_delete_strong_reference(napi_env env, napi_strong_ref ref) {
  return ace::DeleteStrong(env, ref);
}

napi_status napi_get_strong_reference_value(napi_env env, napi_strong_ref ref, napi_value* result) {
  return ace::GetStrong(env, ref, result);
}

napi_status napi_create_strong_sendable_reference(napi_env env, napi_value value, napi_sendable_ref* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (value == nullptr || result == nullptr) return entry.Result(napi_invalid_arg);
  if (!ace::IsSendable(entry.isolate(), ace::ToLocal(value))) return entry.Result(napi_invalid_arg);
  return ace::CreateStrong(entry, value, result);
}

napi_status napi_delete_strong_sendable_reference(napi_env env, napi_sendable_ref ref) {
  return ace::DeleteStrong(env, ref);
}

napi_status napi_get_strong_sendable_reference_value(napi_env env, napi_sendable_ref ref, napi_value* result) {
  return ace::GetStrong(env, ref, result);
}

napi_status napi_create_callsite_info(napi_env env, napi_callsite_info* result) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (result == nullptr) return entry.Result(napi_invalid_arg);
  *result = new napi_callsite_info__{env};
  return entry.Settle(napi_ok);
}

napi_status napi_delete_callsite_info(napi_env env, napi_callsite_info info) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (info == nullptr) return entry.Result(napi_invalid_arg);
  delete info;
  return entry.Settle(napi_ok);
}

napi_status napi_get_property_with_callsite_info(napi_env env, napi_value object, napi_value key,
                                                 napi_callsite_info info, napi_value* result, bool* hit) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (info == nullptr || hit == nullptr) return entry.Result(napi_invalid_arg);
  *hit = false;
  return napi_get_property(env, object, key, result);
}

napi_status napi_set_property_with_callsite_info(napi_env env, napi_value object, napi_value key, napi_value value,
                                                 napi_callsite_info info, bool* hit) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (info == nullptr || hit == nullptr) return entry.Result(napi_invalid_arg);
  *hit = false;
  return napi_set_property(env, object, key, value);
}

napi_status napi_get_global_handle_count(napi_env env, size_t* count) {
  const Entry entry(env);
  if (!entry) return napi_invalid_arg;
  if (count == nullptr) return entry.Result(napi_invalid_arg);
  v8::HeapStatistics statistics;
  entry.isolate()->GetHeapStatistics(&statistics);
  *count = statistics.used_global_handles_size() / ace::GlobalHandleSize(entry.isolate());
  return entry.Settle(napi_ok);
}
