#include "env.h"

#include "env_lock.h"

namespace jsvm {

namespace {
// Tells our contexts from others: the address is unique in the process.
constexpr v8::EmbedderDataTypeTag kEnvTag = 1;
}  // namespace

HandleScopeStack::~HandleScopeStack() {
  for (Slot* block : blocks_) delete[] block;
}

void HandleScopeStack::NextBlock() {
  if (used_ == blocks_.size()) {
    blocks_.push_back(new Slot[kBlock]);
    blocks_.back()->special = used_ > 0;
  }
  next_ = blocks_[used_++];
  end_ = next_ + kBlock;
  floor_ = used_ == 1 ? nullptr : next_;
}

void HandleScopeStack::PreviousBlock() {
  --used_;
  next_ = end_ = blocks_[used_ - 1] + kBlock;
  floor_ = used_ == 1 ? nullptr : blocks_[used_ - 1];
}

void HandleScopeStack::Pop() {
  Slot* slot = top();
  bool ends_block = slot == floor_;
  slot->special = ends_block;
  slot->escapable = slot->escaped = false;
  if (ends_block) return PreviousBlock();
  --next_;
}

void HandleScopeStack::Shut() {
  for (size_t i = 0; i < used_; ++i) {
    Slot* end = i + 1 == used_ ? next_ : blocks_[i] + kBlock;
    for (Slot* slot = blocks_[i]; slot != end; ++slot) slot->special = true;
  }
  end_ = next_;
}

JSVM_Env EnvOf(v8::Local<v8::Context> context) {
  if (context->GetNumberOfEmbedderDataFields() <= static_cast<uint32_t>(kEnvSlot)) return nullptr;
  return static_cast<JSVM_Env>(context->GetAlignedPointerFromEmbedderData(kEnvSlot, kEnvTag));
}

}  // namespace jsvm

JSVM_Env__::JSVM_Env__(JSVM_VM vm_in, v8::Local<v8::Context> context_in)
    : vm(vm_in),
      isolate(vm_in->isolate),
      lock(std::make_unique<jsvm::EnvLock>(vm_in)),
      context_(vm_in->isolate, context_in) {
  context_in->SetAlignedPointerInEmbedderData(jsvm::kEnvSlot, this, jsvm::kEnvTag);
  vm->Add(this);
  vm->only_env = vm->had_env ? nullptr : this;
  vm->had_env = true;
}

JSVM_Env__::~JSVM_Env__() = default;

void JSVM_Env__::DropContext() {
  if (context_.IsEmpty()) return;
  v8::HandleScope handles(isolate);
  ForgetContext();
  context_.Reset();
}

void JSVM_Env__::ForgetContext() {
  vm->only_env = nullptr;
  context()->SetAlignedPointerInEmbedderData(jsvm::kEnvSlot, nullptr, jsvm::kEnvTag);
}
