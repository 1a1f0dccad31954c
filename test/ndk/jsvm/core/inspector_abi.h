// V8's inspector, as the engine's binary implements it. V8 exports it and Node ships no header for it, so its classes
// are declared here. What counts is the order of the virtual functions: it was read from the virtual tables of the
// engine, V8 14.6. Functions that nobody calls here stand for their slot, without their parameters.
//
// With another V8 the tables have to be read again; SupportsInspector() says whether the engine is the one they belong
// to.
#ifndef ARKHOST_JSVM_CORE_INSPECTOR_ABI_H_
#define ARKHOST_JSVM_CORE_INSPECTOR_ABI_H_

#include "v8_headers.h"

namespace v8_inspector {

constexpr int kAbiMajorVersion = 14;
constexpr int kAbiMinorVersion = 6;

// Text that somebody else owns: Latin-1 or UTF-16.
class StringView {
 public:
  StringView() : is_8bit_(true), length_(0), characters8_(nullptr) {}
  StringView(const uint8_t* characters, size_t length) : is_8bit_(true), length_(length), characters8_(characters) {}
  StringView(const uint16_t* characters, size_t length) : is_8bit_(false), length_(length), characters16_(characters) {}

  bool is8Bit() const { return is_8bit_; }
  size_t length() const { return length_; }
  const uint8_t* characters8() const { return characters8_; }
  const uint16_t* characters16() const { return characters16_; }

 private:
  bool is_8bit_;
  size_t length_;
  union {
    const uint8_t* characters8_;
    const uint16_t* characters16_;
  };
};

class StringBuffer {
 public:
  virtual ~StringBuffer() = default;
  virtual StringView string() const = 0;
  // A copy of the text.
  static std::unique_ptr<StringBuffer> create(StringView);
};

// A context as a debugger's client sees it.
struct V8ContextInfo {
  v8::Local<v8::Context> context;
  int contextGroupId;  // not 0
  StringView humanReadableName;
  StringView origin;
  StringView auxData;
  bool hasMemoryOnConsole;
};

class V8InspectorSession {
 public:
  virtual ~V8InspectorSession() = default;
  virtual void addInspectedObjectSlot() = 0;
  virtual void dispatchProtocolMessage(StringView message) = 0;
  virtual void stateSlot() = 0;
  virtual void supportedDomainsSlot() = 0;
  virtual void schedulePauseOnNextStatement(StringView reason, StringView details) = 0;
  virtual void cancelPauseOnNextStatement() = 0;
  virtual void breakProgram(StringView reason, StringView details) = 0;
  virtual void setSkipAllPauses(bool) = 0;
  virtual void resume(bool terminate) = 0;
  virtual void stepOver() = 0;
  virtual void searchInTextByLinesSlot() = 0;
  virtual void wrapObjectSlot() = 0;
  virtual void unwrapObjectSlot() = 0;
  virtual void releaseObjectGroup(StringView) = 0;
  virtual void triggerPreciseCoverageDeltaUpdate(StringView) = 0;
  virtual void evaluateSlot() = 0;
  // Ends debugging for good: leaves a pause, takes part in nothing more.
  virtual void stop() = 0;
};

class V8InspectorClient {
 public:
  virtual ~V8InspectorClient() = default;
  virtual void runMessageLoopOnPause(int) {}
  virtual void runMessageLoopOnInstrumentationPause(int) {}
  virtual void quitMessageLoopOnPause() {}
  virtual void runIfWaitingForDebugger(int) {}
  virtual void muteMetrics(int) {}
  virtual void unmuteMetrics(int) {}
  virtual void beginUserGesture() {}
  virtual void endUserGesture() {}
  virtual std::unique_ptr<StringBuffer> deepSerialize(v8::Local<v8::Value>, int, v8::Local<v8::Object>) {
    return nullptr;
  }
  virtual std::unique_ptr<StringBuffer> valueSubtype(v8::Local<v8::Value>) { return nullptr; }
  virtual std::unique_ptr<StringBuffer> descriptionForValueSubtype(v8::Local<v8::Context>, v8::Local<v8::Value>) {
    return nullptr;
  }
  virtual bool isInspectableHeapObject(v8::Local<v8::Object>) { return true; }
  virtual v8::Local<v8::Context> ensureDefaultContextInGroup(int) { return {}; }
  virtual void beginEnsureAllContextsInGroup(int) {}
  virtual void endEnsureAllContextsInGroup(int) {}
  virtual void installAdditionalCommandLineAPI(v8::Local<v8::Context>, v8::Local<v8::Object>) {}
  virtual void consoleAPIMessage(int, v8::Isolate::MessageErrorLevel, const StringView&, const StringView&, unsigned,
                                 unsigned, void*) {}
  virtual void consoleAPIMessage(int, int, v8::Isolate::MessageErrorLevel, const StringView&, const StringView&,
                                 unsigned, unsigned, void*) {}
  virtual v8::MaybeLocal<v8::Value> memoryInfo(v8::Isolate*, v8::Local<v8::Context>) { return {}; }
  virtual void consoleTime(v8::Isolate*, v8::Local<v8::String>) {}
  virtual void consoleTimeEnd(v8::Isolate*, v8::Local<v8::String>) {}
  virtual void consoleTimeStamp(v8::Isolate*, v8::Local<v8::String>) {}
  virtual void consoleTimeStampWithArgs(v8::Isolate*, v8::Local<v8::String>, const v8::LocalVector<v8::Value>&) {}
  virtual void consoleClear(int) {}
  virtual double currentTimeMS() { return 0; }
  virtual void startRepeatingTimer(double, void (*)(void*), void*) {}
  virtual void cancelTimer(void*) {}
  virtual bool canExecuteScripts(int) { return true; }
  virtual void maxAsyncCallStackDepthChanged(int) {}
  virtual std::unique_ptr<StringBuffer> resourceNameToUrl(const StringView&) { return nullptr; }
  virtual int64_t generateUniqueId() { return 0; }
  virtual bool dispatchError(v8::Local<v8::Context>, v8::Local<v8::Message>, v8::Local<v8::Value>) { return false; }
};

class V8Inspector {
 public:
  // Where a session's messages to its client go.
  class Channel {
   public:
    virtual ~Channel() = default;
    virtual void sendResponse(int call, std::unique_ptr<StringBuffer> message) = 0;
    virtual void sendNotification(std::unique_ptr<StringBuffer> message) = 0;
    virtual void flushProtocolNotifications() = 0;
  };

