#include "env.h"

namespace jsvm {

namespace {
// Tells our contexts from others: the address is unique in the process.
constexpr v8::EmbedderDataTypeTag kEnvTag = 1;
}  // namespace

HandleScopeStack::~HandleScopeStack() {
  for (Slot* block : blocks_) delete[] block;
}

HandleScopeStack::Slot* HandleScopeStack::Push() {
  if (size_ == blocks_.size() * kBlock) blocks_.push_back(new Slot[kBlock]);
  ++size_;
  return top();
}

JSVM_Env EnvOf(v8::Local<v8::Context> context) {
  if (context->GetNumberOfEmbedderDataFields() <= static_cast<uint32_t>(kEnvSlot)) return nullptr;
  return static_cast<JSVM_Env>(context->GetAlignedPointerFromEmbedderData(kEnvSlot, kEnvTag));
}

}  // namespace jsvm

JSVM_Env__::JSVM_Env__(JSVM_VM vm_in, v8::Local<v8::Context> context_in)
    : vm(vm_in), isolate(vm_in->isolate), context_(vm_in->isolate, context_in) {
  context_in->SetAlignedPointerInEmbedderData(jsvm::kEnvSlot, this, jsvm::kEnvTag);
  vm->envs.push_back(this);
}

JSVM_Env__::~JSVM_Env__() = default;

void JSVM_Env__::DropContext() {
  if (context_.IsEmpty()) return;
  v8::HandleScope handles(isolate);
  ForgetContext();
  context_.Reset();
}

void JSVM_Env__::ForgetContext() {
  context()->SetAlignedPointerInEmbedderData(jsvm::kEnvSlot, nullptr, jsvm::kEnvTag);
}
