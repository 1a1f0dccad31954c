#include "external.h"

#include <algorithm>

namespace jsvm {

namespace {

// What tells an external value from other objects with internal fields: the first field points here.
alignas(void*) char mark;
// More than V8's own objects have.
constexpr int kFields = 3;
constexpr int kMarkField = 0;
constexpr int kBoxField = 1;
constexpr v8::EmbedderDataTypeTag kTag = 2;

// The one that the others of the env are copies of.
struct ExternalModel : EnvExtension {
  v8::Global<v8::Object> object;
};

// Looks as V8's externals do: no prototype, no properties, not extensible.
v8::MaybeLocal<v8::Object> NewModel(JSVM_Env env) {
  v8::Local<v8::Context> context = env->context();
  v8::Local<v8::ObjectTemplate> shape = v8::ObjectTemplate::New(env->isolate);
  shape->SetInternalFieldCount(kFields);
  v8::Local<v8::Object> object;
  if (!shape->NewInstance(context).ToLocal(&object)) return {};
  object->SetAlignedPointerInInternalField(kMarkField, &mark, kTag);
  object->SetAlignedPointerInInternalField(kBoxField, nullptr, kTag);
  if (!object->SetPrototypeV2(context, v8::Null(env->isolate)).FromMaybe(false)) return {};
  if (!object->SetIntegrityLevel(context, v8::IntegrityLevel::kFrozen).FromMaybe(false)) return {};
  return object;
}

v8::MaybeLocal<v8::Object> NewObject(JSVM_Env env) {
  // A snapshot cannot be written while handles of ours are alive.
  if (env->vm->snapshot_creator != nullptr) return NewModel(env);
  v8::Global<v8::Object>& model = ExtensionOf<ExternalModel>(env).object;
  if (model.IsEmpty()) {
    v8::Local<v8::Object> object;
    if (!NewModel(env).ToLocal(&object)) return {};
    model.Reset(env->isolate, object);
  }
  return AsLocal(model)->Clone(env->isolate);
}

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

v8::MaybeLocal<v8::Object> NewExternal(JSVM_Env env, void* data) {
  v8::Local<v8::Object> object;
  if (!NewObject(env).ToLocal(&object)) return {};
  auto* box = new ExternalBox;
  box->data = data;
  box->vm = env->vm;
  box->index = env->vm->externals.size();
  env->vm->externals.push_back(box);
  object->SetAlignedPointerInInternalField(kBoxField, box, kTag);
  box->self.Reset(env->isolate, object);
  box->self.SetWeak(box, OnExternalCollected, v8::WeakCallbackType::kParameter);
  return object;
}

ExternalBox* BoxOf(v8::Local<v8::Value> value) {
  if (!value->IsObject()) return nullptr;
  v8::Local<v8::Object> object = value.As<v8::Object>();
  if (object->InternalFieldCount() != kFields) return nullptr;
  if (object->GetAlignedPointerFromInternalField(kMarkField, kTag) != &mark) return nullptr;
  return static_cast<ExternalBox*>(object->GetAlignedPointerFromInternalField(kBoxField, kTag));
}

}  // namespace jsvm