  enum ClientTrustLevel { kUntrusted, kFullyTrusted };
  enum SessionPauseState { kWaitingForDebugger, kNotWaitingForDebugger };

  static std::unique_ptr<V8Inspector> create(v8::Isolate*, V8InspectorClient*);

  virtual ~V8Inspector() = default;
  virtual void contextCreated(const V8ContextInfo&) = 0;
  virtual void contextDestroyed(v8::Local<v8::Context>) = 0;
  virtual void resetContextGroup(int group) = 0;
  virtual v8::MaybeLocal<v8::Context> contextById(int) = 0;
  virtual void uniqueDebuggerIdSlot() = 0;
  virtual uint64_t isolateId() = 0;
  virtual void idleStarted() = 0;
  virtual void idleFinished() = 0;
  virtual void asyncTaskScheduledSlot() = 0;
  virtual void asyncTaskCanceledSlot() = 0;
  virtual void asyncTaskStartedSlot() = 0;
  virtual void asyncTaskFinishedSlot() = 0;
  virtual void allAsyncTasksCanceledSlot() = 0;
  virtual void storeCurrentStackTraceSlot() = 0;
  virtual void externalAsyncTaskStartedSlot() = 0;
  virtual void externalAsyncTaskFinishedSlot() = 0;
  virtual void exceptionThrownSlot() = 0;
  virtual void exceptionRevokedSlot() = 0;
  virtual void associateExceptionDataSlot() = 0;
  virtual std::unique_ptr<V8InspectorSession> connect(int group, Channel*, StringView state, ClientTrustLevel,
                                                      SessionPauseState) = 0;
};

}  // namespace v8_inspector

#endif  // ARKHOST_JSVM_CORE_INSPECTOR_ABI_H_
