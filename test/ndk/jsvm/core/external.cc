#include "external.h"

#include <algorithm>

namespace jsvm {

namespace {

constexpr v8::ExternalPointerTypeTag kBoxTag = v8::kExternalPointerTypeTagDefault;

void OnExternalCollected(const v8::WeakCallbackInfo<ExternalBox>& info) {
  ExternalBox* box = info.GetParameter();
  box->self.Reset();
  std::vector<ExternalBox*>& externals = box->vm->externals;
  // Last one into the gap: the order does not matter, and nothing is searched.
  externals[box->index] = externals.back();
  externals[box->index]->index = box->index;
  externals.pop_back();
  delete box;
}

}  // namespace

v8::Local<v8::External> NewExternal(JSVM_Env env, void* data) {
  auto* box = new ExternalBox;
  box->data = data;
  box->vm = env->vm;
  box->index = env->vm->externals.size();
  env->vm->externals.push_back(box);
  v8::Local<v8::External> external = v8::External::New(env->isolate, box, kBoxTag);
  box->self.Reset(env->isolate, external);
  box->self.SetWeak(box, OnExternalCollected, v8::WeakCallbackType::kParameter);
  return external;
}

ExternalBox* BoxOf(v8::Local<v8::Value> value) {
  if (!value->IsExternal()) return nullptr;
  return static_cast<ExternalBox*>(value.As<v8::External>()->Value(kBoxTag));
}

}  // namespace jsvm
