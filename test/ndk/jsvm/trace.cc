// Trace events of the engine, recorded for the whole process.
#include <libplatform/v8-tracing.h>

#include "core/entry.h"
#include "core/trace_buffer.h"
#include "core/trace_event.h"

namespace v8::base {

// Exported by the engine, declared in no public header. Opaque: only the engine makes one.
class Mutex {
 public:
  void Lock();
  void Unlock();
};

}  // namespace v8::base

namespace jsvm {

namespace {

using Controller = v8::platform::tracing::TracingController;
using v8::platform::tracing::TraceConfig;

// The controller's StartTracing and StopTracing also call its observers. Node has one that calls JS of the engine's
// main isolate at once, whatever thread it is on, and traces may be started on any. So the steps of the two are taken
// here without the observers, which know nothing of these categories. The language gives access to private members in
// explicit instantiations.
template <typename Tag, typename Tag::Type member>
struct Expose {
  friend constexpr typename Tag::Type Of(Tag) { return member; }
};
struct RecordingTag {
  using Type = std::atomic_bool Controller::*;
  friend constexpr Type Of(RecordingTag);
};
struct ConfigTag {
  using Type = std::unique_ptr<TraceConfig> Controller::*;
  friend constexpr Type Of(ConfigTag);
};
struct MutexTag {
  using Type = std::unique_ptr<v8::base::Mutex> Controller::*;
  friend constexpr Type Of(MutexTag);
};
struct UpdateTag {
  using Type = void (Controller::*)();
  friend constexpr Type Of(UpdateTag);
};
template struct Expose<RecordingTag, &Controller::recording_>;
template struct Expose<ConfigTag, &Controller::trace_config_>;
template struct Expose<MutexTag, &Controller::mutex_>;
template struct Expose<UpdateTag, &Controller::UpdateCategoryGroupEnabledFlags>;

class ControllerLock {
 public:
  explicit ControllerLock(Controller& controller) : mutex_(*(controller.*Of(MutexTag{}))) { mutex_.Lock(); }
  ~ControllerLock() { mutex_.Unlock(); }
  ControllerLock(const ControllerLock&) = delete;
  ControllerLock& operator=(const ControllerLock&) = delete;

 private:
  v8::base::Mutex& mutex_;
};

std::atomic<bool> g_buffer_installed{false};

// What the controller owns: a door to the ring, which outlives it.
class BufferDoor final : public v8::platform::tracing::TraceBuffer {
 public:
  BufferDoor() { g_buffer_installed = true; }
  ~BufferDoor() override { g_buffer_installed = false; }
  TraceRing::Event* AddTraceEvent(uint64_t* handle) override { return TraceRing::Instance().Add(handle); }
  TraceRing::Event* GetEventByHandle(uint64_t handle) override { return TraceRing::Instance().Find(handle); }
  bool Flush() override { return true; }
};

constexpr const char* kRuntimeCategory = "disabled-by-default-v8.runtime";

const char* NameOf(JSVM_TraceCategory category) {
  switch (category) {
    case JSVM_TRACE_VM:
      return "v8";
    case JSVM_TRACE_COMPILE:
      return "disabled-by-default-v8.compile";
    case JSVM_TRACE_EXECUTE:
      return "v8.execute";
    case JSVM_TRACE_RUNTIME:
      return kRuntimeCategory;
    case JSVM_TRACE_STACK_TRACE:
      return "disabled-by-default-v8.stack_trace";
    case JSVM_TRACE_WASM:
      return "v8.wasm";
    case JSVM_TRACE_WASM_DETAILED:
      return "disabled-by-default-v8.wasm.detailed";
  }
  return nullptr;
}

Controller& TheController() {
  return *static_cast<Controller*>(Platform()->GetTracingController());
}

// The trace being recorded. One in the process.
class Trace {
 public:
  // False when the engine records a trace of its own, for its command line option.
  bool Start(std::unique_ptr<TraceConfig> config, const char* tag, size_t events) {
    std::lock_guard<std::mutex> lock(mutex_);
    Controller& controller = TheController();
    if (started_) {
      Halt(controller);
    } else if (controller.*Of(RecordingTag{})) {
      return false;
    }
    started_ = true;
    tag_ = tag;
    bool runtime = config->IsCategoryGroupEnabled(kRuntimeCategory);
    {
      ControllerLock quiet(controller);
      TraceRing::Instance().Restart(events);
    }
    if (!g_buffer_installed) controller.Initialize(new BufferDoor);
    ControllerLock quiet(controller);
    controller.*Of(ConfigTag{}) = std::move(config);
    controller.*Of(RecordingTag{}) = true;
    (controller.*Of(UpdateTag{}))();
    TraceSpan::SetRecording(runtime);
    return true;
  }

