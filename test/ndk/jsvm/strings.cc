// Strings: created from and read into native text.
#include "core/entry.h"
#include "core/external_string.h"

namespace jsvm {

namespace {

// The checks that every creator makes, in the contract's order. OK: go on.
template <typename Char>
JSVM_Status CheckText(const VmCall& call, const Char* text, size_t length, const JSVM_Value* result) {
  if (text == nullptr && length > 0) return call.Fail(JSVM_INVALID_ARG);
  if (result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  if (length != JSVM_AUTO_LENGTH && length > static_cast<size_t>(INT_MAX)) return call.Fail(JSVM_INVALID_ARG);
  return JSVM_OK;
}

// V8's length argument: -1 lets it look for the end of the text.
int V8Length(size_t length) {
  return length == JSVM_AUTO_LENGTH ? -1 : static_cast<int>(length);
}

template <typename Char, typename Make>
JSVM_Status CreateText(VmCall&& call, const Char* text, size_t length, JSVM_Value* result, Make&& make) {
  if (!call) return call.status();
  JSVM_Status status = CheckText(call, text, length, result);
  if (status != JSVM_OK) return status;
  v8::Local<v8::String> made;
  if (text == nullptr) {
    made = v8::String::Empty(call.isolate());
  } else if (!make(call.isolate()).ToLocal(&made)) {
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  *result = call.Out(made);
  return call.Ok();
}

template <typename Char>
size_t UnitsOf(const Char* text, size_t length) {
  return length == JSVM_AUTO_LENGTH ? std::char_traits<Char>::length(text) : length;
}

// Both kinds of external string; Resource is the V8 resource that refers to the caller's memory.
template <typename Resource, typename Char>
JSVM_Status CreateExternalText(VmCall&& call, Char* text, size_t length, JSVM_Finalize finalize, void* hint,
                               JSVM_Value* result, bool* copied) {
  if (!call) return call.status();
  if (copied == nullptr) return call.Fail(JSVM_INVALID_ARG);
  JSVM_Status status = CheckText(call, text, length, result);
  if (status != JSVM_OK) return status;
  size_t units = text == nullptr ? 0 : UnitsOf(text, length);
  if (units == 0) {
    // The engine has one empty string, so there is nothing to keep the caller's memory for.
    *result = call.Out(v8::String::Empty(call.isolate()));
    *copied = false;
    if (finalize != nullptr) FinalizeText(call.env(), finalize, text, hint);
    return call.Ok();
  }
  auto resource = std::make_unique<Resource>(call.env(), text, units, finalize, hint);
  v8::Local<v8::String> made;
  if (!Resource::Make(call.isolate(), resource.get()).ToLocal(&made)) {
    resource->Refuse();
    return call.Fail(JSVM_GENERIC_FAILURE);
  }
  resource.release()->Adopt();  // the engine disposes of it
  *copied = false;
  *result = call.Out(made);
  return call.Ok();
}

// What the readers have in common: the checks, the length query, and the cases that write nothing.
// `needed` counts all units; `write` fills at most `capacity` units and returns how many it wrote.
template <typename Char, typename Needed, typename Write>
JSVM_Status ReadText(VmCall&& call, JSVM_Value value, Char* buf, size_t bufsize, size_t* result, Needed&& needed,
                     Write&& write) {
  if (!call) return call.status();
  if (value == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::Value> local = call.In(value);
  if (!local->IsString()) return call.Fail(JSVM_STRING_EXPECTED);
  if (buf == nullptr && result == nullptr) return call.Fail(JSVM_INVALID_ARG);
  v8::Local<v8::String> text = local.As<v8::String>();
  if (buf == nullptr) {
    *result = needed(call.isolate(), text);
    return call.Ok();
  }
  size_t written = 0;
  if (bufsize > 0) {
    written = write(call.isolate(), text, bufsize - 1);
    buf[written] = 0;
  }
  if (result != nullptr) *result = written;
  return call.Ok();
}

size_t UnitCount(v8::Isolate*, v8::Local<v8::String> text) {
  return static_cast<size_t>(text->Length());
}

}  // namespace

}  // namespace jsvm

using jsvm::VmCall;

JSVM_Status OH_JSVM_CreateStringUtf8(JSVM_Env env, const char* str, size_t length, JSVM_Value* result) {
  return jsvm::CreateText(VmCall(env), str, length, result, [&](v8::Isolate* isolate) {
    return v8::String::NewFromUtf8(isolate, str, v8::NewStringType::kNormal, jsvm::V8Length(length));
  });
}

JSVM_Status OH_JSVM_CreateStringLatin1(JSVM_Env env, const char* str, size_t length, JSVM_Value* result) {
  return jsvm::CreateText(VmCall(env), str, length, result, [&](v8::Isolate* isolate) {
    return v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(str), v8::NewStringType::kNormal,
                                      jsvm::V8Length(length));
  });
}

JSVM_Status OH_JSVM_CreateStringUtf16(JSVM_Env env, const char16_t* str, size_t length, JSVM_Value* result) {
  return jsvm::CreateText(VmCall(env), str, length, result, [&](v8::Isolate* isolate) {
    return v8::String::NewFromTwoByte(isolate, reinterpret_cast<const uint16_t*>(str), v8::NewStringType::kNormal,
                                      jsvm::V8Length(length));
  });
}

JSVM_Status OH_JSVM_CreateExternalStringLatin1(JSVM_Env env, char* str, size_t length, JSVM_Finalize finalizeCallback,
                                               void* finalizeHint, JSVM_Value* result, bool* copied) {
  return jsvm::CreateExternalText<jsvm::Latin1Resource>(VmCall(env), str, length, finalizeCallback, finalizeHint,
                                                        result, copied);
}

JSVM_Status OH_JSVM_CreateExternalStringUtf16(JSVM_Env env, char16_t* str, size_t length,
                                              JSVM_Finalize finalizeCallback, void* finalizeHint, JSVM_Value* result,
                                              bool* copied) {
  return jsvm::CreateExternalText<jsvm::Utf16Resource>(VmCall(env), str, length, finalizeCallback, finalizeHint, result,
                                                       copied);
}

JSVM_Status OH_JSVM_GetValueStringUtf8(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize, size_t* result) {
  return jsvm::ReadText(
      VmCall(env), value, buf, bufsize, result,
      [](v8::Isolate* isolate, v8::Local<v8::String> text) { return text->Utf8LengthV2(isolate); },
      [&](v8::Isolate* isolate, v8::Local<v8::String> text, size_t capacity) {
        return text->WriteUtf8V2(isolate, buf, capacity, v8::String::WriteFlags::kReplaceInvalidUtf8);
      });
}

JSVM_Status OH_JSVM_GetValueStringLatin1(JSVM_Env env, JSVM_Value value, char* buf, size_t bufsize, size_t* result) {
  return jsvm::ReadText(VmCall(env), value, buf, bufsize, result, jsvm::UnitCount,
                        [&](v8::Isolate* isolate, v8::Local<v8::String> text, size_t capacity) {
                          size_t units = std::min(capacity, static_cast<size_t>(text->Length()));
                          text->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(units),
                                               reinterpret_cast<uint8_t*>(buf));
                          return units;
                        });
}

JSVM_Status OH_JSVM_GetValueStringUtf16(JSVM_Env env, JSVM_Value value, char16_t* buf, size_t bufsize, size_t* result) {
  return jsvm::ReadText(VmCall(env), value, buf, bufsize, result, jsvm::UnitCount,
                        [&](v8::Isolate* isolate, v8::Local<v8::String> text, size_t capacity) {
                          size_t units = std::min(capacity, static_cast<size_t>(text->Length()));
                          text->WriteV2(isolate, 0, static_cast<uint32_t>(units), reinterpret_cast<uint16_t*>(buf));
                          return units;
                        });
}
