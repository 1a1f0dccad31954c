// Strings over the caller's memory, and the finalizer that is owed for it.
#ifndef ARKHOST_JSVM_CORE_EXTERNAL_STRING_H_
#define ARKHOST_JSVM_CORE_EXTERNAL_STRING_H_

#include "env.h"
#include "v8_headers.h"

namespace jsvm {

// Calls the finalizer of an external string; `env` is nullptr when the env went first.
void FinalizeText(JSVM_Env env, JSVM_Finalize finalize, void* text, void* hint);

// The finalizer owed for one external string. The string may outlive its env: then the finalizer gets no env.
class TextOwner {
 public:
  TextOwner(JSVM_Env env, void* text, JSVM_Finalize finalize, void* hint)
      : env_(env), text_(text), finalize_(finalize), hint_(hint) {}
  ~TextOwner();
  TextOwner(const TextOwner&) = delete;
  TextOwner& operator=(const TextOwner&) = delete;

  // The engine took the string: from now on the finalizer is owed, and the env's end is watched.
  void Adopt();
  // The engine refused it: the caller keeps the memory, no finalizer is called.
  void Refuse() { finalize_ = nullptr; }
  void ForgetEnv() { env_ = nullptr; }

 private:
  JSVM_Env env_;
  void* text_;
  JSVM_Finalize finalize_;
  void* hint_;
};

class Latin1Resource final : public v8::String::ExternalOneByteStringResource, public TextOwner {
 public:
  Latin1Resource(JSVM_Env env, char* text, size_t units, JSVM_Finalize finalize, void* hint)
      : TextOwner(env, text, finalize, hint), text_(text), units_(units) {}
  const char* data() const override { return text_; }
  size_t length() const override { return units_; }
  static v8::MaybeLocal<v8::String> Make(v8::Isolate* isolate, Latin1Resource* resource) {
    return v8::String::NewExternalOneByte(isolate, resource);
  }

 private:
  const char* text_;
  size_t units_;
};

class Utf16Resource final : public v8::String::ExternalStringResource, public TextOwner {
 public:
  Utf16Resource(JSVM_Env env, char16_t* text, size_t units, JSVM_Finalize finalize, void* hint)
      : TextOwner(env, text, finalize, hint), text_(reinterpret_cast<uint16_t*>(text)), units_(units) {}
  const uint16_t* data() const override { return text_; }
  size_t length() const override { return units_; }
  static v8::MaybeLocal<v8::String> Make(v8::Isolate* isolate, Utf16Resource* resource) {
    return v8::String::NewExternalTwoByte(isolate, resource);
  }

 private:
  const uint16_t* text_;
  size_t units_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_EXTERNAL_STRING_H_
