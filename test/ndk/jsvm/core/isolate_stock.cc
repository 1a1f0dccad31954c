#include "isolate_stock.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "device_mode.h"
#include "vm.h"

namespace jsvm {

namespace {

// More than this is not kept waiting: memory of VMs that are gone must not pile up.
constexpr size_t kMostReady = 4;
constexpr size_t kMostDone = 2;

// A thread more is of use where it runs beside the others only.
bool IsOfUse() {
  const char* value = std::getenv("ARKHOST_JSVM_PREPARE");
  if (value != nullptr && std::string_view(value) == "0") return false;
  cpu_set_t processors;
  return sched_getaffinity(0, sizeof(processors), &processors) == 0 && CPU_COUNT(&processors) > 1;
}

// A thread that is started meanwhile gets no signal that is meant for the process, only those of its own faults.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t blocked;
    sigfillset(&blocked);
    for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS}) sigdelset(&blocked, fault);
    pthread_sigmask(SIG_SETMASK, &blocked, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

class Stock {
 public:
  // Stands until the process ends: modules may destroy VMs from static destructors.
  static Stock& The() {
    static Stock* stock = new Stock;
    return *stock;
  }

  void Open() {
    std::lock_guard<std::mutex> lock(mutex_);
    if (IsOfUse()) open_ = true;
  }

  HostedIsolate Take() {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!Run()) return {};
    HostedIsolate taken;
    if (!ready_.empty()) {
      taken = std::move(ready_.front());
      ready_.pop_front();
    } else if (wanted_ < kMostReady) {
      // VMs are made faster than isolates.
      ++wanted_;
    }
    wake_.notify_one();
    return taken;
  }

  void GiveBack(HostedIsolate isolate) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (IsRunning() && halts_ == 0 && done_.size() < kMostDone) {
        done_.push_back(std::move(isolate));
        wake_.notify_one();
        return;
      }
    }
    isolate.Dispose();
  }

  // At the end of the process the platform is gone: the isolates are left to it.
  void Close(bool dispose) {
    // A fork has no such thread, and its copy of the mutex may be locked for ever.
    pid_t process = process_;
    if (process != 0 && process != getpid()) return;
    std::thread thread;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      open_ = false;
      thread.swap(thread_);
      wake_.notify_one();
    }
    if (thread.joinable()) thread.join();
    if (dispose) DisposeAll();
  }

  void Halt() {
    std::unique_lock<std::mutex> lock(mutex_);
    ++halts_;
    idle_.wait(lock, [this] { return !busy_; });
    lock.unlock();
    DisposeAll();
  }

  void Resume() {
    std::lock_guard<std::mutex> lock(mutex_);
    --halts_;
    wake_.notify_one();
  }

 private:
  bool IsRunning() const { return thread_.joinable() && process_ == getpid(); }

  // Starts the thread, once. False when there is none.
  bool Run() {
    if (!open_ || halts_ > 0) return false;
    if (thread_.joinable()) return process_ == getpid();
    process_ = getpid();
    SignalsBlocked blocked;
    thread_ = std::thread([this] { Work(); });
    pthread_setname_np(thread_.native_handle(), "jsvm-isolates");
    return true;
  }

  void Work() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (open_) {
      if (halts_ == 0 && ready_.size() < wanted_) {
        HostedIsolate made;
        Unlocked(lock, [&] {
          made = HostedIsolate::Allocate();
          v8::Isolate::Initialize(made.isolate, IsolateParams());
        });
        ready_.push_back(std::move(made));
      } else if (halts_ == 0 && !done_.empty()) {
        HostedIsolate done = std::move(done_.front());
        done_.pop_front();
        Unlocked(lock, [&] { done.Dispose(); });
      } else {
        wake_.wait(lock);
      }
    }
  }

  template <typename Body>
  void Unlocked(std::unique_lock<std::mutex>& lock, Body&& body) {
    busy_ = true;
    lock.unlock();
    body();
    lock.lock();
    busy_ = false;
    idle_.notify_all();
  }

  void DisposeAll() {
    std::deque<HostedIsolate> ready, done;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      ready.swap(ready_);
      done.swap(done_);
    }
    for (HostedIsolate& isolate : ready) isolate.Dispose();
    for (HostedIsolate& isolate : done) isolate.Dispose();
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable idle_;
  std::thread thread_;
  std::atomic<pid_t> process_{0};  // the one that the thread runs in
  bool open_ = false;
  bool busy_ = false;
  int halts_ = 0;
  size_t wanted_ = 0;  // grows each time that a VM had to wait
  std::deque<HostedIsolate> ready_;
  std::deque<HostedIsolate> done_;
};

// For a module that ends the process by exit(): the engine must not end under the thread.
__attribute__((destructor)) void CloseAtExit() {
  Stock::The().Close(false);
}

}  // namespace

HostedIsolate HostedIsolate::Allocate() {
  HostedIsolate hosted{v8::Isolate::Allocate(), std::make_unique<PlatformDelegate>()};
  Platform()->RegisterIsolate(hosted.isolate, hosted.delegate.get());
  return hosted;
}

void HostedIsolate::Dispose() {
  Platform()->DisposeIsolate(isolate);
  isolate = nullptr;
  delegate.reset();
}

v8::Isolate::CreateParams IsolateParams() {
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator_shared = BufferAllocator();
  params.external_references = ExternalReferences();
  if (HeapLimit() != 0) params.constraints.ConfigureDefaultsFromHeapSize(0, HeapLimit());
  return params;
}

void IsolateStock::Open() {
  Stock::The().Open();
}

HostedIsolate IsolateStock::Take() {
  return Stock::The().Take();
}

void IsolateStock::GiveBack(HostedIsolate isolate) {
  Stock::The().GiveBack(std::move(isolate));
}

void IsolateStock::Close() {
  Stock::The().Close(true);
}

IsolateStock::Halt::Halt() {
  Stock::The().Halt();
}

IsolateStock::Halt::~Halt() {
  Stock::The().Resume();
}

}  // namespace jsvm
