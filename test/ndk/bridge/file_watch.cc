// inotify for the kits. The thread of the runtime must not wait for files, and its loop offers fewer kinds of events.
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "file_calls.h"

namespace bridge {
namespace {

struct Event {
  std::string name;
  uint32_t mask;
  uint32_t cookie;
};

class Watch {
 public:
  Watch(int events_fd, int wake_fd) : events_(events_fd), wake_(wake_fd) {}
  ~Watch() {
    Stop();
    if (thread_.joinable()) thread_.join();
    close(events_);
    close(wake_);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  void Start(Napi::ThreadSafeFunction call) {
    thread_ = std::thread([this, call] { Run(call); });
  }

  // The thread ends soon; what it has told already may still arrive.
  void Stop() { eventfd_write(wake_, 1); }

 private:
  void Run(Napi::ThreadSafeFunction call) {
    pollfd both[] = {{.fd = events_, .events = POLLIN, .revents = 0}, {.fd = wake_, .events = POLLIN, .revents = 0}};
    while (poll(both, 2, -1) >= 0 || errno == EINTR) {
      if (both[1].revents != 0) break;
      if (both[0].revents != 0) Tell(call);
    }
    call.Release();
  }

  void Tell(Napi::ThreadSafeFunction call) {
    alignas(inotify_event) char buffer[4096];
    const ssize_t length = read(events_, buffer, sizeof(buffer));
    for (ssize_t at = 0; at < length;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      auto told = std::make_unique<Event>(Event{event->len == 0 ? "" : event->name, event->mask, event->cookie});
      const auto deliver = [](Napi::Env env, Napi::Function listener, Event* data) {
        const std::unique_ptr<Event> owned(data);
        if (env == nullptr) return;
        listener.Call({Napi::String::New(env, owned->name), Napi::Number::New(env, owned->mask),
                       Napi::Number::New(env, owned->cookie)});
      };
      if (call.NonBlockingCall(told.get(), deliver) == napi_ok) told.release();
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }

  const int events_;
  const int wake_;
  std::thread thread_;
};

}  // namespace

Napi::Value WatchFile(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::string path = info[0].As<Napi::String>();
  const int events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (events < 0) return Napi::Number::New(env, -errno);
  // Without the second descriptor the thread could not be woken, and the end of the runtime would wait for it.
  const int wake = inotify_add_watch(events, path.c_str(), info[1].As<Napi::Number>().Uint32Value()) < 0
                       ? -1
                       : eventfd(0, EFD_CLOEXEC);
  if (wake < 0) {
    const int error = errno;
    close(events);
    return Napi::Number::New(env, -error);
  }
  // The function's finalizer is the last to use it, and runs at the end of the runtime too.
  auto* watch = new Watch(events, wake);
  const auto ended = [](Napi::Env, Watch* gone, Watch*) { delete gone; };
  auto call = Napi::ThreadSafeFunction::New(env, info[2].As<Napi::Function>(), "watch", 0, 1, watch, ended, watch);
  call.Unref(env);
  watch->Start(call);
  return Napi::Function::New(env, [watch, stopped = false](const Napi::CallbackInfo&) mutable {
    if (!std::exchange(stopped, true)) watch->Stop();
  });
}

}  // namespace bridge
