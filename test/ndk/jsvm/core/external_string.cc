#include "external_string.h"

#include <unordered_set>

#include "callback.h"

namespace jsvm {

namespace {

// The owners whose env is still alive. When the env goes they learn of it here.
struct TextOwners : EnvExtension {
  ~TextOwners() override {
    for (TextOwner* owner : owners) owner->ForgetEnv();
  }
  std::unordered_set<TextOwner*> owners;
};

}  // namespace

void FinalizeText(JSVM_Env env, JSVM_Finalize finalize, void* text, void* hint) {
  if (env == nullptr) {
    finalize(nullptr, text, hint);
    return;
  }
  RunFinalizer(env, [&] { finalize(env, text, hint); });
}

void TextOwner::Adopt() {
  // Without a finalizer nothing is owed, and nobody needs to know of the env's end.
  if (env_ == nullptr || finalize_ == nullptr) return;
  env_->vm->holds_memory_of_module = true;
  ExtensionOf<TextOwners>(env_).owners.insert(this);
}

TextOwner::~TextOwner() {
  if (finalize_ == nullptr) return;
  if (env_ != nullptr) ExtensionOf<TextOwners>(env_).owners.erase(this);
  FinalizeText(env_, finalize_, text_, hint_);
}

}  // namespace jsvm
