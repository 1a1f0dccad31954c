// Isolates made and taken apart on a thread of their own, so that the module's thread need not wait for it.
#ifndef ARKHOST_JSVM_CORE_ISOLATE_STOCK_H_
#define ARKHOST_JSVM_CORE_ISOLATE_STOCK_H_

#include "platform.h"
#include "v8_headers.h"

namespace jsvm {

// An isolate, and the delegate that the platform knows it by.
struct HostedIsolate {
  v8::Isolate* isolate = nullptr;
  std::unique_ptr<PlatformDelegate> delegate;

  // Memory for an isolate that is registered and not yet started.
  static HostedIsolate Allocate();
  // Gives both back to the engine. Nobody is inside, and its tasks are dropped.
  void Dispose();
};

// What every isolate of a VM starts with. A caller may add to it.
v8::Isolate::CreateParams IsolateParams();

// Isolates of the kind that OH_JSVM_CreateVM(NULL) needs wait here from the first VM on: one, and more when VMs are
// made faster than isolates. What a VM leaves behind is disposed of here. Both are work of about a millisecond that no
// caller can tell from its being done at once: whatever of a VM can be seen from outside ends before it is handed over.
//
// ARKHOST_JSVM_PREPARE=0 switches it off, and so does a computer with a single processor.
class IsolateStock {
 public:
  // The end of the engine is known, and Close() will be called: from now on isolates may be prepared.
  static void Open();
  // An isolate that is ready; an empty one when there is none. Asks for the next.
  static HostedIsolate Take();
  // Disposes of an isolate, here or on the thread.
  static void GiveBack(HostedIsolate isolate);
  // Ends the thread and disposes of everything it has: nothing is prepared any more.
  static void Close();

  // Nothing is prepared while an object of this class lives, and what was before is gone: for changes of what isolates
  // are made from.
  class Halt {
   public:
    Halt();
    ~Halt();
    Halt(const Halt&) = delete;
    Halt& operator=(const Halt&) = delete;
  };
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_ISOLATE_STOCK_H_