  // False when no trace is being recorded.
  bool Stop(std::string* json) {
    std::lock_guard<std::mutex> lock(mutex_);
    if (!started_) return false;
    started_ = false;
    Controller& controller = TheController();
    Halt(controller);
    ControllerLock quiet(controller);  // events are written under it
    *json = TraceRing::Instance().ToJson(tag_);
    return true;
  }

 private:
  static void Halt(Controller& controller) {
    TraceSpan::SetRecording(false);
    ControllerLock quiet(controller);
    controller.*Of(RecordingTag{}) = false;
    (controller.*Of(UpdateTag{}))();
  }

  std::mutex mutex_;
  bool started_ = false;
  std::string tag_;
};

Trace& TheTrace() {
  static auto* trace = new Trace;
  return *trace;
}

}  // namespace

void TraceSpan::Begin(const char* name) {
  Controller& controller = TheController();
  static const uint8_t* const enabled = controller.GetCategoryGroupEnabled(kRuntimeCategory);
  constexpr char kComplete = 'X';
  name_ = name;
  handle_ = controller.AddTraceEvent(kComplete, enabled, name, nullptr, 0, 0, 0, nullptr, nullptr, nullptr, nullptr, 0);
}

void TraceSpan::End() {
  static const uint8_t* const enabled = TheController().GetCategoryGroupEnabled(kRuntimeCategory);
  TheController().UpdateTraceEventDuration(enabled, name_, handle_);
}

}  // namespace jsvm

JSVM_Status OH_JSVM_TraceStart(size_t count, const JSVM_TraceCategory* categories, const char* tag,
                               size_t eventsCount) {
  using namespace jsvm;
  constexpr size_t kCategories = JSVM_TRACE_WASM_DETAILED + 1;
  constexpr JSVM_TraceCategory kDefault[] = {JSVM_TRACE_VM, JSVM_TRACE_EXECUTE, JSVM_TRACE_COMPILE, JSVM_TRACE_RUNTIME};
  if (count > kCategories || (count == 0) != (categories == nullptr)) return JSVM_INVALID_ARG;
  if (count == 0) {
    categories = kDefault;
    count = std::size(kDefault);
  }
  auto config = std::make_unique<v8::platform::tracing::TraceConfig>();
  config->SetTraceRecordMode(v8::platform::tracing::RECORD_CONTINUOUSLY);
  for (size_t i = 0; i < count; ++i) {
    const char* name = NameOf(categories[i]);
    if (name == nullptr) return JSVM_INVALID_ARG;
    config->AddIncludedCategory(name);
  }
  bool started = TheTrace().Start(std::move(config), tag == nullptr ? "traceEvents" : tag, eventsCount);
  return started ? JSVM_OK : JSVM_GENERIC_FAILURE;
}

JSVM_Status OH_JSVM_TraceStop(JSVM_OutputStream stream, void* streamData) {
  if (jsvm::AnyNull(stream, streamData)) return JSVM_INVALID_ARG;
  std::string json;
  if (!jsvm::TheTrace().Stop(&json)) return JSVM_INVALID_ARG;
  stream(json.data(), static_cast<int>(json.size()), streamData);
  return JSVM_OK;
}
